using ConnectGate.Foundation.Audit;
using ConnectGate.People.Members.Suspensions;
using ConnectGate.Ties.Groups.Roster;

namespace ConnectGate.Care.Moderation.Recognition;

/// <summary>
/// A moderator recognises a group or gathering, or ends the recognition. Sharing a recognised group is confirmed and
/// counts for policies.
/// </summary>
public static class RecogniseGroup
{
    /// <summary>
    /// Writes an audit entry. Refused: <c>own-group</c> for an organiser of the group; the codes of the reason's limit
    /// (field <c>reason</c>).
    /// </summary>
    /// <param name="Reason">10 to 1,000 visible characters, for the audit log.</param>
    /// <exception cref="IllegalTransitionException">The group already has that state.</exception>
    [SentBy(Senders.Moderators)]
    [Audited(AuditAct.RecognisedGroup, AuditAct.TookBackRecognition)]
    public sealed record Command(string Id, bool Recognised, string? Reason) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Reason).Within(Suspension.ReasonLimit);
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor, AuditTrail trail)
        : IRequestHandler<Command, Outcome<Done>>
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
            trail.Tell(
                command.Recognised ? AuditAct.RecognisedGroup : AuditAct.TookBackRecognition,
                subjectId: group.MadeById,
                groupId: group.Id,
                reason: command.Reason
            );
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
