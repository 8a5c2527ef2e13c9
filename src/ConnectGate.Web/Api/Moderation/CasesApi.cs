using System.Text.Json.Serialization;
using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.Handling;
using ConnectGate.Care.Moderation.Measures;
using ConnectGate.Care.Moderation.Rules;

namespace ConnectGate.Web.Api.Moderation;

/// <summary>The moderators' queue and its cases over the API.</summary>
internal static class CasesApi
{
    public static void MapCases(this RouteGroupBuilder moderation)
    {
        moderation
            .MapGet("/rules", async (IMediator mediator, CancellationToken cancellationToken) =>
                (await mediator.Send(new ListRules.Query(), cancellationToken)).OkOrNotFound()
            )
            .WithSummary("The community's rules; a measure names one")
            .Produces<IReadOnlyList<ListRules.Rule>>();

        var cases = moderation.MapGroup("/cases");
        cases
            .MapGet("", ListAsync)
            .WithSummary("The queue: the heaviest case first, then the oldest; closed ones latest first")
            .WithDescription(
                "The state is \"open\" where you name none, else \"taken\", \"escalated\" or \"closed\". \"mine\" "
                    + "keeps those that you took, \"about\" those about the member with that handle, \"category\" "
                    + "those with such a report."
            )
            .Produces<Page<ListCases.Row>>();

        cases
            .MapGet("/{id}", async (string id, IMediator mediator, CancellationToken cancellationToken) =>
                (await mediator.Send(new ViewCase.Command(id), cancellationToken)).ToResult(Results.Ok)
            )
            .WithSummary("A case with its evidence, reporters, comments and history; the audit log records the view")
            .Produces<ViewCase.View>()
            .ProducesProblem(StatusCodes.Status404NotFound);

        cases
            .MapPost("/{id}/take", (string id, IMediator mediator, CancellationToken cancellationToken) =>
                mediator.DoAsync(new TakeCase.Command(id), cancellationToken)
            )
            .WithSummary("Take a case for an hour, or keep it for another")
            .ProducesNothing();

        cases
            .MapPost("/{id}/release", (string id, IMediator mediator, CancellationToken cancellationToken) =>
                mediator.DoAsync(new GiveBackCase.Command(id), cancellationToken)
            )
            .WithSummary("Give a case back to the queue")
            .ProducesNothing();

        cases
            .MapPost(
                "/{id}/comments",
                (string id, CaseTextBody body, IMediator mediator, CancellationToken cancellationToken) =>
                    mediator.DoAsync(new CommentOnCase.Command(id, body.Text), cancellationToken)
            )
            .WithSummary("Write to the other moderators about a case")
            .ProducesNothing();

        cases
            .MapPost(
                "/{id}/escalate",
                (string id, CaseTextBody body, IMediator mediator, CancellationToken cancellationToken) =>
                    mediator.DoAsync(new EscalateCase.Command(id, body.Text), cancellationToken)
            )
            .WithSummary("Pass a case on to the administrators, and say why")
            .ProducesNothing();

        cases
            .MapPost(
                "/{id}/preview",
                async (string id, DecisionBody body, IMediator mediator, CancellationToken cancellationToken) =>
                    (await mediator.Send(new PreviewDecision.Command(body.ToDecision(id)), cancellationToken)).ToResult(
                        Results.Ok
                    )
            )
            .WithSummary("What the author would read after a decision; changes nothing")
            .Produces<PreviewDecision.View>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

        cases
            .MapPost(
                "/{id}/decision",
                (string id, DecisionBody body, IMediator mediator, CancellationToken cancellationToken) =>
                    mediator.DoAsync(body.ToDecision(id), cancellationToken)
            )
            .WithSummary("Decide a case; its measures take effect at once")
            .WithDescription(
                "422 with the code case-closed or case-taken where another moderator was faster, and own-case where "
                    + "you are part of the case and another moderator is not."
            )
            .ProducesNothing();
    }

    private static async Task<IResult> ListAsync(
        string? state,
        string? cursor,
        string? about,
        string? category,
        IMediator mediator,
        CancellationToken cancellationToken,
        bool mine = false
    ) =>
        (
            await mediator.Send(
                new ListCases.Query(
                    KebabCase.Parse<CaseState>(state) ?? CaseState.Open,
                    cursor,
                    mine,
                    about,
                    KebabCase.Parse<ReportCategory>(category)
                ),
                cancellationToken
            )
        ).OkOrNotFound();
}

internal sealed record CaseTextBody(string? Text);

/// <param name="Ruling"><c>dismiss</c>, <c>warn</c>, <c>reduce-allowance</c>, <c>suspend</c> or
/// <c>suspend-for-good</c>.</param>
/// <param name="Days">How long a suspension lasts.</param>
/// <param name="Rule">The id of the broken rule; none for a dismissal.</param>
/// <param name="Words">The author reads them, unless the case is dismissed.</param>
/// <param name="RemoveTexts">Also replaces the reported texts.</param>
/// <param name="MarkTemplates">Also makes the gate refuse the reported notes.</param>
internal sealed record DecisionBody(
    [property: JsonConverter(typeof(NameOrNothing))] string? Ruling,
    int? Days,
    string? Rule,
    string? Words,
    bool RemoveTexts = false,
    bool MarkTemplates = false
)
{
    public DecideCase.Command ToDecision(string id) =>
        new(id, KebabCase.Parse<Ruling>(Ruling), Days, Rule, Words, RemoveTexts, MarkTemplates);
}
