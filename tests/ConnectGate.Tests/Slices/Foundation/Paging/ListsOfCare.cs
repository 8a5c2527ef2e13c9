using ConnectGate.Care.Administration;
using ConnectGate.Care.Administration.Members;
using ConnectGate.Care.Administration.Outgoing;
using ConnectGate.Care.Audit;
using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.Measures;
using ConnectGate.Care.Moderation.Recognition;
using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Care.Noticeboards;
using ConnectGate.Foundation.Audit;
using ConnectGate.People.Accounts.Admissions;
using ConnectGate.People.Mail;
using ConnectGate.Tests.Slices.Foundation.Audit;
using ConnectGate.Tests.Slices.Ties.Groups;
using ConnectGate.Ties.Groups;
using Microsoft.EntityFrameworkCore;

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
        new PagedList<ListMyReports.Query>(
            stage =>
                stage.AddAsync(other => new Report
                {
                    Case = Case.Open(other.Id, stage.Now),
                    ReporterId = stage.Me.Id,
                    Kind = ReportedKind.Profile,
                    SubjectId = other.Id,
                    Words = "",
                    Category = ReportCategory.Spam,
                    Comment = "",
                    Evidence = new Evidence(
                        other.DisplayName,
                        other.DisplayName,
                        other.Handle,
                        "",
                        [],
                        other.DisplayName,
                        null,
                        null,
                        [],
                        stage.Now
                    ).ToJson(),
                    Weight = Report.FullWeight,
                    At = stage.Now,
                }),
            async (stage, cursor) =>
                PagedList.Shown(await stage.Community.QueryAsync(stage.Me, new ListMyReports.Query(cursor)))
        ),
        new PagedList<ListAppeals.Query>(
            stage =>
                stage.EachAsync(other =>
                    stage.Community.InDatabaseAsync(async context =>
                    {
                        var file = context.Cases.Add(Case.Open(other.Id, stage.Now)).Entity;
                        await context.SaveChangesAsync();
                        var measure = Measure.Take(
                            file,
                            MeasureKind.Warn,
                            stage.Me.Id,
                            "Letters are personal",
                            "For what this test needs.",
                            withConflict: false,
                            until: null,
                            stage.Now
                        );
                        measure.Appeal("I wrote to one person only.", stage.Now);
                        context.Measures.Add(measure);
                        await context.SaveChangesAsync();
                    })
                ),
            async (stage, cursor) =>
                PagedList.Shown((await stage.Community.QueryAsync(stage.Me, new ListAppeals.Query(cursor)))!)
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
        new PagedList<ListApplicants.Command>(
            stage => stage.EachAsync(_ => stage.Community.InsertAsync(A.Member() with { WaitsWith = "I read tides." })),
            async (stage, cursor) =>
                PagedList.Shown(await stage.Community.MustAsync(stage.Me, new ListApplicants.Command(cursor)))
        ),
        new PagedList<ListInvitations.Command>(
            stage =>
                stage.AddAsync(other => new Admitted
                {
                    Email = $"not-{other.Email}",
                    NormalizedEmail = $"not-{other.Email}".ToUpperInvariant(),
                    At = stage.Now,
                }),
            async (stage, cursor) =>
                PagedList.Shown(await stage.Community.MustAsync(stage.Me, new ListInvitations.Command(cursor)))
        ),
        new PagedList<ListMail.Command>(
            stage =>
                stage.AddAsync(other => new OutgoingMail
                {
                    Kind = MailKind.Digest,
                    To = other.Email,
                    Subject = "Digest",
                    Body = "",
                    WrittenAt = stage.Now,
                    DueAt = stage.Now,
                }),
            async (stage, cursor) =>
                PagedList.Shown((await stage.Community.MustAsync(stage.Me, new ListMail.Command(Cursor: cursor))).Page)
        ),
        new PagedList<ListMembers.Query>(
            _ => Task.CompletedTask,
            async (stage, cursor) =>
                PagedList.Shown(
                    (await stage.Community.QueryAsync(stage.Me, new ListMembers.Query(Stage.Name, Cursor: cursor)))!
                )
        ),
        new PagedList<ViewTree.Query>(
            stage =>
            {
                var letIn = stage.Others.Select(other => other.Id).ToList();
                return stage.Community.InDatabaseAsync(context =>
                    context
                        .Users.Where(account => letIn.Contains(account.Id))
                        .ExecuteUpdateAsync(set => set.SetProperty(account => account.LetInById, stage.Me.Id))
                );
            },
            async (stage, cursor) =>
                PagedList.Shown(
                    (await stage.Community.QueryAsync(stage.Me, new ViewTree.Query(stage.Me.Handle, cursor)))!.Branches
                )
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
