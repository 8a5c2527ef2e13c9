using ConnectGate.Inbox;
using ConnectGate.References;
using ConnectGate.Requests.Talks;
using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Web.Api;

/// <summary>What happens beside a decision, over the API: references, and talks.</summary>
internal static class BesideApi
{
    public static void MapReferences(this RouteGroupBuilder api)
    {
        var references = api.MapGroup("/references").WithTags("References");
        references.MapGet("", async (string? cursor, IMediator mediator, CancellationToken cancellationToken) =>
                Results.Ok(await mediator.Send(new ListReferences.Query(cursor), cancellationToken)))
            .WithSummary("\"Do you know this person?\", as it is asked of you; what has no answer first")
            .Produces<Page<ListReferences.Row>>();

        references.MapPost("/{id}", async (string id, AcquaintanceBody body, IMediator mediator, CancellationToken cancellationToken) =>
                (await mediator.Send(new AnswerReference.Command(id, KebabCase.Parse<Acquaintance>(body.Answer), body.Line), cancellationToken)).Tell(_ => Results.NoContent()))
            .WithSummary("Answer, or change the answer, until the letter is decided; who asks alone sees it")
            .ProducesNothing();

        api.MapPost("/inbox/{id}/references", async (string id, AskBody body, IMediator mediator, CancellationToken cancellationToken) =>
                (await mediator.Send(new AskReference.Command(id, body.Ask ?? ""), cancellationToken)).Tell(_ => Results.NoContent()))
            .WithTags("References")
            .WithSummary("Ask one of the mutual connections shown beside a letter whether they know its sender; the sender never learns of it")
            .ProducesNothing();
    }

    public static void MapTalks(this RouteGroupBuilder api)
    {
        var talks = api.MapGroup("").WithTags("Talks");
        talks.MapPost("/inbox/{id}/talk", async (string id, TalkBody body, IMediator mediator, CancellationToken cancellationToken) =>
                (await mediator.Send(new WriteToSender.Command(id, body.Text), cancellationToken)).Tell(_ => Results.NoContent()))
            .WithSummary("Write to a letter's sender before deciding; the letter's time stands still while you talk")
            .ProducesNothing();

        talks.MapDelete("/inbox/{id}/talk", StopAsync).WithSummary("Stop a talk").ProducesNothing();

        talks.MapGet("/requests/{id}/talk", async (string id, IMediator mediator, CancellationToken cancellationToken) =>
                (await mediator.Send(new ViewTalk.Query(id), cancellationToken)).TellOr404())
            .WithSummary("What the recipient of your letter wrote to you before deciding, and what you answered")
            .Produces<TalkView>()
            .ProducesProblem(StatusCodes.Status404NotFound);

        talks.MapPost("/requests/{id}/talk", async (string id, TalkBody body, IMediator mediator, CancellationToken cancellationToken) =>
                (await mediator.Send(new AnswerRecipient.Command(id, body.Text), cancellationToken)).Tell(_ => Results.NoContent()))
            .WithSummary("Answer the recipient of your letter")
            .ProducesNothing();

        talks.MapDelete("/requests/{id}/talk", StopAsync).WithSummary("Stop a talk about your letter").ProducesNothing();
    }

    private static async Task<IResult> StopAsync(string id, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new StopTalk.Command(id), cancellationToken)).Tell(_ => Results.NoContent());

    private static void ProducesNothing(this RouteHandlerBuilder endpoint) => endpoint
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}

/// <summary>Whom to ask, by handle.</summary>
internal sealed record AskBody(string? Ask);

/// <summary>An answer in kebab-case, such as <c>know-a-little</c>, and a line with it.</summary>
internal sealed record AcquaintanceBody(string? Answer, string? Line);

/// <summary>One message.</summary>
internal sealed record TalkBody(string? Text);
