using ConnectGate.Foundation.Audit;

namespace ConnectGate.Care.Moderation.Rules;

/// <summary>An administrator adds a rule or changes one.</summary>
public static class SaveRule
{
    /// <summary>The most rules in the list.</summary>
    public const int Most = 30;

    /// <summary>
    /// Not found where there is no such rule in the list. Refused: <c>rule-name-…</c> (field <c>name</c>),
    /// <c>wording-…</c> (field <c>wording</c>), <c>too-many-rules</c>.
    /// </summary>
    /// <param name="Id">Null adds a rule.</param>
    /// <param name="Name">3 to 120 visible characters.</param>
    /// <param name="Wording">Up to 1,000 visible characters; optional.</param>
    [SentBy(Senders.Administrators)]
    [Audited(AuditAct.ChangedRule)]
    public sealed record Command(string? Id, string? Name, string? Wording) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Name).Within(Measures.Measure.RuleLimit);
            RuleFor(command => command.Wording).Within(CommunityRule.WordingLimit);
        }
    }

    internal sealed class Handler(ConnectGateContext context, AuditTrail trail)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var (name, wording) = (VisibleText.Clean(command.Name), VisibleText.Clean(command.Wording));
            if (command.Id is null)
            {
                if (await context.CommunityRules.CountAsync(rule => rule.RetiredAt == null, cancellationToken) >= Most)
                {
                    return Outcome<Done>.Refused([
                        new Refusal("too-many-rules", "", Words.Format("too-many-rules", Most)),
                    ]);
                }

                context.CommunityRules.Add(new CommunityRule { Name = name, Wording = wording });
            }
            else if (
                await context.CommunityRules.SingleOrDefaultAsync(
                    rule => rule.PublicId == command.Id && rule.RetiredAt == null,
                    cancellationToken
                ) is
                { } rule
            )
            {
                (rule.Name, rule.Wording) = (name, wording);
            }
            else
            {
                return Outcome<Done>.NotFound();
            }

            trail.Tell(AuditAct.ChangedRule, reason: name);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
