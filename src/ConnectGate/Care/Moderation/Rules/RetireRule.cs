using ConnectGate.Foundation.Audit;

namespace ConnectGate.Care.Moderation.Rules;

/// <summary>An administrator takes a rule off the list.</summary>
public static class RetireRule
{
    /// <summary>Not found where there is no such rule in the list.</summary>
    [SentBy(Senders.Administrators)]
    [Audited(AuditAct.RetiredRule)]
    public sealed record Command(string Id) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, Actor actor, AuditTrail trail)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (
                await context.CommunityRules.SingleOrDefaultAsync(
                    rule => rule.PublicId == command.Id && rule.RetiredAt == null,
                    cancellationToken
                )
                is not { } rule
            )
            {
                return Outcome<Done>.NotFound();
            }

            rule.RetiredAt = actor.Now;
            trail.Tell(AuditAct.RetiredRule, reason: rule.Name);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
