using ConnectGate.Tests.Slices.Ties.AddressBook;
using ConnectGate.Tests.Slices.Ties.Groups;
using ConnectGate.Ties.AddressBook;
using ConnectGate.Ties.Agendas;
using ConnectGate.Ties.Connections;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Groups;
using ConnectGate.Ties.Groups.Invitations;
using ConnectGate.Ties.Groups.Roster;

namespace ConnectGate.Tests.Slices.Foundation.Paging;

internal static class ListsOfTies
{
    public static readonly PagedList[] All =
    [
        new PagedList<ListGroups.Query>(
            stage =>
                stage.EachAsync(async other =>
                    await stage.Community.JoinAsync(stage.Me, await stage.Community.MakeAsync(other))
                ),
            async (stage, cursor) =>
                PagedList.Shown(
                    (
                        await stage.Community.QueryAsync(
                            stage.Me,
                            new ListGroups.Query(GroupKind.Group, Past: false, cursor)
                        )
                    ).Mine
                )
        ),
        new PagedList<ViewRoster.Query>(JoinAsync, async (stage, group, cursor) =>
            PagedList.Shown((await stage.Community.QueryAsync(stage.Me, new ViewRoster.Query(group, cursor)))!.People)
        ),
        new PagedList<ReadAgenda.Query>(WriteAgendaAsync, async (stage, gathering, cursor) =>
            PagedList.Shown(
                (await stage.Community.QueryAsync(stage.Me, new ReadAgenda.Query(gathering, cursor)))!.Others
            )
        ),
        new PagedList<ListInvited.Query>(InviteAsync, async (stage, group, cursor) =>
            PagedList.Shown((await stage.Community.QueryAsync(stage.Me, new ListInvited.Query(group, cursor)))!.Invited)
        ),
        new PagedList<ViewAddressBook.Query>(
            stage => stage.Community.ImportAsync(stage.Me, Given.Connections(Stage.Rows)),
            async (stage, cursor) =>
                PagedList.Shown((await stage.Community.BookAsync(stage.Me, cursor: cursor)).Entries)
        ),
        new PagedList<ListConnections.Query>(
            stage => stage.EachAsync(other => stage.Community.InsertConnectionAsync(stage.Me, other)),
            async (stage, cursor) =>
                PagedList.Shown(await stage.Community.QueryAsync(stage.Me, new ListConnections.Query(cursor)))
        ),
        new PagedList<ListBlocked.Query>(
            stage =>
                stage.AddAsync(other => new Block
                {
                    BlockerId = stage.Me.Id,
                    BlockedId = other.Id,
                    At = stage.Now,
                }),
            async (stage, cursor) =>
                PagedList.Shown(await stage.Community.QueryAsync(stage.Me, new ListBlocked.Query(cursor)))
        ),
        new PagedList<ConnectionsOf.Query>(ShowAsync, async (stage, handle, cursor) =>
            PagedList.Shown(
                (await stage.Community.QueryAsync(stage.Me, new ConnectionsOf.Query(handle, cursor)))!.Members
            )
        ),
    ];

    // I am an organiser and the first row, so one of the others stays away.
    private static async Task<string> JoinAsync(Stage stage)
    {
        var id = await stage.Community.MakeAsync(stage.Me);
        foreach (var other in stage.Others.Skip(1))
        {
            await stage.Community.JoinAsync(other, id);
        }

        return id;
    }

    private static async Task<string> WriteAgendaAsync(Stage stage)
    {
        var id = await stage.Community.MakeAsync(stage.Me, GroupKind.Gathering);
        var opens = await stage.Community.QueryAsync(stage.Me, new ReadAgenda.Query(id));
        stage.Community.Advance(opens!.OpensOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - stage.Now);
        foreach (var other in stage.Others)
        {
            await stage.Community.JoinAsync(other, id);
            await stage.Community.MustAsync(other, new WriteAgendaEntry.Command(id, "The old gauge", CanGive: null));
        }

        return id;
    }

    private static async Task<string> InviteAsync(Stage stage)
    {
        var id = await stage.Community.MakeAsync(stage.Me);
        var group = await stage.GroupAsync(id);
        await stage.AddAsync(other => new Invitation
        {
            GroupId = group,
            Email = other.Email,
            NormalizedEmail = other.Email.ToUpperInvariant(),
            InvitedById = stage.Me.Id,
            At = stage.Now,
        });
        return id;
    }

    private static async Task<string> ShowAsync(Stage stage)
    {
        var link = await stage.Community.InsertAsync();
        var showing = Side.OfTheAsker with { OtherMaySeeMyConnections = true };
        await stage.Community.InsertConnectionAsync(link, stage.Me, showing);
        await stage.EachAsync(other => stage.Community.InsertConnectionAsync(link, other));
        return link.Handle;
    }
}
