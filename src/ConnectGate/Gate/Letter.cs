namespace ConnectGate.Gate;

/// <summary>What a member wrote to ask to be connected, as it was typed: nothing of it has been checked.</summary>
/// <param name="Note">The personal note.</param>
/// <param name="Reason">The reason chosen; null where none was.</param>
/// <param name="ReasonDetail">What completes the reason.</param>
/// <param name="Answers">Answers to the recipient's questions; null counts as none.</param>
public sealed record Letter(string? Note, Reason? Reason, string? ReasonDetail, IReadOnlyList<Answer>? Answers)
{
    /// <summary>
    /// The public id of a group or gathering that both share, which then completes the reason; null or blank where none
    /// was picked.
    /// </summary>
    public string? Group { get; init; }

    /// <summary>Whether the reason is one that a shared group completes, and one was picked.</summary>
    internal bool PicksGroup =>
        Reason is ConnectGate.Gate.Reason.SameEvent or ConnectGate.Gate.Reason.SameGroup
        && !string.IsNullOrWhiteSpace(Group);

    /// <summary>A letter in which nothing was typed.</summary>
    public static Letter Blank { get; } = new(null, null, null, null);
}
