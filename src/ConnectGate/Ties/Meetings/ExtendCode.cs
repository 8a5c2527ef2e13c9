namespace ConnectGate.Ties.Meetings;

/// <summary>A member extends the code that they show by five minutes.</summary>
public static class ExtendCode
{
    /// <summary>
    /// Extends the code, to at most one hour in all. Refusal: <c>code-not-extended</c> if the code is over, was taken,
    /// or lasts one hour already. Not found if the member never showed a code.
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

            // The code can expire while the member presses the button, so this is a refusal and not an error.
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
