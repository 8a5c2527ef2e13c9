namespace ConnectGate.Gate;

/// <summary>
/// Checks every letter before a request is stored, and is the only place that admits one. Asks all rules and reports
/// all refusals together. Costly rules run only where no other rule refuses.
/// </summary>
internal sealed class Gate(IEnumerable<IGateRule> rules)
{
    /// <summary>Judges a new letter.</summary>
    public async Task<Verdict> JudgeAsync(Attempt attempt, CancellationToken cancellationToken) =>
        Decide(attempt, await FindAsync(rules, attempt, cancellationToken));

    /// <summary>The refusals for a letter that is still being written. Admits nothing.</summary>
    public async Task<IReadOnlyList<Refusal>> PreviewAsync(Attempt attempt, CancellationToken cancellationToken) =>
        Told(await FindAsync(rules.Where(rule => rule is not ICostlyRule), attempt, cancellationToken));

    /// <summary>
    /// Judges the correction of an admitted letter before its delivery. Judges only the text, and not the two members
    /// again.
    /// </summary>
    public async Task<Verdict> JudgeCorrectionAsync(Attempt attempt, CancellationToken cancellationToken) =>
        Decide(attempt, await FindAsync(rules.OfType<ILetterRule>(), attempt, cancellationToken));

    /// <summary>The refusals for a correction that is still being written. Admits nothing.</summary>
    public async Task<IReadOnlyList<Refusal>> PreviewCorrectionAsync(
        Attempt attempt,
        CancellationToken cancellationToken
    ) =>
        Told(await FindAsync(rules.Where(rule => rule is ILetterRule and not ICostlyRule), attempt, cancellationToken));

    /// <summary>
    /// The refusals for any letter between these two, whatever its text, as the sender may read them.
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
    /// Selects the refusals that the sender may read. Until the sender may ask again, the refusal for their own earlier
    /// request hides the recipient's private decisions. After that a block and a permanent decline read like any closed
    /// policy. A closed policy hides the other demands of a policy. Refusals about the recipient come first, ordered by
    /// code, so that the order does not reveal the rule.
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
