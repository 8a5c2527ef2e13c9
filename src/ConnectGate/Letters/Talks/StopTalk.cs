using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.Talks;

/// <summary>
/// One of the two members stops a talk. The letter's clock runs again. The other member sees that the talk is over.
/// </summary>
public static class StopTalk
{
    /// <summary>
    /// Either the letter's sender or its recipient can stop the talk. Not found if the current member is neither, or
    /// sees no talk.
    /// </summary>
    /// <param name="Id">The letter's public id.</param>
    /// <exception cref="IllegalTransitionException">The talk or the letter is over as the current member sees
    /// it.</exception>
    [SentBy(Senders.Members)]
    public sealed record Command(string Id) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, Actor actor, LettersToMe letters)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            if (await context.LockTalkOfSenderAsync(command.Id, me, cancellationToken) is { } mine)
            {
                mine.Letter.RequireSeenAsSent(now);
                return await StopAsync(mine, me, now, cancellationToken);
            }

            if (
                await letters.LockAsync(command.Id, now, cancellationToken) is not { } letter
                || await context.Talks.SingleOrDefaultAsync(talk => talk.RequestId == letter.Id, cancellationToken)
                    is not { } talk
            )
            {
                return Outcome<Done>.NotFound();
            }

            letter.RequireUndecided(now);
            return await StopAsync(new LockedTalks.Locked(letter, talk), me, now, cancellationToken);
        }

        private async Task<Outcome<Done>> StopAsync(
            LockedTalks.Locked held,
            long me,
            DateTime now,
            CancellationToken cancellationToken
        )
        {
            held.Talk.Stop(me, now);
            held.Letter.MoveExpiry(held.Talk.LetterExpiresAt);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
