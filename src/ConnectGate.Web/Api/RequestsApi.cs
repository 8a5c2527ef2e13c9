using System.Text.Json.Serialization;
using ConnectGate.Gate;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Sent;

namespace ConnectGate.Web.Api;

/// <summary>Asking over the API, by the same commands as the page.</summary>
internal static class RequestsApi
{
    public static void MapRequests(this RouteGroupBuilder api)
    {
        var requests = api.MapGroup("/requests").WithTags("Requests");

        requests
            .MapPost("", async (LetterBody body, IMediator mediator, CancellationToken cancellationToken) =>
                (
                    await mediator.Send(
                        new SendRequest.Command(body.Recipient ?? "", body.ToLetter()),
                        cancellationToken
                    )
                ).ToResult(receipt => Results.Created((string?)null, BodyOf(receipt)))
            )
            .WithSummary("Ask to be connected")
            .WithDescription(
                "Needs a personal note, a reason, its detail, and an answer to each of the recipient's questions. "
                    + "A refusal names every finding and quotes its proof. Where the letter is only likely to be one "
                    + "for anyone, the answer has advice and no refusals; send it again with adviceSeen to send it as "
                    + "it is."
            )
            .Produces<ReceiptBody>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

        requests
            .MapPost("/check", async (LetterBody body, IMediator mediator, CancellationToken cancellationToken) =>
                (
                    await mediator.Send(
                        new CheckRequest.Query(body.Recipient ?? "", body.ToLetter()),
                        cancellationToken
                    )
                ).OkOrNotFound()
            )
            .WithSummary("What the gate would say to a letter; stores nothing")
            .Produces<CheckRequest.View>()
            .ProducesProblem(StatusCodes.Status404NotFound);

        requests
            .MapGet("/sent", async (string? cursor, IMediator mediator, CancellationToken cancellationToken) =>
                Results.Ok(await mediator.Send(new SentRequests.Query(cursor), cancellationToken))
            )
            .WithSummary("What you asked, newest first")
            .Produces<Foundation.Paging.Page<SentRequests.Row>>();

        requests
            .MapPatch("/{id}", CorrectAsync)
            .WithSummary("Correct a letter before it is delivered")
            .WithDescription("What is left out stays as it was. 409 once it is delivered.")
            .Produces<ReceiptBody>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

        requests
            .MapDelete("/{id}", (string id, IMediator mediator, CancellationToken cancellationToken) =>
                mediator.DoAsync(new WithdrawRequest.Command(id), cancellationToken)
            )
            .WithSummary("Take a letter back before its delivery, or withdraw it after")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> CorrectAsync(
        string id,
        CorrectionBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        if (await mediator.Send(new CorrectRequest.Query(id), cancellationToken) is not { } sent)
        {
            return OutcomeResults.NotFound();
        }

        var letter = new Letter(
            body.Note ?? sent.Letter.Note,
            body.Reason is null ? sent.Letter.Reason : KebabCase.Parse<Reason>(body.Reason),
            body.ReasonDetail ?? sent.Letter.ReasonDetail,
            body.Answers is null ? sent.Letter.Answers : body.Answers.ToAnswers()
        )
        {
            Group = body.Group ?? sent.Letter.Group,
            AdviceSeen = body.AdviceSeen,
        };
        var outcome = await mediator.Send(new CorrectRequest.Command(id, letter), cancellationToken);
        return outcome.ToResult(receipt => Results.Ok(BodyOf(receipt)));
    }

    private static ReceiptBody BodyOf(SendRequest.Receipt receipt) =>
        new(receipt.Id, receipt.State, receipt.DeliverAt, receipt.ExpiresAt);
}

/// <summary>
/// A letter as JSON. Reasons are in kebab-case, such as <c>met-in-person</c>. With <c>same-event</c> and
/// <c>same-group</c> the id of a shared group can replace the detail. <c>adviceSeen</c> sends a letter as it is, though
/// the gate advises on it.
/// </summary>
internal sealed record LetterBody(
    string? Recipient,
    string? Note,
    [property: JsonConverter(typeof(NameOrNothing))] string? Reason,
    string? ReasonDetail,
    IReadOnlyList<AnswerBody>? Answers,
    string? Group = null,
    bool AdviceSeen = false
)
{
    public Letter ToLetter() =>
        new(Note, KebabCase.Parse<Reason>(Reason), ReasonDetail, Answers.ToAnswers())
        {
            Group = Group,
            AdviceSeen = AdviceSeen,
        };
}

/// <summary>The changed parts of a letter. An empty <c>group</c> removes the group.</summary>
internal sealed record CorrectionBody(
    string? Note,
    [property: JsonConverter(typeof(NameOrNothing))] string? Reason,
    string? ReasonDetail,
    IReadOnlyList<AnswerBody>? Answers,
    string? Group = null,
    bool AdviceSeen = false
);

internal sealed record AnswerBody(string? QuestionId, string? Text);

internal sealed record ReceiptBody(string Id, SenderState State, DateTime DeliverAt, DateTime ExpiresAt);

internal static class AnswerBodies
{
    public static IReadOnlyList<Answer> ToAnswers(this IReadOnlyList<AnswerBody>? answers) =>
        [.. (answers ?? []).Select(answer => new Answer(answer?.QuestionId ?? "", answer?.Text))];
}
