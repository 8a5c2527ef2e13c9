namespace ConnectGate.Ties.Meetings;

/// <summary>A member writes down what they talked about with a member whom they met.</summary>
public static class NoteMeeting
{
    /// <summary>
    /// Replaces the member's own line. The ask page begins their note with it; nobody else reads it. Not found where
    /// the two never met. Refused: <c>talked-about-too-long</c>.
    /// </summary>
    /// <param name="Handle">The other member's.</param>
    /// <param name="TalkedAbout">One line, within <see cref="Limit"/>; empty to remove it.</param>
    [SentBy(Senders.Members)]
    public sealed record Command(string Handle, string? TalkedAbout) : ICommand<Noted>;

    /// <summary>The other member of the meeting.</summary>
    public sealed record Noted(string Handle, string DisplayName);

    public static TextLimit Limit => Meeting.TalkedAboutLimit;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.TalkedAbout).Within(Meeting.TalkedAboutLimit);
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Command, Outcome<Noted>>
    {
        public async Task<Outcome<Noted>> Handle(Command command, CancellationToken cancellationToken)
        {
            var me = actor.Id;
            if (
                await context.Members.SingleOrDefaultAsync(member => member.Handle == command.Handle, cancellationToken)
                    is not { } other
                || await context.Meetings.Between(me, other.Id).SingleOrDefaultAsync(cancellationToken)
                    is not { } meeting
            )
            {
                return Outcome<Noted>.NotFound();
            }

            meeting.Note(me, VisibleText.Clean(command.TalkedAbout));
            await context.SaveChangesAsync(cancellationToken);
            return new Noted(other.Handle, other.DisplayName);
        }
    }
}
