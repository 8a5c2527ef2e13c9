using ConnectGate.Foundation.Audit;
using ConnectGate.People.Members.Suspensions;
using ConnectGate.Ties.Groups.Roster;

namespace ConnectGate.Care.Moderation.Recognition;

/// <summary>
/// A moderator recognises a group or gathering that members made: from then on sharing it is confirmed, and counts for
/// policies. Or takes that back.
/// </summary>
public static class RecogniseGroup
{
    /// <summary>
    /// Does it, and writes it into the log. Refused: <c>own-group</c> for who organises it;
    /// <c>reason-given-missing</c> and the like, field <c>reason</c>.
    /// </summary>
    /// <param name="Id">The group's public id.</param>
    /// <param name="Recognised">Whether it is recognised from now on.</param>
    /// <param name="Reason">Why: 10 to 1,000 visible characters, for the log.</param>
    /// <exception cref="IllegalTransitionException">It is so already.</exception>
    [SentBy(Senders.Moderators)]
    public sealed record Command(string Id, bool Recognised, string? Reason) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Reason).Within(Suspension.ReasonLimit);
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (
                await context.Groups.SingleOrDefaultAsync(group => group.PublicId == command.Id, cancellationToken)
                is not { } group
            )
            {
                return Outcome<Done>.NotFound();
            }

            var now = actor.Now;
            await context.LockMembersAsync(cancellationToken, group.MadeById);
            await context.Entry(group).ReloadAsync(cancellationToken);
            var me = actor.Id;
            if (await context.OrganisersOf(group.Id).AnyAsync(organiser => organiser.MemberId == me, cancellationToken))
            {
                return Outcome<Done>.Refused([new Refusal("own-group", "", Words.Of("own-group"))]);
            }

            group.Recognise(command.Recognised, now);
            context.Audit.Add(
                new AuditEntry
                {
                    At = now,
                    ActorId = actor.Id,
                    Act = command.Recognised ? AuditAct.RecognisedGroup : AuditAct.TookBackRecognition,
                    SubjectId = group.MadeById,
                    GroupId = group.Id,
                    Reason = VisibleText.Clean(command.Reason),
                }
            );
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
