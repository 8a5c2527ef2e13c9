using System.Text.Json.Serialization;
using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.Reports;

namespace ConnectGate.Web.Api.Moderation;

/// <summary>A member's reports over the API. A letter is reported in the inbox, which also declines it.</summary>
internal static class ReportsApi
{
    public static void MapReports(this RouteGroupBuilder api)
    {
        var reports = api.MapGroup("/reports").WithTags("Reports");
        reports
            .MapGet("", async (string? cursor, IMediator mediator, CancellationToken cancellationToken) =>
                Results.Ok(await mediator.Send(new ListMyReports.Query(cursor), cancellationToken))
            )
            .WithSummary("Your reports, latest first, each with what came of it")
            .Produces<Page<ListMyReports.Row>>();

        reports
            .MapPost("/{kind}/{id}", ReportAsync)
            .WithSummary("Report another member's text to the moderators; its author is not told")
            .WithDescription(
                "The kind is in kebab-case, such as \"agenda-entry\". The id is the text's own: a member's handle for "
                    + "a profile or a photo, the letter's id for a reply or an introduction. Letters are reported "
                    + "under /inbox."
            )
            .Produces<ReportText.Reported>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

        reports
            .MapDelete("/{id}", (string id, IMediator mediator, CancellationToken cancellationToken) =>
                mediator.DoAsync(new WithdrawReport.Command(id), cancellationToken)
            )
            .WithSummary("Withdraw a report until the case is decided; the moderators still see it")
            .ProducesNothing();
    }

    private static async Task<IResult> ReportAsync(
        string kind,
        string id,
        TextReportBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        KebabCase.Parse<ReportedKind>(kind) is { } known
            ? (
                await mediator.Send(
                    new ReportText.Command(
                        known,
                        id,
                        KebabCase.Parse<ReportCategory>(body.Category),
                        body.Comment,
                        body.AgainOf
                    ),
                    cancellationToken
                )
            ).ToResult(reported => Results.Created((string?)null, reported))
            : OutcomeResults.NotFound();
}

/// <param name="Category">In kebab-case: <c>false-claim</c>.</param>
/// <param name="AgainOf">The handle of a member whom you blocked and who might be behind the account.</param>
internal sealed record TextReportBody(
    [property: JsonConverter(typeof(NameOrNothing))] string? Category,
    string? Comment,
    string? AgainOf
);
