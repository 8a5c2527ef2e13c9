using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Mail;

/// <summary>The mail worker takes mail that is due. While it sends, no other node takes the same.</summary>
public static class ClaimMail
{
    /// <summary>Takes the oldest that are due, for <see cref="Lease"/>. What became of each is told by <see cref="SettleMail"/>.</summary>
    /// <param name="AtMost">How many.</param>
    public sealed record Command(int AtMost = 20) : ICommand<IReadOnlyList<Mail>>;

    /// <summary>A mail to send.</summary>
    /// <param name="Id">For the log and for <see cref="SettleMail"/>.</param>
    /// <param name="To">The address.</param>
    /// <param name="Subject">One line.</param>
    /// <param name="Body">Plain text.</param>
    /// <param name="UnsubscribeUrl">Where one click ends mail of this kind, if there is such a place.</param>
    public sealed record Mail(long Id, string To, string Subject, string Body, string? UnsubscribeUrl);

    /// <summary>How long a claim lasts: when a node dies while sending, another sends it after this.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    internal sealed class Handler : IRequestHandler<Command, Outcome<IReadOnlyList<Mail>>>
    {
        public Task<Outcome<IReadOnlyList<Mail>>> Handle(Command request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
