using ConnectGate.Foundation.Audit;

namespace ConnectGate.Care.Moderation.Handling;

/// <summary>A moderator writes to the other moderators about a case.</summary>
public static class CommentOnCase
{
    /// <summary>
    /// A moderator who has the case keeps it for another hour. Also possible on a closed case. Refused:
    /// <c>case-comment-…</c> (field <c>text</c>); <c>own-case</c> for the member whom the case is about.
    /// </summary>
    /// <param name="Text">1 to 2,000 visible characters.</param>
    [SentBy(Senders.Moderators)]
    [Audited(AuditAct.CommentedOnCase)]
    public sealed record Command(string Id, string? Text) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Text).Within(CaseComment.Limit);
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor, CaseFile cases, AuditTrail trail)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await cases.FindToActAsync(command.Id, cancellationToken) is not { } file)
            {
                return Outcome<Done>.NotFound();
            }

            if (file.AuthorId == actor.Id)
            {
                return Outcome<Done>.Refused([Conflicts.Refusal]);
            }

            var (me, now) = (actor.Id, actor.Now);
            if (file.TakerAt(now) == me)
            {
                file.Take(me, now);
            }

            context.CaseComments.Add(
                new CaseComment
                {
                    CaseId = file.Id,
                    AuthorId = me,
                    Text = VisibleText.Clean(command.Text),
                    At = now,
                }
            );
            trail.Tell(AuditAct.CommentedOnCase, file.AuthorId, file.Id);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
