namespace ConnectGate.Ties.Meetings;

/// <summary>A member has their code last five more minutes.</summary>
public static class ExtendCode
{
    /// <summary>
    /// Extends it, up to an hour in all. Refused: <c>code-not-extended</c>, where it is over, was taken or has lasted
    /// that long. Not found where they never showed one.
    /// </summary>
    [SentBy(Senders.Members)]
    public sealed record Command : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            await context.LockMembersAsync(cancellationToken, me);
            var code = await context.MeetingCodes.SingleOrDefaultAsync(code => code.OwnerId == me, cancellationToken);
            if (code is null)
            {
                return Outcome<Done>.NotFound();
            }

            // Time runs while somebody presses: that it is over is no fault of theirs.
            if (!code.CanLastLonger(now))
            {
                return Outcome<Done>.Refused([new Refusal("code-not-extended", "", Words.Of("code-not-extended"))]);
            }

            code.LastLonger(now);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
