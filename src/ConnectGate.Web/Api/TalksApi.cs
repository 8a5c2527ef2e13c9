using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Letters.Talks;

namespace ConnectGate.Web.Api;

/// <summary>The talk between recipient and sender before the decision, over the API.</summary>
internal static class TalksApi
{
    public static void MapTalks(this RouteGroupBuilder api)
    {
        var talks = api.MapGroup("").WithTags("Talks");
        talks
            .MapPost(
                "/inbox/{id}/talk",
                (string id, TalkBody body, IMediator mediator, CancellationToken cancellationToken) =>
                    mediator.DoAsync(new WriteToSender.Command(id, body.Text), cancellationToken)
            )
            .WithSummary("Write to a letter's sender before deciding; the letter's time stands still while you talk")
            .ProducesNothing();

        talks.MapDelete("/inbox/{id}/talk", StopAsync).WithSummary("Stop a talk").ProducesNothing();

        talks
            .MapGet("/requests/{id}/talk", async (string id, IMediator mediator, CancellationToken cancellationToken) =>
                (await mediator.Send(new ViewTalk.Query(id), cancellationToken)).OkOrNotFound()
            )
            .WithSummary("What the recipient of your letter wrote to you before deciding, and what you answered")
            .Produces<TalkView>()
            .ProducesProblem(StatusCodes.Status404NotFound);

        talks
            .MapPost(
                "/requests/{id}/talk",
                (string id, TalkBody body, IMediator mediator, CancellationToken cancellationToken) =>
                    mediator.DoAsync(new AnswerRecipient.Command(id, body.Text), cancellationToken)
            )
            .WithSummary("Answer the recipient of your letter")
            .ProducesNothing();

        talks
            .MapDelete("/requests/{id}/talk", StopAsync)
            .WithSummary("Stop a talk about your letter")
            .ProducesNothing();
    }

    private static async Task<IResult> StopAsync(string id, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new StopTalk.Command(id), cancellationToken)).ToResult(_ => Results.NoContent());
}

internal sealed record TalkBody(string? Text);
