using System.Text.Json.Serialization;
using ConnectGate.Letters.References;

namespace ConnectGate.Web.Api;

/// <summary>The question "Do you know this person?" over the API.</summary>
internal static class ReferencesApi
{
    public static void MapReferences(this RouteGroupBuilder api)
    {
        var references = api.MapGroup("/references").WithTags("References");
        references
            .MapGet("", async (string? cursor, IMediator mediator, CancellationToken cancellationToken) =>
                Results.Ok(await mediator.Send(new ListReferences.Query(cursor), cancellationToken))
            )
            .WithSummary("\"Do you know this person?\", as it is asked of you; what has no answer first")
            .Produces<Page<ListReferences.Row>>();

        references
            .MapPost(
                "/{id}",
                async (string id, AcquaintanceBody body, IMediator mediator, CancellationToken cancellationToken) =>
                    (
                        await mediator.Send(
                            new AnswerReference.Command(id, KebabCase.Parse<Acquaintance>(body.Answer), body.Line),
                            cancellationToken
                        )
                    ).ToResult(_ => Results.NoContent())
            )
            .WithSummary("Answer, or change the answer, until the letter is decided; who asks alone sees it")
            .ProducesNothing();

        api.MapPost(
                "/inbox/{id}/references",
                (string id, AskBody body, IMediator mediator, CancellationToken cancellationToken) =>
                    mediator.DoAsync(new AskReference.Command(id, body.Ask ?? ""), cancellationToken)
            )
            .WithTags("References")
            .WithSummary(
                "Ask one of the mutual connections shown beside a letter whether they know its sender; "
                    + "the sender never learns of it"
            )
            .ProducesNothing();
    }
}

/// <summary><c>Ask</c> is the handle of the member to ask.</summary>
internal sealed record AskBody(string? Ask);

/// <summary>The answer is in kebab-case, such as <c>know-a-little</c>.</summary>
internal sealed record AcquaintanceBody([property: JsonConverter(typeof(NameOrNothing))] string? Answer, string? Line);
