using System.Globalization;
using ConnectGate.Care.Moderation.Recognition;
using ConnectGate.People.Accounts;
using ConnectGate.Ties.Groups;
using ConnectGate.Ties.Groups.Joining;
using ConnectGate.Ties.Groups.Roster;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Slices.Ties.Groups;

/// <summary>Groups and gatherings, made by real commands.</summary>
internal static class GroupStories
{
    private static int _groups;

    /// <summary>Valid details. A test changes by <c>with</c> what matters to it.</summary>
    public static GroupDetails Details() =>
        new(
            $"The tide readers {Interlocked.Increment(ref _groups).ToString(CultureInfo.InvariantCulture)}",
            "We compare tide tables.",
            null,
            null,
            null
        );

    /// <summary>Details of a gathering on two days in May.</summary>
    public static GroupDetails GatheringDetails() =>
        Details() with
        {
            BeginsOn = new DateOnly(2026, 5, 14),
            EndsOn = new DateOnly(2026, 5, 15),
            Place = "The old lock, Ghent",
        };

    /// <summary>Makes a group or gathering, and returns its id.</summary>
    public static async Task<string> MakeAsync(
        this Community community,
        Person organiser,
        GroupKind kind = GroupKind.Group,
        GroupDetails? details = null
    ) =>
        (
            await community.MustAsync(
                organiser,
                new MakeGroup.Command(kind, details ?? (kind == GroupKind.Group ? Details() : GatheringDetails()))
            )
        ).Id;

    /// <summary>
    /// Makes a recognised group with all of these on its roster, the first as its organiser, and returns its id.
    /// </summary>
    public static async Task<string> SharedAsync(
        this Community community,
        GroupKind kind,
        Person organiser,
        params Person[] others
    )
    {
        var id = await community.MakeAsync(organiser, kind);
        await community.RecogniseAsync(id);
        foreach (var other in others)
        {
            await community.JoinAsync(other, id);
        }

        return id;
    }

    /// <summary>A moderator recognises the group, or withdraws that.</summary>
    public static async Task RecogniseAsync(this Community community, string id, bool recognised = true) =>
        await community.MustAsync(
            await community.InsertAsync(A.Member() with { Role = Role.Moderator }),
            new RecogniseGroup.Command(id, recognised, "We know who organises it.")
        );

    public static async Task JoinAsync(this Community community, Person member, string id, bool listMe = true) =>
        await community.MustAsync(member, new JoinGroup.Command(await community.CodeAsync(id), listMe));

    /// <summary>The code by which members join at present.</summary>
    public static Task<string> CodeAsync(this Community community, string id) =>
        community.InDatabaseAsync(context =>
            context
                .Groups.Where(group => group.PublicId == id)
                .Select(group => group.JoinCode)
                .SingleAsync(TestContext.Current.CancellationToken)
        );

    public static Task<string> NameAsync(this Community community, string id) =>
        community.InDatabaseAsync(context =>
            context
                .Groups.Where(group => group.PublicId == id)
                .Select(group => group.Name)
                .SingleAsync(TestContext.Current.CancellationToken)
        );

    /// <summary>The handles on the roster as that person sees it.</summary>
    public static async Task<IEnumerable<string>> RosterAsync(this Community community, Person viewer, string id) =>
        (await community.QueryAsync(viewer, new ViewRoster.Query(id)))!.People.Items.Select(row => row.Handle);
}
