using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Mail;

/// <summary>What became of a mail that was claimed: sent, and it goes; failed, and it is tried again later, some times.</summary>
public static class SettleMail
{
    /// <summary>Settles it.</summary>
    /// <param name="Id">The mail's id.</param>
    /// <param name="Sent">Whether the server took it.</param>
    public sealed record Command(long Id, bool Sent) : ICommand<Receipt>;

    /// <summary>What happens next.</summary>
    /// <param name="GivenUp">Whether it failed too often and is not tried again.</param>
    public sealed record Receipt(bool GivenUp);

    internal sealed class Handler : IRequestHandler<Command, Outcome<Receipt>>
    {
        public Task<Outcome<Receipt>> Handle(Command request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
