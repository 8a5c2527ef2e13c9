using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Gate.Reading;

/// <summary>The gate's judgement of a letter's words.</summary>
/// <param name="Evidence">Everything found for and against the letter.</param>
/// <param name="Refusals">Certain findings; each but one about the whole text quotes its proof.</param>
/// <param name="Advice">Likely findings. They keep nothing from being sent.</param>
internal sealed record Reading(
    IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<Remark> Refusals,
    IReadOnlyList<Remark> Advice
);

/// <summary>One thing that speaks for or against a letter.</summary>
/// <param name="Sign">Its kind: a <see cref="Section"/> or a <see cref="Signs"/>.</param>
/// <param name="Weight">How much it says.</param>
/// <param name="Passage">The text it stands in.</param>
/// <param name="Start">Where it begins in <see cref="FoldedText.Text"/>.</param>
/// <param name="Length">How long it is there.</param>
internal sealed record Evidence(string Sign, double Weight, Passage Passage, int Start, int Length)
{
    /// <summary>The words as they were typed.</summary>
    public Quote Quote => Passage.Quote(Start, Length);

    public bool SpeaksFor => Sign == Section.Known;
}

/// <summary>A refusal or an advice, before it has words.</summary>
internal sealed record Remark(string Code, Quote Quote);

/// <summary>Kinds of evidence that no list of phrases holds.</summary>
internal static class Signs
{
    public const string Link = "link";

    /// <summary>A blank of a template that nobody filled in.</summary>
    public const string Blank = "blank";

    /// <summary>The same words again and again.</summary>
    public const string Repetition = "repetition";

    /// <summary>Keys hit at random.</summary>
    public const string Mash = "mash";

    /// <summary>A sentence that the learnt weights take for one to anybody.</summary>
    public const string Leaning = "leaning";
}

/// <summary>The codes of the personal note rule.</summary>
public static class Codes
{
    public const string StockSentence = "stock-sentence";
    public const string UnfilledPlaceholder = "unfilled-placeholder";
    public const string BareLink = "bare-link";
    public const string Padding = "padding";
    public const string EmptyFlattery = "empty-flattery";
    public const string SalesPitch = "sales-pitch";
    public const string JobBlast = "job-blast";
    public const string Abuse = "abuse";
    public const string SoundsStock = "sounds-stock";
    public const string SoundsLikeAPitch = "sounds-like-a-pitch";
    public const string SoundsUnkind = "sounds-unkind";

    /// <summary>The code of a refusal for evidence of this kind.</summary>
    public static string Of(string sign) =>
        sign switch
        {
            Section.Abuse => Abuse,
            Signs.Blank => UnfilledPlaceholder,
            Signs.Link => BareLink,
            Section.Pitch => SalesPitch,
            Section.Blast => JobBlast,
            Section.Flattery => EmptyFlattery,
            Section.Stock => StockSentence,
            _ => Padding,
        };

    /// <summary>Whether this advice puts a letter below the others in the inbox, or sends it back.</summary>
    public static bool IsToAnyone(string code) => code is SoundsLikeAPitch or SoundsStock;
}
