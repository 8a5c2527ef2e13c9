using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Gate.Reading;

/// <summary>What the gate made of a letter's words.</summary>
/// <param name="Evidence">Everything that spoke for or against it, in the order it was found.</param>
/// <param name="Refusals">What it is refused for; none where it passes.</param>
/// <param name="Prompts">What its writer may want to know, though it passes.</param>
internal sealed record Reading(
    IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<Remark> Refusals,
    IReadOnlyList<Remark> Prompts
);

/// <summary>One thing that speaks for or against a letter.</summary>
/// <param name="Sign">What kind of thing: a <see cref="Section"/> or a <see cref="Signs"/>.</param>
/// <param name="Field">The field it stands in.</param>
/// <param name="Found">The words, as they were written.</param>
/// <param name="Weight">How much it says.</param>
internal sealed record Evidence(string Sign, string Field, string Found, double Weight)
{
    /// <summary>Whether it speaks for the letter.</summary>
    public bool SpeaksFor => Sign is Section.Known or Signs.OwnWord or Signs.Name or Signs.UnusualWord;
}

/// <summary>A refusal or prompt: its code, and the field that it is about.</summary>
internal sealed record Remark(string Code, string Field);

/// <summary>Kinds of evidence that no list of phrases holds.</summary>
internal static class Signs
{
    /// <summary>A word that is neither everyday nor networking: somebody chose it for this letter.</summary>
    public const string OwnWord = "own-word";

    /// <summary>A name inside a sentence, other than those of the two and their work.</summary>
    public const string Name = "name";

    /// <summary>Only words that anybody could write to anybody.</summary>
    public const string FitsAnyone = "fits-anyone";

    /// <summary>A word of networking and praise.</summary>
    public const string Speak = "speak";

    /// <summary>A word or pair of words that hollow notes use more often than personal ones.</summary>
    public const string UsualWord = "usual-word";

    /// <summary>A word or pair of words that personal notes use more often than hollow ones.</summary>
    public const string UnusualWord = "unusual-word";

    /// <summary>A link.</summary>
    public const string Link = "link";

    /// <summary>A blank that was not filled.</summary>
    public const string Blank = "blank";

    /// <summary>The same words again and again.</summary>
    public const string Repetition = "repetition";

    /// <summary>Words that are none.</summary>
    public const string Mash = "mash";
}

/// <summary>The codes of the personal note rule: the first seven refuse, the others only prompt.</summary>
internal static class Codes
{
    public const string StockSentence = "stock-sentence";
    public const string UnfilledPlaceholder = "unfilled-placeholder";
    public const string BareLink = "bare-link";
    public const string Padding = "padding";
    public const string EmptyFlattery = "empty-flattery";
    public const string SalesPitch = "sales-pitch";
    public const string JobBlast = "job-blast";
    public const string Abuse = "abuse";
    public const string ThinNote = "thin-note";
    public const string SoundsStock = "sounds-stock";
    public const string SoundsLikeAnOffer = "sounds-like-an-offer";
    public const string SoundsUnkind = "sounds-unkind";

    /// <summary>Those that refuse, in the order in which they are told.</summary>
    public static readonly IReadOnlyList<string> OfRefusals =
    [
        Abuse,
        UnfilledPlaceholder,
        BareLink,
        Padding,
        SalesPitch,
        JobBlast,
        EmptyFlattery,
        StockSentence,
    ];

    /// <summary>Those that only prompt.</summary>
    public static readonly IReadOnlyList<string> OfPrompts = [ThinNote, SoundsStock, SoundsLikeAnOffer, SoundsUnkind];
}
