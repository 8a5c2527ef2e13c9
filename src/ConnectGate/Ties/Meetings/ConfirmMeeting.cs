namespace ConnectGate.Ties.Meetings;

/// <summary>Who was shown a code takes it: both confirm that they met.</summary>
public static class ConfirmMeeting
{
    /// <summary>What a code comes to before anything is confirmed; changes nothing.</summary>
    /// <param name="Code">As it was typed or opened.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string Code) : IQuery<View>;

    /// <summary>The page of a code.</summary>
    /// <param name="Code">Its characters, as its link has them; empty where it is not good.</param>
    /// <param name="Owner">Whose it is; null where it is not good.</param>
    /// <param name="Confirmed">Whether the current member took it already.</param>
    /// <param name="Refusal">Why it is not good; null where it is.</param>
    public sealed record View(string Code, Card? Owner, bool Confirmed, Refusal? Refusal) : ICarriesRefusals
    {
        object ICarriesRefusals.Worded(Func<Refusal, Refusal> word) =>
            Refusal is null ? this : this with { Refusal = word(Refusal) };
    }

    /// <summary>Whose code it is.</summary>
    public sealed record Card(string Handle, string DisplayName, string Headline);

    /// <summary>
    /// Takes a code, which is good once. Refused: <c>code-malformed</c>, <c>code-unknown</c> (there is none, or it is a
    /// member's whom a block or a suspension hides), <c>code-over</c>, <c>code-used</c> by another, <c>own-code</c>,
    /// <c>too-many-codes</c>, <c>suspended</c>. Taken again by the same member it says the same again.
    /// </summary>
    /// <param name="Code">As it was typed or opened: case, blanks and look-alikes are forgiven.</param>
    [SentBy(Senders.Members)]
    public sealed record Command(string Code) : ICommand<Confirmed>;

    /// <summary>With whom the meeting is confirmed.</summary>
    public sealed record Confirmed(string Handle, string DisplayName);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(command => command.Code)
                .Must(code => CodeText.Of(code) is not null)
                .OverridePropertyName(CodeReader.Field)
                .WithErrorCode("code-malformed")
                .WithMessage(_ => Words.Of("code-malformed"));
    }

    internal sealed class Handler(ConnectGateContext context, CodeReader codes, Actor actor)
        : IRequestHandler<Query, View>,
            IRequestHandler<Command, Outcome<Confirmed>>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var (code, refusal) = await codes.ReadAsync(query.Code, actor.Now, cancellationToken);
            return refusal is not null
                ? new View("", null, Confirmed: false, refusal)
                : new View(
                    CodeText.Of(query.Code)!.Value.Value,
                    await CardAsync(code!.OwnerId, cancellationToken),
                    code.TakenById == actor.Id,
                    null
                );
        }

        public async Task<Outcome<Confirmed>> Handle(Command command, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            var (read, refusal) = await codes.ReadAsync(command.Code, now, cancellationToken);
            if (refusal is not null)
            {
                return Outcome<Confirmed>.Refused([refusal]);
            }

            // Of several who scan at once one is first: the others read, once the owner's row is theirs, that it was
            // taken.
            await context.LockMembersAsync(cancellationToken, me, read!.OwnerId);
            var code = await context.MeetingCodes.SingleAsync(code => code.OwnerId == read.OwnerId, cancellationToken);
            refusal =
                code.Sealed == read.Sealed
                    ? await codes.AgainstAsync(code, now, cancellationToken)
                    : CodeReader.Unknown();
            if (refusal is not null)
            {
                return Outcome<Confirmed>.Refused([refusal]);
            }

            if (code.TakenById is null)
            {
                code.Take(me, now);
                await MeetAsync(me, code.OwnerId, now, cancellationToken);
                await context.SaveChangesAsync(cancellationToken);
            }

            var owner = await CardAsync(code.OwnerId, cancellationToken);
            return new Confirmed(owner.Handle, owner.DisplayName);
        }

        private async Task MeetAsync(long me, long other, DateTime now, CancellationToken cancellationToken)
        {
            if (await context.Meetings.Between(me, other).SingleOrDefaultAsync(cancellationToken) is { } before)
            {
                before.Again(now);
            }
            else
            {
                context.Meetings.Add(Meeting.Of(me, other, now));
            }
        }

        private Task<Card> CardAsync(long ownerId, CancellationToken cancellationToken) =>
            context
                .Members.Where(member => member.Id == ownerId)
                .Select(member => new Card(member.Handle, member.DisplayName, member.Headline))
                .SingleAsync(cancellationToken);
    }
}
