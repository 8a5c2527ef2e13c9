using ConnectGate.Care.Moderation;
using ConnectGate.Desk.Figures;
using ConnectGate.Web.Hosting;
using ConnectGate.Web.Markup.Fields;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Moderation;

/// <summary>What happened in the community, in numbers by day.</summary>
[Authorize(Policy = "Moderator")]
public sealed class FiguresModel(
    IMediator mediator,
    ReaderTime reader,
    TimeProvider clock,
    IStringLocalizer<ModerationTexts> texts,
    IStringLocalizer<SharedTexts> shared
) : PageModel
{
    /// <summary>The ranges with a link, in days.</summary>
    public static readonly IReadOnlyList<int> Presets = [7, 30, 90];

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public ViewFigures.View Figures { get; private set; } = null!;

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public DateOnly First => Figures.Days[^1];

    public DateOnly Last => Figures.Days[0];

    /// <summary>Whether nothing at all happened in these days.</summary>
    public bool IsEmpty =>
        new[] { Reports, Letters, Refusals, Times }.All(section => section.Rows.All(row => row.Total == 0));

    public Section Reports =>
        ByDay("reports", Figures.Reports, series => shared.NameOf(NamedEnums.Parse<ReportCategory>(series.Key)!.Value));

    public Section Letters =>
        ByDay(
            "letters",
            Figures.Letters,
            series => texts.NameOf(Enum.Parse<ViewFigures.LetterStep>(series.Key)),
            charted: [Figures.Letters[(int)ViewFigures.LetterStep.Sent]]
        );

    /// <summary>For its chart alone.</summary>
    public Section AcceptedByDay =>
        ByDay("letters", [], series => series.Key, charted: [Figures.Letters[(int)ViewFigures.LetterStep.Accepted]]);

    public Section Refusals => ByDay("refusals", Figures.Refusals, series => Named(series.Key));

    /// <summary>One bar for each time that a case was open, not for each day.</summary>
    public Section Times
    {
        get
        {
            var section = ByDay("times", Figures.DecisionTimes, series => texts[$"figures-time-{series.Key}"]);
            return section with
            {
                Bars = [.. section.Rows.Select(row => new BarChart.Bar(row.Name, (int)row.Total))],
                Says = texts["figures-times-says", section.Rows.Sum(row => row.Total)],
            };
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var (from, to) = (DateField.Parse(From), DateField.Parse(To));
        var wrong =
            from == DateOnly.MinValue ? "from"
            : to == DateOnly.MinValue ? "to"
            : null;
        var query = wrong is null ? new ViewFigures.Query(from, to) : new ViewFigures.Query();
        if (await mediator.Send(query, cancellationToken) is not { } figures)
        {
            return NotFound();
        }

        Figures = figures;
        return wrong is null ? Page() : this.ShowRefusal(wrong, texts["audit-date-wrong"]);
    }

    /// <summary>The share in percent, and nothing where nothing was decided.</summary>
    public string Share(ViewFigures.Accepted row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.DecidedCount == 0
            ? texts["figures-none"]
            : texts["figures-percent", Math.Round(100.0 * row.AcceptedCount / row.DecidedCount)];
    }

    private Section ByDay(
        string name,
        IReadOnlyList<ViewFigures.Series> rows,
        Func<ViewFigures.Series, string> named,
        IReadOnlyList<ViewFigures.Series>? charted = null
    )
    {
        charted ??= rows;
        List<BarChart.Bar> bars =
        [
            .. Figures
                .Days.Select((day, at) => new BarChart.Bar(reader.Day(day), (int)charted.Sum(row => row.ByDay[at])))
                .Reverse(),
        ];
        return new Section(
            name,
            texts[$"figures-{name}"],
            Figures.Days,
            [.. rows.Select(row => new Row(named(row), row.Total, row.ByDay))],
            bars,
            texts["figures-chart-says", bars.Sum(bar => bar.Count), bars.Max(bar => bar.Count)]
        );
    }

    // The codes are the API's and the handbook's; read as words they say enough.
    private static string Named(string code) => char.ToUpperInvariant(code[0]) + code[1..].Replace('-', ' ');

    /// <summary>A chart and its table.</summary>
    /// <param name="Name">Part of ids and of the names of texts.</param>
    /// <param name="Days">The latest first.</param>
    /// <param name="Says">The chart in a sentence.</param>
    public sealed record Section(
        string Name,
        string Title,
        IReadOnlyList<DateOnly> Days,
        IReadOnlyList<Row> Rows,
        IReadOnlyList<BarChart.Bar> Bars,
        string Says
    );

    public sealed record Row(string Name, long Total, IReadOnlyList<long> ByDay);
}
