using ConnectGate.Care.Moderation.Measures;

namespace ConnectGate.Web.Api.Moderation;

/// <summary>The appeals that wait for a moderator, over the API.</summary>
internal static class AppealsApi
{
    public static void MapAppeals(this RouteGroupBuilder moderation)
    {
        var appeals = moderation.MapGroup("/appeals");
        appeals
            .MapGet("", async (string? cursor, IMediator mediator, CancellationToken cancellationToken) =>
                (await mediator.Send(new ListAppeals.Query(cursor), cancellationToken)).OkOrNotFound()
            )
            .WithSummary("Appeals without an answer, oldest first")
            .Produces<Page<ListAppeals.Row>>();

        appeals
            .MapGet("/{id}", async (string id, IMediator mediator, CancellationToken cancellationToken) =>
                (await mediator.Send(new ViewAppeal.Query(id), cancellationToken)).OkOrNotFound()
            )
            .WithSummary("An appeal with the measure that it is against; the id is the measure's")
            .Produces<ViewAppeal.View>()
            .ProducesProblem(StatusCodes.Status404NotFound);

        appeals
            .MapPost(
                "/{id}/answer",
                (string id, AppealAnswerBody body, IMediator mediator, CancellationToken cancellationToken) =>
                    mediator.DoAsync(new AnswerAppeal.Command(id, body.Undo, body.Words), cancellationToken)
            )
            .WithSummary("Answer an appeal against another moderator's measure; \"undo\" ends the measure at once")
            .ProducesNothing();
    }
}

/// <param name="Undo">Whether the measure ends.</param>
/// <param name="Words">The member reads them.</param>
internal sealed record AppealAnswerBody(bool? Undo, string? Words);
