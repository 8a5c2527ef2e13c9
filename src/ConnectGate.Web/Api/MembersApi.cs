using ConnectGate.Desk.Conversations;
using ConnectGate.Letters.Directory;
using ConnectGate.People.Members.Profiles;
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

    /// <summary>The member's own profile, by the same command as the page.</summary>
    public static void MapProfile(this RouteGroupBuilder api)
    {
        var profile = api.MapGroup("/profile").WithTags("Profile");
        profile
            .MapGet("", async (IMediator mediator, CancellationToken cancellationToken) =>
                Results.Ok(await mediator.Send(new EditProfile.Query(), cancellationToken))
            )
            .WithSummary("Your profile as you can edit it, with the fields of this community")
            .Produces<EditProfile.View>();
        profile
            .MapPut("", (ProfileBody body, IMediator mediator, CancellationToken cancellationToken) =>
                mediator.DoAsync(body.ToCommand(), cancellationToken)
            )
            .WithSummary("Replace your profile")
            .WithDescription(
                "What is left out becomes empty. Each of the details names one of the fields, and who sees it. A "
                    + "search finds only what all members see."
            )
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
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

/// <param name="Languages">Tags of languages that you read.</param>
/// <param name="OtherNames">"You may know me as".</param>
/// <param name="BetterWays">"Better ways to reach me".</param>
/// <param name="Details">Lines of the fields that a GET names.</param>
internal sealed record ProfileBody(
    string? DisplayName,
    string? Headline,
    string? About,
    IReadOnlyList<string?>? Languages,
    IReadOnlyList<string?>? OtherNames,
    IReadOnlyList<EditProfile.Way?>? BetterWays,
    IReadOnlyList<EditProfile.Detail?>? Details
)
{
    public EditProfile.Command ToCommand() =>
        new(
            DisplayName,
            Headline,
            About,
            [.. (Languages ?? []).OfType<string>()],
            OtherNames,
            [.. (BetterWays ?? []).OfType<EditProfile.Way>()]
        )
        {
            Details = [.. (Details ?? []).OfType<EditProfile.Detail>()],
        };
}
