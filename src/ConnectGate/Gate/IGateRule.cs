namespace ConnectGate.Gate;

/// <summary>
/// One rule of the gate. A feature implements it for the data it owns; the gate finds every implementation. A rule
/// reads, decides and says; it stores nothing, and asks the database the same questions whatever it finds, so that a
/// sender cannot tell one answer from another by its time.
/// </summary>
internal interface IGateRule
{
    /// <summary>Everything this rule has against the attempt; nothing lets it pass.</summary>
    Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken);
}

/// <summary>
/// A rule about what was written, which judges a correction too. The others judge between whom it goes.
/// </summary>
internal interface ILetterRule : IGateRule;

/// <summary>
/// A rule that costs more than the others: asked last, only where nothing else refuses, and never while somebody is
/// still writing.
/// </summary>
internal interface ICostlyRule : IGateRule;
