using ConnectGate.Desk.Conversations;
using ConnectGate.Letters.Directory;
using ConnectGate.Ties.Connections;

namespace ConnectGate.Web.Api;

internal static class MembersApi
{
    public static void MapMembers(this RouteGroupBuilder api)
    {
        var members = api.MapGroup("/members").WithTags("Members");
        members
            .MapGet(
                "",
                async (string? query, string? cursor, IMediator mediator, CancellationToken cancellationToken) =>
                    Results.Ok(await mediator.Send(new FindMembers.Query(query, Cursor: cursor), cancellationToken))
            )
            .WithSummary("Find members by their names, headline or about, or by a group you share")
            .Produces<Page<FindMembers.Row>>()
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        members
            .MapGet("/{handle}", async (string handle, IMediator mediator, CancellationToken cancellationToken) =>
                (await mediator.Send(new ViewProfile.Query(handle), cancellationToken)).OkOrNotFound()
            )
            .WithSummary("A profile, with the policy and its questions")
            .Produces<ViewProfile.View>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    public static void MapConnections(this RouteGroupBuilder api) =>
        api.MapGet("/connections", async (string? cursor, IMediator mediator, CancellationToken cancellationToken) =>
                Results.Ok(await mediator.Send(new ListConnections.Query(cursor), cancellationToken))
            )
            .WithTags("Connections")
            .WithSummary("Your connections, with how they came about")
            .Produces<Page<ListConnections.Row>>();

    public static void MapConversations(this RouteGroupBuilder api)
    {
        var conversations = api.MapGroup("/conversations/{handle}").WithTags("Conversations");
        conversations
            .MapGet(
                "",
                async (string handle, string? cursor, IMediator mediator, CancellationToken cancellationToken) =>
                    await mediator.Send(new ReadConversation.Query(handle, cursor), cancellationToken) is { } view
                        ? Results.Ok(view.Messages)
                        : OutcomeResults.NotFound()
            )
            .WithSummary("A conversation; the first page holds the latest messages, in the order of reading")
            .Produces<Page<ReadConversation.Line>>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        conversations
            .MapPost(
                "",
                async (string handle, MessageBody body, IMediator mediator, CancellationToken cancellationToken) =>
                    (await mediator.Send(new WriteMessage.Command(handle, body.Text), cancellationToken)).ToResult(
                        receipt => Results.Created((string?)null, receipt)
                    )
            )
            .WithSummary("Write to somebody you are connected with")
            .Produces<WriteMessage.Receipt>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }
}

internal sealed record MessageBody(string? Text);
