using ConnectGate.Care.Administration.Imports;
using ConnectGate.People.Accounts.Passwords;
using ConnectGate.Web.Hosting;
using ConnectGate.Web.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace ConnectGate.Web.Api.Administration;

/// <summary>What <c>/admin/members/import</c> does, for an administrator's program with a second factor.</summary>
internal static class AdminImportApi
{
    private const int InMemory = 1024 * 1024;

    public static void MapAdminImport(this RouteGroupBuilder api)
    {
        var import = api.MapGroup("/admin/members/import")
            .WithTags("Administration")
            .RequireAuthorization(ConnectGateIdentity.Administrator);
        import
            .MapGet("", async (IMediator mediator, CancellationToken cancelled) =>
                (await mediator.Send(new ViewMemberImport.Query(), cancelled)).OkOrNotFound()
            )
            .WithSummary("The latest import: its dry run, its progress or its result")
            .Produces<ViewMemberImport.View>();
        import
            .MapPost("", PostAsync)
            .WithMetadata(new RequestSizeLimitAttribute(Forms.LargestUpload))
            .WithSummary("Read a file of members and show what it would change. Nothing is changed")
            .WithDescription(
                "The body is the CSV file. `lapsesOthers=true`: memberships end of members who are not in the file."
            )
            .Produces<ViewMemberImport.View>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        import
            .MapPost("/apply", ApplyAsync)
            .WithSummary("Apply the dry run. The background does it part by part")
            .WithDescription("`currentPassword` is the administrator’s own, because a file can give roles.")
            .ProducesNothing();
        import
            .MapDelete("", (IMediator mediator, CancellationToken cancelled) =>
                mediator.DoAsync(new DiscardMemberImport.Command(), cancelled)
            )
            .WithSummary("Delete the dry run or the result of an import. It stops one that runs; what is done stays")
            .ProducesNothing();
    }

    private static async Task<IResult> PostAsync(
        HttpRequest request,
        bool? lapsesOthers,
        IMediator mediator,
        CancellationToken cancelled
    )
    {
        request.EnableBuffering(InMemory);
        await request.Body.DrainAsync(cancelled);
        if (
            await mediator.Send(new ReadMemberFile.Query(request.Body, lapsesOthers == true), cancelled) is not { } read
        )
        {
            return OutcomeResults.NotFound();
        }

        var begun = await mediator.Send(new BeginMemberImport.Command(read), cancelled);
        return begun.Succeeded
            ? (await mediator.Send(new ViewMemberImport.Query(), cancelled)).OkOrNotFound()
            : begun.ToResult(_ => Results.NoContent());
    }

    private static async Task<IResult> ApplyAsync(ProofBody body, IMediator mediator, CancellationToken cancelled) =>
        (
            await mediator.SendProvenAsync(
                body.CurrentPassword,
                proof => new ApplyMemberImport.Command(proof),
                cancelled
            )
        ).ToResult(_ => Results.NoContent());
}

internal sealed record ProofBody(string? CurrentPassword);
