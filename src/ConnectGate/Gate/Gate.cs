namespace ConnectGate.Gate;

/// <summary>
/// Everything that is checked before a request is stored, and the one place that admits a letter. All rules are asked,
/// all refusals are told together; only what costs most waits until nothing else is left to mend.
/// </summary>
internal sealed class Gate(IEnumerable<IGateRule> rules)
{
    /// <summary>Judges a letter that is to be sent.</summary>
    public async Task<Verdict> JudgeAsync(Attempt attempt, CancellationToken cancellationToken) =>
        Decide(attempt, await FindAsync(rules, attempt, cancellationToken));

    /// <summary>What the gate thinks so far of a letter that somebody is writing; admits nothing.</summary>
    public async Task<IReadOnlyList<Refusal>> PreviewAsync(Attempt attempt, CancellationToken cancellationToken) =>
        Told(await FindAsync(rules.Where(rule => rule is not ICostlyRule), attempt, cancellationToken));

    /// <summary>
    /// Judges the correction of a letter that was admitted and not yet delivered: what it says, not again between whom
    /// it goes.
    /// </summary>
    public async Task<Verdict> JudgeCorrectionAsync(Attempt attempt, CancellationToken cancellationToken) =>
        Decide(attempt, await FindAsync(rules.OfType<ILetterRule>(), attempt, cancellationToken));

    /// <summary>What the gate thinks so far of a correction that somebody is writing; admits nothing.</summary>
    public async Task<IReadOnlyList<Refusal>> PreviewCorrectionAsync(
        Attempt attempt,
        CancellationToken cancellationToken
    ) =>
        Told(await FindAsync(rules.Where(rule => rule is ILetterRule and not ICostlyRule), attempt, cancellationToken));

    /// <summary>
    /// What would refuse any letter between these two, whatever it says; in the words that the sender may read.
    /// </summary>
    public async Task<IReadOnlyList<Refusal>> StandingAsync(Attempt attempt, CancellationToken cancellationToken) =>
        Told(await FindAsync(rules.Where(rule => rule is not ILetterRule), attempt, cancellationToken));

    private static async Task<List<Finding>> FindAsync(
        IEnumerable<IGateRule> rules,
        Attempt attempt,
        CancellationToken cancellationToken
    )
    {
        var findings = new List<Finding>();
        foreach (var rule in rules.OrderBy(rule => rule is ICostlyRule))
        {
            if (rule is ICostlyRule && findings.Count > 0)
            {
                break;
            }

            findings.AddRange(await rule.JudgeAsync(attempt, cancellationToken));
        }

        return findings;
    }

    private static Verdict Decide(Attempt attempt, List<Finding> findings) =>
        findings.Count > 0 ? Verdict.Refused(Told(findings)) : Verdict.Admits(AdmittedLetter.Of(attempt));

    /// <summary>
    /// What the sender can tell: until the waiting time of their own request is over that is the whole answer, whatever
    /// the recipient decided about it; after that a block and a decline for good read like anybody's closed policy, and
    /// a closed policy asks for nothing more. What is about the recipient comes first, by its code, so that the order
    /// does not tell which rule said it.
    /// </summary>
    private static List<Refusal> Told(List<Finding> findings)
    {
        var ownRequestSaysIt = findings.Exists(finding => finding.Kind == FindingKind.OwnRequest);
        var told = findings.Where(finding => !(ownRequestSaysIt && finding.Kind == FindingKind.Secret)).ToList();
        var closed = told.Exists(finding => finding.Refusal.Code == Finding.Unavailable);
        return
        [
            .. told.Where(finding => !(closed && finding.Kind == FindingKind.Policy))
                .Select(finding => finding.Refusal)
                .DistinctBy(refusal => (refusal.Code, refusal.Field))
                .OrderBy(refusal => refusal.Field == Finding.Recipient ? refusal.Code : "~", StringComparer.Ordinal),
        ];
    }
}

/// <summary>The gate's decision: refusals, or the letter admitted.</summary>
internal sealed record Verdict(IReadOnlyList<Refusal> Refusals, AdmittedLetter? Admitted)
{
    public static Verdict Refused(IReadOnlyList<Refusal> refusals) => new(refusals, null);

    public static Verdict Admits(AdmittedLetter letter) => new([], letter);
}
