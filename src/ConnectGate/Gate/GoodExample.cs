using System.Globalization;
using ConnectGate.Gate.Rules;

namespace ConnectGate.Gate;

/// <summary>
/// A good letter for a reason, which members learn from. The gate refuses a note that copies one: see
/// <see cref="CopiedExampleRule"/>.
/// </summary>
/// <param name="Detail">The words that complete the reason.</param>
public sealed record GoodExample(Reason Reason, string Detail, string Note)
{
    /// <summary>One for each reason, in the order of the reasons. A null language means the default language.</summary>
    public static IReadOnlyList<GoodExample> All(Words words, CultureInfo? language) =>
        [.. Enum.GetValues<Reason>().Select(reason => Of(reason, words, language))];

    /// <summary>The one for that reason. A null language means the default language.</summary>
    public static GoodExample Of(Reason reason, Words words, CultureInfo? language)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(
            reason,
            words.Say(Words.Of($"example-detail-{reason}"), language),
            words.Say(Words.Of($"example-note-{reason}"), language)
        );
    }
}
