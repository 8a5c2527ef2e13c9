namespace ConnectGate.Ties.Meetings;

/// <summary>A member takes the code that another member shows. Both thereby confirm that they met.</summary>
public static class ConfirmMeeting
{
    /// <summary>
    /// Checks a code before the member confirms. Nothing changes, but an unknown code counts as a wrong try.
    /// </summary>
    /// <param name="Code">As typed or opened.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string Code) : IQuery<View>;

    /// <param name="Code">The characters of the code, as its link contains them; empty if the code is refused.</param>
    /// <param name="Owner">The member who shows the code; null if the code is refused.</param>
    /// <param name="Confirmed">Whether the current member took the code already.</param>
    /// <param name="Refusal">Null if the current member may take the code, or took it already.</param>
    public sealed record View(string Code, Card? Owner, bool Confirmed, Refusal? Refusal) : ICarriesRefusals
    {
        object ICarriesRefusals.Worded(Func<Refusal, Refusal> word) =>
            Refusal is null ? this : this with { Refusal = word(Refusal) };
    }

    /// <summary>The owner of a code.</summary>
    public sealed record Card(string Handle, string DisplayName, string Headline);

    /// <summary>
    /// Takes a code. Only one member can take it. Refusals: <c>code-malformed</c>, <c>code-unknown</c> (there is no
    /// such code, or a block or a suspension hides its owner), <c>code-over</c>, <c>code-used</c> (another member took
    /// it), <c>own-code</c>, <c>too-many-codes</c>, <c>suspended</c>, <c>talked-about-too-long</c>. A repeated command
    /// of the same member gives the same result.
    /// </summary>
    /// <param name="Code">As typed or opened. Case, spaces and similar-looking characters do not matter.</param>
    /// <param name="TalkedAbout">The taker's own line, as in <see cref="NoteMeeting"/>. Optional.</param>
    [SentBy(Senders.Members)]
    public sealed record Command(string Code, string? TalkedAbout = null) : ICommand<Confirmed>;

    /// <summary>The other member of the confirmed meeting.</summary>
    public sealed record Confirmed(string Handle, string DisplayName);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Code)
                .Must(code => CodeText.Of(code) is not null)
                .OverridePropertyName(CodeReader.Field)
                .WithErrorCode("code-malformed")
                .WithMessage(_ => Words.Of("code-malformed"));
            RuleFor(command => command.TalkedAbout).Within(Meeting.TalkedAboutLimit);
        }
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

            // Several members can scan the code at once. The lock lets one of them take it first; the others then read
            // that it is taken.
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
                var meeting = await MeetAsync(me, code.OwnerId, now, cancellationToken);
                if (!VisibleText.IsBlank(command.TalkedAbout))
                {
                    meeting.Note(me, VisibleText.Clean(command.TalkedAbout));
                }

                await context.SaveChangesAsync(cancellationToken);
            }

            var owner = await CardAsync(code.OwnerId, cancellationToken);
            return new Confirmed(owner.Handle, owner.DisplayName);
        }

        private async Task<Meeting> MeetAsync(long me, long other, DateTime now, CancellationToken cancellationToken)
        {
            if (await context.Meetings.Between(me, other).SingleOrDefaultAsync(cancellationToken) is { } before)
            {
                before.Again(now);
                return before;
            }

            var meeting = Meeting.Of(me, other, now);
            context.Meetings.Add(meeting);
            return meeting;
        }

        private Task<Card> CardAsync(long ownerId, CancellationToken cancellationToken) =>
            context
                .Members.Where(member => member.Id == ownerId)
                .Select(member => new Card(member.Handle, member.DisplayName, member.Headline))
                .SingleAsync(cancellationToken);
    }
}
