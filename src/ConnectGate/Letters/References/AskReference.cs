using ConnectGate.Letters.Requests;
using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Letters.References;

/// <summary>
/// The recipient of a letter asks a mutual connection about the letter's sender: "do you know this person?"
/// </summary>
public static class AskReference
{
    /// <summary>
    /// The asked member sees the asker and the letter's sender. The sender never learns of the question. Not found if
    /// the current member cannot open the letter, or if the other is not among the mutual connections shown beside it.
    /// Refusals: <c>references-full</c> (three members were asked), <c>reference-asked</c> (this member was asked
    /// already), <c>reference-waits</c> (this member has too many questions without an answer), <c>suspended</c>.
    /// </summary>
    /// <param name="Id">The letter's public id.</param>
    /// <param name="Handle">The handle of the member to ask.</param>
    /// <exception cref="IllegalTransitionException">The letter does not wait for a decision.</exception>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(string Id, string Handle) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, Actor actor, LettersToMe letters, IMediator mediator)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            if (
                await context.Members.IdOfAsync(command.Handle, cancellationToken) is not { } asked
                || await letters.LockAsync(command.Id, now, cancellationToken, asked) is not { } letter
                || !await AreMutualAsync(letter, command.Handle, now, cancellationToken)
            )
            {
                return Outcome<Done>.NotFound();
            }

            letter.RequireUndecided(now);
            if (await RefusalAsync(letter, asked, now, cancellationToken) is { } code)
            {
                return Outcome<Done>.Refused([new Refusal(code, "", Words.Of(code))]);
            }

            var reference = new Reference
            {
                RequestId = letter.Id,
                AskerId = me,
                AskedId = asked,
                AboutId = letter.SenderId,
                AskedAt = now,
            };
            context.References.Add(reference);
            await mediator.Publish(new ReferenceAsked(reference), cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }

        private async Task<bool> AreMutualAsync(
            ConnectionRequest letter,
            string handle,
            DateTime now,
            CancellationToken cancellationToken
        ) =>
            (
                await CommonGround.OfAsync(context, letter.RecipientId, letter.SenderId, now, cancellationToken)
            ).Mutual.Members.Any(member => member.Handle == People.Members.Handle.Of(handle)?.Value);

        // All three members are locked here, so two simultaneous commands cannot exceed a limit together.
        private async Task<string?> RefusalAsync(
            ConnectionRequest letter,
            long asked,
            DateTime now,
            CancellationToken cancellationToken
        )
        {
            var askedBefore = await context
                .References.Where(reference => reference.RequestId == letter.Id)
                .Select(reference => reference.AskedId)
                .ToListAsync(cancellationToken);
            var waiting = await context
                .References.Open(context.Requests, now)
                .CountAsync(reference => reference.AskedId == asked && reference.Answer == null, cancellationToken);
            return askedBefore.Contains(asked) ? "reference-asked"
                : askedBefore.Count >= Reference.MostForALetter ? "references-full"
                : waiting >= Reference.MostWaiting ? "reference-waits"
                : null;
        }
    }
}
