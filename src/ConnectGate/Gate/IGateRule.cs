namespace ConnectGate.Gate;

/// <summary>
/// One rule of the gate. A feature implements it for its own data, and the gate finds every implementation. A rule only
/// reads and stores nothing. It sends the database the same queries whatever the result, so that the response time
/// reveals nothing to a sender.
/// </summary>
internal interface IGateRule
{
    /// <summary>All objections of this rule to the attempt; empty where there are none.</summary>
    Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken);
}

/// <summary>
/// A rule about the text of a letter. It also judges corrections; the other rules judge only the two members.
/// </summary>
internal interface ILetterRule : IGateRule;

/// <summary>
/// A rule that costs more than the others. It runs last, only where no other rule refuses, and never while a member is
/// still writing.
/// </summary>
internal interface ICostlyRule : IGateRule;
