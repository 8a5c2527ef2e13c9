using ConnectGate.Foundation.Portability;

namespace ConnectGate.People.Mail;

/// <summary>Mail that still waits, such as after the failure of the mail server.</summary>
internal sealed class MailErasure(ConnectGateContext context) : IErases
{
    public IReadOnlyDictionary<Type, string> Outcomes { get; } =
        new Dictionary<Type, string> { [typeof(OutgoingMail)] = "mail to the address is deleted" };

    public Task EraseAsync(Leaver leaver, CancellationToken cancellationToken) =>
        context.OutgoingMail.Where(mail => mail.To == leaver.Email).ExecuteDeleteAsync(cancellationToken);
}
