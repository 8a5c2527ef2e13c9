using ConnectGate.Gate.Reading;

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

    /// <summary>The verdict so far on a letter that is still being written. Admits nothing.</summary>
    public async Task<Verdict> PreviewAsync(Attempt attempt, CancellationToken cancellationToken) =>
        Preview(await FindAsync(rules.Where(rule => rule is not ICostlyRule), attempt, cancellationToken));

    /// <summary>
    /// Judges the correction of an admitted letter before its delivery. Judges only the text, and not the two members
    /// again.
    /// </summary>
    public async Task<Verdict> JudgeCorrectionAsync(Attempt attempt, CancellationToken cancellationToken) =>
        Decide(attempt, await FindAsync(rules.OfType<ILetterRule>(), attempt, cancellationToken));

    /// <summary>The verdict so far on a correction that is still being written. Admits nothing.</summary>
    public async Task<Verdict> PreviewCorrectionAsync(Attempt attempt, CancellationToken cancellationToken) =>
        Preview(
            await FindAsync(rules.Where(rule => rule is ILetterRule and not ICostlyRule), attempt, cancellationToken)
        );

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
            if (rule is ICostlyRule && findings.Exists(finding => !finding.IsAdvice))
            {
                break;
            }

            findings.AddRange(await rule.JudgeAsync(attempt, cancellationToken));
        }

        return findings;
    }

    private static Verdict Decide(Attempt attempt, List<Finding> findings)
    {
        var verdict = Preview(findings);
        var isAdmitted = verdict.Refusals.Count == 0 && (verdict.Advice.Count == 0 || attempt.Letter.AdviceSeen);
        return isAdmitted ? verdict with { Admitted = AdmittedLetter.Of(attempt, verdict.CouldBeToAnyone) } : verdict;
    }

    private static Verdict Preview(List<Finding> findings) =>
        new(Told(findings), [.. findings.Where(finding => finding.IsAdvice).Select(finding => finding.Refusal)]);

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
            .. told.Where(finding => !finding.IsAdvice && !(closed && finding.Kind == FindingKind.Policy))
                .Select(finding => finding.Refusal)
                .DistinctBy(refusal => (refusal.Code, refusal.Field, refusal.Quote))
                .OrderBy(refusal => refusal.Field == Finding.Recipient ? refusal.Code : "~", StringComparer.Ordinal),
        ];
    }
}

/// <summary>The gate's decision on a letter.</summary>
/// <param name="Refusals">Empty where nothing stops the letter for certain.</param>
/// <param name="Advice">The findings that are only likely, whether the writer has seen them or not.</param>
internal sealed record Verdict(IReadOnlyList<Refusal> Refusals, IReadOnlyList<Refusal> Advice)
{
    /// <summary>
    /// Null where the letter is refused, where its writer has not seen the advice yet, and in a preview.
    /// </summary>
    public AdmittedLetter? Admitted { get; init; }

    /// <summary>Whether the advice says that the letter could have been written to anyone.</summary>
    public bool CouldBeToAnyone => Advice.Any(one => Codes.IsToAnyone(one.Code));

    /// <summary>The outcome of a command whose letter was not admitted.</summary>
    public Outcome<T> NotAdmitted<T>() =>
        Refusals.Count > 0 ? Outcome<T>.Refused(Refusals) : Outcome<T>.Advised(Advice);
}
