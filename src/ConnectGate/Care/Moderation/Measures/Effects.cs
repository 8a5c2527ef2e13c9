using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Gate.Copies;
using ConnectGate.Letters.Requests;
using ConnectGate.People.Members.Suspensions;

namespace ConnectGate.Care.Moderation.Measures;

/// <summary>Puts measures into effect, and undoes them.</summary>
internal sealed class Effects(
    ConnectGateContext context,
    Actor actor,
    Words words,
    KnownTemplates templates,
    IEnumerable<IReportable> kinds,
    IMediator mediator
)
{
    // It stands in the text's place for readers of every language, so it is in the community's own.
    private string Instead => words.Say(Words.Of("removed-text"), language: null);

    /// <summary>The caller saves.</summary>
    public async Task TakeAsync(Measure measure, CancellationToken cancellationToken)
    {
        switch (measure.Kind)
        {
            case MeasureKind.Suspend or MeasureKind.SuspendForGood:
                await SuspendAsync(measure, cancellationToken);
                break;
            case MeasureKind.RemoveText:
                foreach (var (report, kind) in await TextsAsync(measure, cancellationToken))
                {
                    await kind.ReplaceAsync(
                        report.SubjectId,
                        Evidence.FromJson(report.Evidence),
                        Instead,
                        cancellationToken
                    );
                }

                break;
            case MeasureKind.MarkTemplate:
                await MarkAsync(measure, cancellationToken);
                break;
            default:
                break;
        }
    }

    /// <summary>Undoes a measure whose appeal was upheld. Letters that a suspension closed stay closed.</summary>
    public async Task UndoAsync(Measure measure, CancellationToken cancellationToken)
    {
        await RememberAllowanceAsync(measure, cancellationToken);
        switch (measure.Kind)
        {
            case MeasureKind.Suspend or MeasureKind.SuspendForGood:
                (await context.Suspensions.SingleAsync(one => one.Id == measure.EffectId, cancellationToken)).Lift(
                    actor.Now
                );
                break;
            case MeasureKind.RemoveText:
                foreach (var (report, kind) in await TextsAsync(measure, cancellationToken))
                {
                    await kind.RestoreAsync(
                        report.SubjectId,
                        Instead,
                        Evidence.FromJson(report.Evidence),
                        cancellationToken
                    );
                }

                break;
            case MeasureKind.MarkTemplate:
                context.NoteTemplates.RemoveRange(
                    await context
                        .NoteTemplates.Where(template =>
                            template.AddedAt == measure.At && template.AddedById == measure.ModeratorId
                        )
                        .ToListAsync(cancellationToken)
                );
                break;
            default:
                break;
        }
    }

    /// <summary>
    /// Halves the author's allowance for a time where the case is upheld, and delivers the letters that its reports
    /// held back. The caller saves.
    /// </summary>
    public async Task CloseAsync(Case file, CancellationToken cancellationToken)
    {
        var now = actor.Now;
        var author = await context.Members.SingleAsync(member => member.Id == file.AuthorId, cancellationToken);
        if (file.Upheld == true)
        {
            author.BearUpheldReport(now);
        }

        if (author.HeldBackUntil is not { } until || until <= now)
        {
            return;
        }

        author.HoldBack(null);
        var letters = await context
            .Requests.Running(now)
            .Where(letter => letter.SenderId == file.AuthorId && letter.DeliverAt > now)
            .ToListAsync(cancellationToken);
        foreach (var letter in letters)
        {
            letter.DeliverFrom(letter.ChangeableUntil > now ? letter.ChangeableUntil : now);
            await mediator.Publish(new RequestCrossed(letter), cancellationToken);
        }
    }

    private async Task SuspendAsync(Measure measure, CancellationToken cancellationToken)
    {
        var suspension = new Suspension
        {
            MemberId = measure.MemberId,
            ModeratorId = measure.ModeratorId,
            From = measure.At,
            Until = measure.Until,
            Reason = measure.Words,
        };
        context.Suspensions.Add(suspension);
        await mediator.Publish(new MemberSuspended(suspension), cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        measure.HasEffect(suspension.Id);
    }

    private async Task MarkAsync(Measure measure, CancellationToken cancellationToken)
    {
        foreach (var (report, _) in await TextsAsync(measure, cancellationToken))
        {
            var note = Evidence.FromJson(report.Evidence).Note;
            var print = NoteTemplate.PrintOf(note);
            if (
                report.Kind == ReportedKind.Letter
                && print.Pairs.Count >= NotePrint.LeastInCommon
                && await templates.FindAsync(print, cancellationToken) is null
            )
            {
                context.NoteTemplates.Add(
                    NoteTemplate.Of(
                        note,
                        await templates.KeysAsync(print, cancellationToken),
                        measure.ModeratorId,
                        measure.At
                    )
                );
                await context.SaveChangesAsync(cancellationToken);
            }
        }
    }

    // The allowance is halved again only where another report of the last days was upheld.
    private async Task RememberAllowanceAsync(Measure measure, CancellationToken cancellationToken)
    {
        var author = await context.Members.SingleAsync(member => member.Id == measure.MemberId, cancellationToken);
        var upheldAt = await context
            .Measures.Where(other =>
                other.MemberId == measure.MemberId && other.UndoneAt == null && other.Id != measure.Id
            )
            .MaxAsync(other => (DateTime?)other.At, cancellationToken);
        author.BearUpheldReport(upheldAt);
    }

    // The reported texts of the measure's case. Each text once, with the words that were reported last first.
    private async Task<IReadOnlyList<(Report Report, IReportable Kind)>> TextsAsync(
        Measure measure,
        CancellationToken cancellationToken
    )
    {
        var reports = await context
            .Reports.Where(report => report.CaseId == measure.CaseId && report.WithdrawnAt == null)
            .OrderByDescending(report => report.Id)
            .ToListAsync(cancellationToken);
        return
        [
            .. reports
                .DistinctBy(report => (report.Kind, report.SubjectId, report.Words))
                .Select(report => (report, kinds.Single(kind => kind.Kind == report.Kind))),
        ];
    }
}
