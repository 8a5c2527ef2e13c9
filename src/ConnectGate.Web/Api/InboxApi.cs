using System.Text.Json.Serialization;
using ConnectGate.Care.Moderation;
using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Gate;
using ConnectGate.Letters.Requests;

namespace ConnectGate.Web.Api;

/// <summary>The inbox over the API. Nothing accepts several letters at once.</summary>
internal static class InboxApi
{
    public static void MapInbox(this RouteGroupBuilder api)
    {
        var inbox = api.MapGroup("/inbox").WithTags("Inbox");

        inbox
            .MapGet(
                "",
                async (
                    string? cursor,
                    string? reason,
                    string? filter,
                    IMediator mediator,
                    CancellationToken cancellationToken
                ) =>
                    Results.Ok(
                        (
                            await mediator.Send(
                                new ReviewInbox.Query(
                                    KebabCase.Parse<Reason>(reason),
                                    cursor,
                                    Filter: KebabCase.Parse<InboxFilter>(filter)
                                ),
                                cancellationToken
                            )
                        ).Letters
                    )
            )
            .WithSummary("Letters that wait for you, in the order that you chose for your inbox")
            .WithDescription(
                "Of the reason, and with the filter \"introduced\", \"met\" or \"none\", where you name them."
            )
            .Produces<Page<ReviewInbox.Row>>();

        inbox
            .MapGet("/{id}", async (string id, IMediator mediator, CancellationToken cancellationToken) =>
                (await mediator.Send(new OpenRequest.Command(id), cancellationToken)).ToResult(Results.Ok)
            )
            .WithSummary("A letter, with what is known of its sender")
            .WithDescription("Records that you opened it, the first time; the sender is not told.")
            .Produces<LetterView>()
            .ProducesProblem(StatusCodes.Status404NotFound);

        inbox
            .MapPost(
                "/{id}/accept",
                async (string id, AcceptBody body, IMediator mediator, CancellationToken cancellationToken) =>
                    (
                        await mediator.Send(
                            new AcceptRequest.Command(
                                id,
                                body.MaySeeMyConnections,
                                body.MayBeNamedAsLink,
                                body.HowWeKnowEachOther,
                                body.Answer
                            ),
                            cancellationToken
                        )
                    ).ToResult(Results.Ok)
            )
            .WithSummary("Accept; can be undone for a while, and only then is the sender told")
            .Produces<AcceptRequest.Receipt>()
            .ProducesDecisionProblems();

        inbox
            .MapPost("/{id}/undo", (string id, IMediator mediator, CancellationToken cancellationToken) =>
                mediator.DoAsync(new UndoDecision.Command(id), cancellationToken)
            )
            .WithSummary("Undo an acceptance within its time, or a decline without words; the letter then waits again")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesDecisionProblems();

        inbox
            .MapPost("/{id}/decline", DeclineAsync)
            .WithSummary("Decline \"not-now\" or \"for-good\"; silently, unless there is a reply")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesDecisionProblems();

        inbox
            .MapPost(
                "/{id}/report",
                async (string id, ReportBody body, IMediator mediator, CancellationToken cancellationToken) =>
                    (
                        await mediator.Send(
                            new ReportRequest.Command(id, KebabCase.Parse<ReportCategory>(body.Category), body.Comment),
                            cancellationToken
                        )
                    ).ToResult(_ => Results.NoContent())
            )
            .WithSummary("Report to the moderators, and decline for good; the sender is not told")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesDecisionProblems();
    }

    private static async Task<IResult> DeclineAsync(
        string id,
        DeclineBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        if (body.Kind is not ("not-now" or "for-good"))
        {
            return Outcome<Done>
                .Refused([new Refusal("kind-missing", "kind", "Say \"not-now\" or \"for-good\".")])
                .ToResult(_ => Results.NoContent());
        }

        var reply = body.Reply is { } words ? new DeclineReply(words.Text ?? "", words.Channel) : null;
        var outcome = await mediator.Send(
            new DeclineRequest.Command(id, body.Kind == "for-good", reply),
            cancellationToken
        );
        return outcome.ToResult(_ => Results.NoContent());
    }

    private static void ProducesDecisionProblems(this RouteHandlerBuilder endpoint) =>
        endpoint
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}

/// <param name="MaySeeMyConnections">Whether the sender may see my connections.</param>
/// <param name="MayBeNamedAsLink">Whether I may be named as the link to people we both know.</param>
/// <param name="HowWeKnowEachOther">Private to me; optional.</param>
/// <param name="Answer">A first answer, which goes out with the acceptance; optional.</param>
internal sealed record AcceptBody(
    bool MaySeeMyConnections = false,
    bool MayBeNamedAsLink = true,
    string? HowWeKnowEachOther = null,
    string? Answer = null
);

/// <param name="Kind"><c>not-now</c> or <c>for-good</c>.</param>
/// <param name="Reply">Words for the sender, or null to decline silently.</param>
internal sealed record DeclineBody([property: JsonConverter(typeof(NameOrNothing))] string? Kind, ReplyBody? Reply);

internal sealed record ReplyBody(string? Text, string? Channel);

/// <summary>Categories are in kebab-case: <c>false-claim</c>.</summary>
internal sealed record ReportBody([property: JsonConverter(typeof(NameOrNothing))] string? Category, string? Comment);
