namespace ConnectGate.Care.Moderation.Rules;

/// <summary>Gives a new community its first rules, in its default language. Once: it may then retire them.</summary>
internal sealed class FirstRules(ConnectGateContext context, Words words) : IRefresh
{
    private static readonly string[] Names =
    [
        "impersonal",
        "sales",
        "harassment",
        "impersonation",
        "false-claim",
        "conduct",
    ];

    public string Name => "FirstRules1";

    public async Task<long?> RunAsync(long after, CancellationToken cancellationToken)
    {
        if (await context.CommunityRules.AnyAsync(cancellationToken))
        {
            return null;
        }

        context.CommunityRules.AddRange(
            Names.Select(name => new CommunityRule
            {
                Name = words.Say(Words.Of($"rule-{name}"), language: null),
                Wording = words.Say(Words.Of($"rule-{name}-wording"), language: null),
            })
        );
        return null; // the caller saves
    }
}
