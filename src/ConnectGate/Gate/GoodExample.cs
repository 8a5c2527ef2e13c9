using ConnectGate.Gate.Rules;

namespace ConnectGate.Gate;

/// <summary>
/// A good letter for a reason, to learn from. Somebody thought of each of them for somebody; the gate knows them, and
/// refuses a note that copies one: <see cref="CopiedExampleRule"/>.
/// </summary>
/// <param name="Reason">The reason it is for.</param>
/// <param name="Detail">What completes the reason.</param>
/// <param name="Note">The note.</param>
public sealed record GoodExample(Reason Reason, string Detail, string Note)
{
    /// <summary>One for each reason, in the order of the reasons and the reader's language.</summary>
    public static IReadOnlyList<GoodExample> All() => [.. Enum.GetValues<Reason>().Select(Of)];

    private static GoodExample Of(Reason reason) =>
        new(reason, Words.Of($"example-detail-{reason}"), Words.Of($"example-note-{reason}"));
}
