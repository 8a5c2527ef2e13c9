using ConnectGate.Care.Moderation.Measures;
using ConnectGate.Web.Identity;

namespace ConnectGate.Web.Api.Moderation;

/// <summary>The moderators' decisions about a member, over the API. A suspended member reaches them.</summary>
internal static class DecisionsApi
{
    public static void MapDecisions(this RouteGroupBuilder api)
    {
        var decisions = api.MapGroup("/decisions")
            .RequireAuthorization(ConnectGateIdentity.SuspendedToo)
            .WithTags("Decisions");
        decisions
            .MapGet("", async (IMediator mediator, CancellationToken cancellationToken) =>
                Results.Ok(await mediator.Send(new ReadDecisions.Query(), cancellationToken))
            )
            .WithSummary("The moderators' decisions about you, latest first; at most 100")
            .Produces<IReadOnlyList<ReadDecisions.Decision>>();

        decisions
            .MapGet("/{id}", async (string id, IMediator mediator, CancellationToken cancellationToken) =>
                (await mediator.Send(new ReadDecisions.One(id), cancellationToken)).OkOrNotFound()
            )
            .WithSummary("One decision about you, with its rule, its words, its end and your appeal")
            .Produces<ReadDecisions.Decision>()
            .ProducesProblem(StatusCodes.Status404NotFound);

        decisions
            .MapPost(
                "/{id}/appeal",
                (string id, AppealBody body, IMediator mediator, CancellationToken cancellationToken) =>
                    mediator.DoAsync(new AppealMeasure.Command(id, body.Text, body.Together), cancellationToken)
            )
            .WithSummary("Appeal, once and in time; another moderator answers")
            .WithDescription("409 where you appealed already, or where the time for it is over.")
            .ProducesNothing();
    }
}

/// <param name="Together">Also appeals the other measures of the same decision.</param>
internal sealed record AppealBody(string? Text, bool Together = false);
