using ConnectGate.Desk.Portability;
using ConnectGate.People.Accounts.Passwords;
using ConnectGate.Web.Hosting;
using ConnectGate.Web.Identity;

namespace ConnectGate.Web.Api.Portability;

/// <summary>Everything of a member as a file, over the API.</summary>
internal static class ExportApi
{
    public static void MapExport(this RouteGroupBuilder api)
    {
        // A suspended member reaches it.
        var export = api.MapGroup("/export").RequireAuthorization(ConnectGateIdentity.SuspendedToo).WithTags("Export");
        export
            .MapGet("", async (IMediator mediator, CancellationToken cancellationToken) =>
                Results.Ok(await mediator.Send(new ViewExport.Query(), cancellationToken))
            )
            .WithSummary("Your export: whether there is one, how far it is, until when it is offered")
            .Produces<ViewExport.View>();

        export
            .MapPost("", (IMediator mediator, CancellationToken cancellationToken) =>
                mediator.DoAsync(new BeginExport.Command(), cancellationToken)
            )
            .WithSummary("Ask for everything of yours as a file; it is packed in the background")
            .ProducesNothing();

        export
            .MapPost("/file", async (PasswordBody body, IMediator mediator, CancellationToken cancellationToken) =>
            {
                var answer = await mediator.Send(new ReenterPassword.Try(body.Password), cancellationToken);
                return answer.Refusal is { } refusal
                        ? Outcome<Done>.Refused([refusal]).ToResult(_ => Results.NoContent())
                    : await mediator.Send(new OpenExport.Query(answer.Proof), cancellationToken) is { } file
                        ? new ExportDownload(file)
                    : OutcomeResults.NotFound();
            })
            .WithSummary("Download the file, a zip; it needs your password")
            .Produces(StatusCodes.Status200OK, contentType: "application/zip")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }
}

internal sealed record PasswordBody(string? Password);
