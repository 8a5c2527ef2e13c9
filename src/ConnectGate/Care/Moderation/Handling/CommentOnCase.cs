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

    internal sealed class Handler(CaseFile cases, Actor actor) : IRequestHandler<Command, Outcome<Done>>
    {
        public Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken) =>
            cases.ActAsync(
                command.Id,
                AuditAct.CommentedOnCase,
                why: null,
                file =>
                {
                    if (file.TakerAt(actor.Now) == actor.Id)
                    {
                        file.Take(actor.Id, actor.Now);
                    }

                    cases.Comment(file, command.Text);
                },
                cancellationToken,
                whoeverHasIt: true
            );
    }
}
