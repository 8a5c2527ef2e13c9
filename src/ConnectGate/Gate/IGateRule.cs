namespace ConnectGate.Gate;

/// <summary>
/// One rule of the gate. A feature implements it for the data it owns; the gate finds every implementation. A rule reads, decides and says; it stores nothing, and
/// asks the database the same questions whatever it finds, so that a sender cannot tell one answer from another by its time.
/// </summary>
internal interface IGateRule
{
    /// <summary>Everything this rule has against the attempt; nothing lets it pass.</summary>
    Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken);
}

/// <summary>A rule that reads only what was written, and so judges a correction too. The others judge between whom it goes.</summary>
internal interface ILetterRule : IGateRule;
