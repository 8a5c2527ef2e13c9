using ConnectGate.People.Accounts;

namespace ConnectGate.Desk.Notifications.Digests;

/// <summary>One click in a mail ends the digest, with or without a session (RFC 8058).</summary>
public static class EndDigest
{
    /// <summary>Null where the token is not valid.</summary>
    [SentBy(Senders.Anybody)]
    public sealed record Query(string Token) : IQuery<View?>;

    /// <param name="Ended">Whether the member gets no digest any more.</param>
    public sealed record View(bool Ended);

    /// <summary>Ending a digest twice is no error. Not found where the token is not valid.</summary>
    [SentBy(Senders.Anybody)]
    public sealed record Command(string Token) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, Tickets tickets, Actor actor)
        : IRequestHandler<Query, View?>,
            IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken) =>
            await MemberAsync(query.Token, cancellationToken) is { } member
                ? new View(member.Digest.Frequency == DigestFrequency.Never)
                : null;

        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await MemberAsync(command.Token, cancellationToken) is not { } member)
            {
                return Outcome<Done>.NotFound();
            }

            member.ChooseDigest(DigestFrequency.Never, member.Digest.Hour, actor.Now);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }

        private async Task<Member?> MemberAsync(string token, CancellationToken cancellationToken) =>
            tickets.Read(TicketPurpose.EndDigest, token) is { } ticket
                ? await context.Members.SingleOrDefaultAsync(member => member.Id == ticket.AccountId, cancellationToken)
                : null;
    }
}
