namespace ConnectGate.Gate;

/// <summary>A request to connect as the member typed it. Nothing in it is checked yet.</summary>
/// <param name="Reason">Null where none was chosen.</param>
/// <param name="ReasonDetail">The words that complete the reason.</param>
/// <param name="Answers">Answers to the recipient's questions; null counts as none.</param>
public sealed record Letter(string? Note, Reason? Reason, string? ReasonDetail, IReadOnlyList<Answer>? Answers)
{
    /// <summary>
    /// The public id of a shared group or gathering, which then completes the reason; null or blank where none was
    /// picked.
    /// </summary>
    public string? Group { get; init; }

    /// <summary>
    /// Whether the writer has seen the gate's advice and sends the letter as it is. Refusals stand all the same.
    /// </summary>
    public bool AdviceSeen { get; init; }

    /// <summary>Whether the member picked a group and chose a reason that a group completes.</summary>
    internal bool PicksGroup =>
        Reason is ConnectGate.Gate.Reason.SameEvent or ConnectGate.Gate.Reason.SameGroup
        && !string.IsNullOrWhiteSpace(Group);

    public static Letter Blank { get; } = new(null, null, null, null);
}
