using ConnectGate.Care.Administration;
using ConnectGate.Care.Audit;
using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.Recognition;
using ConnectGate.Care.Noticeboards;
using ConnectGate.Foundation.Audit;
using ConnectGate.People.Accounts.Admissions;
using ConnectGate.Tests.Slices.Foundation.Audit;
using ConnectGate.Tests.Slices.Ties.Groups;
using ConnectGate.Ties.Groups;

namespace ConnectGate.Tests.Slices.Foundation.Paging;

internal static class ListsOfCare
{
    public static readonly PagedList[] All =
    [
        new PagedList<ReadNoticeboard.Query>(PostAsync, async (stage, group, cursor) =>
            PagedList.Shown(
                (await stage.Community.QueryAsync(stage.Me, new ReadNoticeboard.Query(group, cursor)))!.Posts
            )
        ),
        new PagedList<ListCases.Query>(
            stage => stage.AddAsync(other => Case.Open(other.Id, stage.Now)),
            async (stage, cursor) =>
                PagedList.Shown(
                    (await stage.Community.QueryAsync(stage.Me, new ListCases.Query(CaseState.Open, cursor)))!
                )
        ),
        new PagedList<ReviewGroups.Query>(
            stage => stage.AddAsync(other => Group.Make(GroupKind.Group, GroupStories.Details(), other.Id, stage.Now)),
            async (stage, cursor) =>
                PagedList.Shown((await stage.Community.QueryAsync(stage.Me, new ReviewGroups.Query(false, cursor)))!)
        ),
        new PagedList<ReadAudit.Query>(
            stage =>
                stage.Community.RecordAsync([
                    .. stage.Others.Select(other => new AuditEntry
                    {
                        At = stage.Now,
                        Act = AuditAct.SuspendedMember,
                        Reason = other.Handle,
                    }),
                ]),
            async (stage, cursor) =>
                PagedList.Shown((await stage.Community.QueryAsync(stage.Me, new ReadAudit.Query(null, cursor)))!)
        ),
        new PagedList<ListApplicants.Query>(
            stage => stage.EachAsync(_ => stage.Community.InsertAsync(A.Member() with { WaitsWith = "I read tides." })),
            async (stage, cursor) =>
                PagedList.Shown((await stage.Community.QueryAsync(stage.Me, new ListApplicants.Query(cursor)))!)
        ),
        new PagedList<ListInvitations.Query>(
            stage =>
                stage.AddAsync(other => new Admitted
                {
                    Email = $"not-{other.Email}",
                    NormalizedEmail = $"not-{other.Email}".ToUpperInvariant(),
                    At = stage.Now,
                }),
            async (stage, cursor) =>
                PagedList.Shown((await stage.Community.QueryAsync(stage.Me, new ListInvitations.Query(cursor)))!)
        ),
    ];

    private static async Task<string> PostAsync(Stage stage)
    {
        var id = await stage.Community.MakeAsync(stage.Me);
        var group = await stage.GroupAsync(id);
        await stage.AddAsync(other => new Post
        {
            GroupId = group,
            AuthorId = other.Id,
            Text = "High water at four.",
            At = stage.Now,
        });
        return id;
    }
}
