using ConnectGate.Care.Administration.Members;
using ConnectGate.Web.Hosting;
using ConnectGate.Web.Identity;

namespace ConnectGate.Web.Commands;

/// <summary>The commands of the page <c>/admin/members</c>, for the server's console.</summary>
internal static class MemberCommands
{
    public static readonly Command Find = new(
        "members find",
        "[WORD…]  Lists members by name, handle or whole email address; without words everybody.",
        async (app, words, cancellationToken) =>
        {
            await app.MigrateAsync();
            await using var scope = app.Services.CreateServerScope();
            var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
            var (any, cursor) = (false, (string?)null);
            while (true)
            {
                var query = new ListMembers.Query(string.Join(' ', words), Cursor: cursor);
                var page = (await mediator.Send(query, cancellationToken))!;
                foreach (var row in page.Items)
                {
                    var ended =
                        row.LeavesAt is { } leaves ? $"  to be deleted {leaves:yyyy-MM-dd}"
                        : row.LapsedAt is { } at ? $"  ended {at:yyyy-MM-dd}"
                        : "";
                    Console.WriteLine(
                        $"{row.Handle, -30} {row.Role.ToString().ToLowerInvariant(), -14} {row.DisplayName}{ended}"
                    );
                }

                if (page.Next is null)
                {
                    return any || page.Items.Count > 0 ? 0 : await Command.RefuseAsync("No member fits.");
                }

                (any, cursor) = (true, page.Next);
            }
        }
    );

    public static readonly Command Role = new(
        "members role",
        "HANDLE|EMAIL member|moderator|administrator  Changes the role.",
        async (app, words, cancellationToken) =>
            words is [var member, var named] && NamedEnums.Parse<People.Accounts.Role>(named) is { } role
                ? await DoAsync(app, member, new GrantRole.Command(member, role), cancellationToken)
                : await Command.RefuseAsync(
                    "Say who, and which role: members role HANDLE|EMAIL member|moderator|administrator"
                )
    );

    public static readonly Command Address = new(
        "members address",
        "HANDLE|EMAIL NEW-EMAIL  Mails a link to the new address of a member who lost the old one.",
        async (app, words, cancellationToken) =>
            words is [var member, var email]
                ? await DoAsync(app, member, new MoveAddress.Command(member, email), cancellationToken)
                : await Command.RefuseAsync("Say who, and the new address: members address HANDLE|EMAIL NEW-EMAIL")
    );

    public static readonly Command SignOut = ForOne(
        "members sign-out",
        "Signs the member out everywhere.",
        member => new SignMemberOut.Command(member)
    );

    public static readonly Command Lapse = ForOne(
        "members lapse",
        "Ends the membership. Nothing is deleted.",
        member => new LapseMember.Command(member)
    );

    public static readonly Command Renew = ForOne(
        "members renew",
        "Renews a membership that has ended.",
        member => new RenewMember.Command(member)
    );

    public static readonly Command Remove = new(
        "members remove",
        "HANDLE|EMAIL REASON…  Removes the member. Everything of theirs is deleted 14 days later.",
        async (app, words, cancellationToken) =>
            words is [var member, .. { Length: > 0 } reason]
                ? await DoAsync(
                    app,
                    member,
                    new RemoveMember.Command(member, string.Join(' ', reason)),
                    cancellationToken
                )
                : await Command.RefuseAsync("Say who, and why: members remove HANDLE|EMAIL REASON…")
    );

    public static readonly Command TakeBack = ForOne(
        "members take-back",
        "Takes back a removal, as long as nothing is deleted.",
        member => new TakeBackRemoval.Command(member)
    );

    private static Command ForOne(string name, string about, Func<string, ICommand<Done>> command) =>
        new(name, $"HANDLE|EMAIL  {about}", async (app, words, cancellationToken) =>
            words is [var member]
                ? await DoAsync(app, member, command(member), cancellationToken)
                : await Command.RefuseAsync($"Say who: {name} HANDLE|EMAIL")
        );

    private static async Task<int> DoAsync<T>(
        WebApplication app,
        string member,
        ICommand<T> command,
        CancellationToken cancellationToken
    )
    {
        var outcome = await AccountCommands.SendAsync(app, command, cancellationToken);
        if (!outcome.Succeeded)
        {
            return await Command.RefuseAsync(
                outcome.IsNotFound ? $"There is no member {member}." : outcome.Refusals[0].Message
            );
        }

        Console.WriteLine("Done.");
        return 0;
    }
}
