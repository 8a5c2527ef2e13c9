using ConnectGate.Gate.Reading;
using ConnectGate.Letters.Asking;

namespace ConnectGate.Web.Pages.Writing;

/// <summary>The gate's view of a letter, as the panel beside it shows it.</summary>
/// <param name="Missing">The lines that stop the letter.</param>
/// <param name="Advice">The lines about words that are only likely to be a mistake.</param>
/// <param name="Helps">The lines that would make the letter better.</param>
public sealed record GateView(
    IReadOnlyList<GateView.Line> Missing,
    IReadOnlyList<GateView.Line> Advice,
    IReadOnlyList<GateView.Line> Helps
)
{
    // The help on the right is more exact than the refusal on the left, so it replaces the refusal.
    private static readonly Dictionary<string, string> Better = new(StringComparer.Ordinal)
    {
        ["answer-missing"] = "question-open",
        ["note-too-short"] = "characters-left",
    };

    /// <summary>Whether the gate has read the letter.</summary>
    public bool Asked { get; init; }

    /// <summary>Whether the writer pressed Send, and the letter was not sent.</summary>
    public bool NotSent { get; init; }

    /// <summary>Whether the advice puts the letter below the others in the recipient's inbox.</summary>
    public bool ComesBelow { get; init; }

    /// <summary>The reason why the gate did not read it: too many checks.</summary>
    public string? Later { get; init; }

    /// <summary>The least visible characters of the note; null where the gate did not read it.</summary>
    public int? MinimumNote { get; init; }

    /// <summary>The view before the first check.</summary>
    public static GateView NotAsked { get; } = new([], [], []);

    public bool Passes => Asked && Missing.Count == 0;

    /// <summary>The words of a field that the lines quote.</summary>
    public IEnumerable<Quote> Quotes(string field) =>
        Missing.Concat(Advice).Select(line => line.Quote).OfType<Quote>().Where(quote => quote.Field == field);

    /// <summary>A message and its field; the field is empty where the message is about none in the form.</summary>
    /// <param name="Quote">The words that the message is about; null where it is about none.</param>
    public sealed record Line(string Field, string Message, Quote? Quote);

    /// <summary>The gate's answer to a check, each message once.</summary>
    public static GateView Of(CheckRequest.View view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.MinimumNote is null)
        {
            return NotAsked with { Later = view.Refusals[0].Message };
        }

        var said = view
            .Help.Where(help =>
                view.Refusals.Any(refusal =>
                    refusal.Field == help.Field && Better.GetValueOrDefault(refusal.Code) == help.Code
                )
            )
            .ToList();
        return Of(
            view.Refusals.Select(refusal =>
                said.Find(help => help.Field == refusal.Field && Better.GetValueOrDefault(refusal.Code) == help.Code)
                ?? refusal
            ),
            view.Advice,
            view.Help.Except(said)
        ) with
        {
            MinimumNote = view.MinimumNote,
        };
    }

    /// <summary>The gate's answer to a letter that it did not let through.</summary>
    public static GateView OfNotSent<T>(Outcome<T> outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return Of(outcome.Refusals, outcome.Advice, []) with { NotSent = true };
    }

    private static GateView Of(
        IEnumerable<Refusal> refusals,
        IReadOnlyList<Refusal> advice,
        IEnumerable<Refusal> help
    ) =>
        new([.. Outermost([.. refusals.Select(LineOf)])], [.. advice.Select(LineOf)], [.. help.Select(LineOf)])
        {
            Asked = true,
            ComesBelow = advice.Any(one => Codes.IsToAnyone(one.Code)),
        };

    // Rules can quote the same words: "[NAME]" and "NAME". One remark about them is enough.
    private static IEnumerable<Line> Outermost(List<Line> lines) =>
        lines.Where(line => !lines.Exists(other => line.Quote is { } inner && Holds(other.Quote, inner)));

    private static bool Holds(Quote? outer, Quote inner) =>
        outer is not null
        && outer.Field == inner.Field
        && outer.Length > inner.Length
        && outer.Start <= inner.Start
        && outer.Start + outer.Length >= inner.Start + inner.Length;

    private static Line LineOf(Refusal refusal) =>
        new(refusal.Field is "recipient" ? "" : refusal.Field, refusal.Message, refusal.Quote);
}

/// <summary>The answer to the script while a member types: the panel, and the count under each field.</summary>
public sealed record GateAnswer(GateView View, LetterForm Form);
