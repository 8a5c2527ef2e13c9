using ConnectGate.Care.Moderation.Handling;
using ConnectGate.Care.Moderation.Measures;
using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Care.Moderation.SameNotes;
using ConnectGate.Foundation.Portability;
using ConnectGate.People.Accounts;

namespace ConnectGate.Care.Moderation;

/// <summary>
/// The cases on the member, and their reports of others. An undecided case keeps its evidence until moderators decide
/// it, so that nobody escapes a decision by leaving.
/// </summary>
internal sealed class ModerationErasure(ConnectGateContext context) : IErases, INotificationHandler<CaseClosed>
{
    public IReadOnlyDictionary<Type, string> Outcomes { get; } =
        new Dictionary<Type, string>
        {
            [typeof(Case)] = "stays; binds the next member with the address",
            [typeof(Measure)] = "stays without the appeal's words; binds the next member with the address",
            [typeof(Report)] = "stays without the member's words; evidence on them goes once the case is decided",
            [typeof(SameNote)] = "evidence on the member goes once the case is decided",
            [typeof(ReportedPhoto)] = "deleted once the case is decided",
            [typeof(CaseComment)] = "the moderators' record; stays",
            [typeof(MutedReporter)] = "stays; binds the next member with the address",
        };

    public async Task EraseAsync(Leaver leaver, CancellationToken cancellationToken)
    {
        var id = leaver.Id;
        await context
            .Measures.Where(measure => measure.MemberId == id && measure.AppealText != null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(measure => measure.AppealText, leaver.Instead),
                cancellationToken
            );
        await context
            .Reports.Where(report => report.ReporterId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(report => report.Comment, ""), cancellationToken);
        await ForgetReportersWordsAsync(leaver, cancellationToken);
        await ForgetEvidenceAsync(
            context.Cases.Where(file => file.AuthorId == id && file.Stage == CaseStage.Closed),
            cancellationToken
        );
    }

    public async Task BindAsync(long formerId, long memberId, CancellationToken cancellationToken)
    {
        await context
            .Cases.Where(file => file.AuthorId == formerId)
            .ExecuteUpdateAsync(set => set.SetProperty(file => file.AuthorId, memberId), cancellationToken);
        await context
            .Measures.Where(measure => measure.MemberId == formerId)
            .ExecuteUpdateAsync(set => set.SetProperty(measure => measure.MemberId, memberId), cancellationToken);
        await context
            .MutedReporters.Where(muted => muted.MemberId == formerId)
            .ExecuteUpdateAsync(set => set.SetProperty(muted => muted.MemberId, memberId), cancellationToken);
    }

    // A case that is decided after its author was deleted. Measures have read the evidence by now.
    public async Task Handle(CaseClosed notification, CancellationToken cancellationToken)
    {
        var id = notification.File.AuthorId;
        if (await context.Users.AnyAsync(one => one.Id == id && one.FormerAddress != null, cancellationToken))
        {
            await ForgetEvidenceAsync(context.Cases.Where(file => file.Id == notification.File.Id), cancellationToken);
        }
    }

    // In the evidence on another member: the reporter's side of a talk, or the words of a connector.
    private async Task ForgetReportersWordsAsync(Leaver leaver, CancellationToken cancellationToken)
    {
        var quoted = $"\"{leaver.Handle}\"";
        var reports = await context
            .Reports.Where(report => report.ReporterId == leaver.Id || report.Evidence.Contains(quoted))
            .ToListAsync(cancellationToken);
        foreach (var report in reports)
        {
            var evidence = Evidence.FromJson(report.Evidence);
            if (report.ReporterId == leaver.Id)
            {
                evidence = evidence with { Talk = evidence.Talk?.Where(said => said.BySender).ToList() };
            }

            report.Keep(Renamed(evidence, leaver));
        }

        var notes = await context.SameNotes.Where(one => one.Evidence.Contains(quoted)).ToListAsync(cancellationToken);
        foreach (var note in notes)
        {
            note.Keep(Renamed(Evidence.FromJson(note.Evidence), leaver));
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private static Evidence Renamed(Evidence evidence, Leaver leaver) =>
        evidence.Introduction is { } by && by.Handle == leaver.Handle
            ? evidence with
            {
                Introduction = by with { Handle = leaver.FormerHandle, DisplayName = leaver.FormerName },
            }
            : evidence;

    private async Task ForgetEvidenceAsync(IQueryable<Case> files, CancellationToken cancellationToken)
    {
        var reports = await context
            .Reports.Where(report => files.Any(file => file.Id == report.CaseId))
            .ToListAsync(cancellationToken);
        var photos = reports.Select(report => Evidence.FromJson(report.Evidence).Photo).OfType<string>().ToList();
        foreach (var report in reports)
        {
            report.Keep(Evidence.FromJson(report.Evidence).WithoutWords());
        }

        foreach (
            var note in await context
                .SameNotes.Where(note => files.Any(file => file.Id == note.CaseId))
                .ToListAsync(cancellationToken)
        )
        {
            note.Keep(Evidence.FromJson(note.Evidence).WithoutWords());
        }

        await context
            .ReportedPhotos.Where(photo => photos.Contains(photo.Version))
            .ExecuteDeleteAsync(cancellationToken);
    }
}
