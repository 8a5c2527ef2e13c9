using ConnectGate.Letters.Requests;

namespace ConnectGate.Desk.Inbox.Decisions;

/// <summary>The recipient declines several waiting letters at once, silently.</summary>
public static class DeclineMany
{
    /// <summary>
    /// Declines the letters that wait for the current member and leaves the others unchanged. Returns the number of
    /// declined letters. Refused: <c>too-many-letters</c> for more than one page of letters.
    /// </summary>
    /// <param name="ForGood">"Not for me" instead of "not now".</param>
    [SentBy(Senders.Members)]
    public sealed record Command(IReadOnlyList<string> Ids, bool ForGood) : ICommand<int>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(command => command.Ids)
                .Must(ids => ids is { Count: <= Page<ReviewInbox.Row>.Size })
                .OverridePropertyName("ids")
                .WithErrorCode("too-many-letters")
                .WithMessage(_ => Words.Format("too-many-letters", Page<ReviewInbox.Row>.Size));
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor, LettersToMe letters, IMediator mediator)
        : IRequestHandler<Command, Outcome<int>>
    {
        public async Task<Outcome<int>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            var waiting = letters.Readable(now).Waiting(now).Where(letter => command.Ids.Contains(letter.PublicId));
            var senders = await waiting.Select(letter => letter.SenderId).ToListAsync(cancellationToken);
            await context.LockMembersAsync(cancellationToken, [actor.Id, .. senders]);

            var declined = await waiting.ToListAsync(cancellationToken);
            foreach (var letter in declined)
            {
                letter.Decline(command.ForGood, reply: null, now);
                await mediator.Publish(new RequestDeclined(letter, NowWithWords: false), cancellationToken);
            }

            await context.SaveChangesAsync(cancellationToken);
            return declined.Count;
        }
    }
}
