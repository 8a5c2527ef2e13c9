using ConnectGate.Care.Administration.Members;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Passwords;
using ConnectGate.People.Members.Deletion;
using ConnectGate.Web.Hosting;
using ConnectGate.Web.Identity;

namespace ConnectGate.Web.Api.Administration;

/// <summary>What <c>/admin/members</c> does, for an administrator's program with a second factor.</summary>
internal static class AdminMembersApi
{
    public static void MapAdminMembers(this RouteGroupBuilder api)
    {
        var admin = api.MapGroup("/admin")
            .WithTags("Administration")
            .RequireAuthorization(ConnectGateIdentity.Administrator);
        admin
            .MapGet("/tree", async (string? member, string? cursor, IMediator mediator, CancellationToken cancelled) =>
                (await mediator.Send(new ViewTree.Query(member, cursor), cancelled)).OkOrNotFound()
            )
            .WithSummary("Who let whom in: those of one member, or those whom nobody let in")
            .Produces<ViewTree.View>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        var members = admin.MapGroup("/members");
        members
            .MapGet(
                "",
                async (string? query, string? only, string? cursor, IMediator mediator, CancellationToken cancelled) =>
                    (
                        await mediator.Send(
                            new ListMembers.Query(query, NamedEnums.Parse<ListMembers.Only>(only) ?? default, cursor),
                            cancelled
                        )
                    ).OkOrNotFound()
            )
            .WithSummary("Members by name, handle or whole email address; also hidden and lapsed ones")
            .WithDescription("`only`: everybody, administrators, moderators, suspended or lapsed.")
            .Produces<Page<ListMembers.Row>>();
        members
            .MapGet("/{handle}", async (string handle, IMediator mediator, CancellationToken cancelled) =>
                (await mediator.Send(new ViewMember.Command(handle), cancelled)).ToResult(view => Results.Ok(view))
            )
            .WithSummary("A member with their address. The audit log records the view")
            .Produces<ViewMember.View>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        members
            .MapPut("/{handle}/role", PutRoleAsync)
            .WithSummary("Change the role")
            .WithDescription("`currentPassword` is the administrator’s own. The last administrator keeps the role.")
            .Produces<GrantRole.Granted>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        members
            .MapPost("/{handle}/address", PostAddressAsync)
            .WithSummary("Mail a link to the new address of a member who lost the old one")
            .WithDescription("`currentPassword` is the administrator’s own.")
            .ProducesNothing();
        members
            .MapDelete("/{handle}/sessions", (string handle, IMediator mediator, CancellationToken cancelled) =>
                mediator.DoAsync(new SignMemberOut.Command(handle), cancelled)
            )
            .WithSummary("Sign the member out everywhere")
            .ProducesNothing();
        members
            .MapPost("/{handle}/lapse", (string handle, IMediator mediator, CancellationToken cancelled) =>
                mediator.DoAsync(new LapseMember.Command(handle), cancelled)
            )
            .WithSummary("End the membership. Nothing is deleted")
            .ProducesNothing();
        members
            .MapPost("/{handle}/renew", (string handle, IMediator mediator, CancellationToken cancelled) =>
                mediator.DoAsync(new RenewMember.Command(handle), cancelled)
            )
            .WithSummary("Renew the membership")
            .ProducesNothing();
        members
            .MapPost("/{handle}/removal", PostRemovalAsync)
            .WithSummary("Remove the member. Everything of theirs is deleted 14 days later")
            .WithDescription("`currentPassword` is the administrator’s own. The audit log keeps the reason.")
            .Produces<DeleteAccount.Receipt>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        members
            .MapDelete("/{handle}/removal", (string handle, IMediator mediator, CancellationToken cancelled) =>
                mediator.DoAsync(new TakeBackRemoval.Command(handle), cancelled)
            )
            .WithSummary("Take the removal back")
            .ProducesNothing();
    }

    private static async Task<IResult> PutRoleAsync(
        string handle,
        RoleBody body,
        IMediator mediator,
        CancellationToken cancelled
    ) =>
        (
            await ProvenAsync(
                mediator,
                handle,
                body.CurrentPassword,
                proof => new GrantRole.Command(handle, NamedEnums.Parse<Role>(body.Role), proof),
                cancelled
            )
        ).ToResult(granted => Results.Ok(granted));

    private static async Task<IResult> PostAddressAsync(
        string handle,
        AddressBody body,
        IMediator mediator,
        CancellationToken cancelled
    ) =>
        (
            await ProvenAsync(
                mediator,
                handle,
                body.CurrentPassword,
                proof => new MoveAddress.Command(handle, body.Email, proof),
                cancelled
            )
        ).ToResult(_ => Results.NoContent());

    private static async Task<IResult> PostRemovalAsync(
        string handle,
        RemovalBody body,
        IMediator mediator,
        CancellationToken cancelled
    ) =>
        (
            await ProvenAsync(
                mediator,
                handle,
                body.CurrentPassword,
                proof => new RemoveMember.Command(handle, body.Reason, proof),
                cancelled
            )
        ).ToResult(receipt => Results.Ok(receipt));

    private static async Task<Outcome<T>> ProvenAsync<T>(
        IMediator mediator,
        string handle,
        string? password,
        Func<string, ICommand<T>> command,
        CancellationToken cancelled
    ) =>
        await mediator.Send(new ViewMember.Query(handle), cancelled) is null
            ? Outcome<T>.NotFound()
            : await mediator.SendProvenAsync(password, command, cancelled);
}

/// <param name="Role">member, moderator or administrator.</param>
internal sealed record RoleBody(string? Role, string? CurrentPassword);

internal sealed record AddressBody(string? Email, string? CurrentPassword);

internal sealed record RemovalBody(string? Reason, string? CurrentPassword);
