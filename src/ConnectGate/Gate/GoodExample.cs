using System.Globalization;
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
    /// <summary>One for each reason, in the order of the reasons; in the default language where null.</summary>
    public static IReadOnlyList<GoodExample> All(Words words, CultureInfo? language) =>
        [
            .. Enum.GetValues<Reason>()
                .Select(reason => new GoodExample(
                    reason,
                    words.Say(Words.Of($"example-detail-{reason}"), language),
                    words.Say(Words.Of($"example-note-{reason}"), language)
                )),
        ];
}
