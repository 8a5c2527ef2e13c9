using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Web.Api;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Reports;

/// <summary>Reports any text of another member but a letter.</summary>
public sealed class ReportModel(IMediator mediator, IStringLocalizer<ReportsTexts> texts) : SubjectModel(mediator)
{
    [FromRoute]
    public string Kind { get; set; } = "";

    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>The page with the text.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(Name = "")]
    public ReportForm Form { get; set; } = new();

    /// <summary>The text that would be reported.</summary>
    public FindReportable.View Text { get; private set; } = null!;

    internal ReportedKind Of { get; private set; }

    /// <summary>Where the member came from, if it belongs to this site; else the author's profile.</summary>
    public string Back => Url.IsLocalUrl(From) ? From : $"/m/{Text.AuthorHandle}";

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        DoToFoundAsync(
            () => new ReportText.Command(Of, Id, Form.Category, Form.Comment, Form.AgainOf),
            reported =>
                new(texts["reported", reported.AuthorName])
                {
                    Links =
                    [
                        new(texts["my-reports"], "/reports"),
                        new(texts["block", reported.AuthorName], $"/m/{reported.AuthorHandle}/block"),
                    ],
                },
            () => this.GoOn(From, "/reports"),
            cancellationToken
        );

    /// <inheritdoc/>
    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (
            KebabCase.Parse<ReportedKind>(Kind) is not { } kind
            || await Mediator.Send(new FindReportable.Query(kind, Id), cancellationToken) is not { } text
        )
        {
            return false;
        }

        (Of, Text) = (kind, text);
        await Form.ReadAsync(Mediator, cancellationToken);
        return true;
    }
}
