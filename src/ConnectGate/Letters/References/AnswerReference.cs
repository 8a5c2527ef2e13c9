namespace ConnectGate.Letters.References;

/// <summary>The asked member says whether they know a letter's sender.</summary>
public static class AnswerReference
{
    /// <summary>
    /// Stores the answer, or changes it. Only the asker sees it. Not found if the current member was not asked, or if
    /// the letter no longer waits for a decision. Refusals: <c>answer-missing</c> (field <c>answer</c>),
    /// <c>reference-line-too-long</c> (field <c>line</c>), <c>suspended</c>.
    /// </summary>
    /// <param name="Id">The reference's public id.</param>
    /// <param name="Answer">Null is refused.</param>
    /// <param name="Line">An optional addition; null and blank mean none.</param>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(string Id, Acquaintance? Answer, string? Line) : ICommand<Done>;

    public static TextLimit LineLimit => Reference.LineLimit;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Answer)
                .Must(answer => answer is { } chosen && Enum.IsDefined(chosen))
                .OverridePropertyName("answer")
                .WithErrorCode("answer-missing")
                .WithMessage(_ => Words.Of("reference-answer-missing"));
            RuleFor(command => command.Line).Within(Reference.LineLimit);
        }
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor, IMediator mediator)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            var open = context
                .References.Open(context.Requests, now)
                .Where(reference => reference.PublicId == command.Id && reference.AskedId == me);
            if (await open.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } found)
            {
                return Outcome<Done>.NotFound();
            }

            await context.LockMembersAsync(cancellationToken, found.AskerId, found.AboutId, me);
            if (await open.SingleOrDefaultAsync(cancellationToken) is not { } reference)
            {
                return Outcome<Done>.NotFound();
            }

            var first = reference.Answer is null;
            reference.Say(command.Answer!.Value, VisibleText.Clean(command.Line), now);
            await MarkAsync(reference, cancellationToken);
            await mediator.Publish(new ReferenceAnswered(reference, first), cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }

        private async Task MarkAsync(Reference reference, CancellationToken cancellationToken)
        {
            var letter = await context.Requests.SingleAsync(
                letter => letter.Id == reference.RequestId,
                cancellationToken
            );
            var others = await context
                .References.Vouching()
                .AnyAsync(other => other.RequestId == letter.Id && other.Id != reference.Id, cancellationToken);
            letter.Vouch(others || reference.Answer!.Value.Vouches());
        }
    }
}
