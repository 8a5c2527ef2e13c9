using ConnectGate.People.Accounts.Passwords;
using ConnectGate.People.Members.Deletion;
using ConnectGate.Web.Identity;

namespace ConnectGate.Web.Api.Portability;

/// <summary>The deletion of one's own account, over the API.</summary>
internal static class DeletionApi
{
    public static void MapDeletion(this RouteGroupBuilder api)
    {
        var deletion = api.MapGroup("/deletion").WithTags("Deletion");
        deletion
            .MapPost("", async (PasswordBody body, IMediator mediator, CancellationToken cancellationToken) =>
                (
                    await mediator.SendProvenAsync(
                        body.Password,
                        proof => new DeleteAccount.Command(proof),
                        cancellationToken
                    )
                ).ToResult(receipt => Results.Ok(receipt))
            )
            .RequireAuthorization(ConnectGateIdentity.SuspendedToo) // a suspended member reaches it
            .WithSummary("Delete your account; it needs your password")
            .WithDescription("You are signed out at once. Everything is deleted at `leavesAt`, unless you keep it.")
            .Produces<DeleteAccount.Receipt>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

        deletion
            .MapPost("/keep", (KeepBody body, IMediator mediator, CancellationToken cancellationToken) =>
                mediator.DoAsync(new KeepAccount.Command(body.Keep), cancellationToken)
            )
            .AllowAnonymous()
            .WithSummary("Keep your account, by the ticket of `/sign-in`; then sign in again")
            .ProducesNothing();
    }

    /// <param name="Keep">The ticket of the same name, from the answer to a sign-in.</param>
    internal sealed record KeepBody(string? Keep);
}
