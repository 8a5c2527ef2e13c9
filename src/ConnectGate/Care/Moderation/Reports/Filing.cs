using ConnectGate.People.Accounts;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Care.Moderation.Reports;

/// <summary>
/// Files a report in the case on the text's author. The caller has locked both members and checked that the reporter
/// reads the text.
/// </summary>
internal sealed class Filing(
    ConnectGateContext context,
    Actor actor,
    IEnumerable<IReportable> kinds,
    IMediator mediator
)
{
    /// <summary>How many reporters hold an author back, how long they have been members, and for how long.</summary>
    public const int HoldingBack = 3;

    public static readonly TimeSpan MembersFor = TimeSpan.FromDays(30),
        HeldBackFor = TimeSpan.FromHours(72);

    public static Refusal AlreadyReported => new("already-reported", "", Words.Of("already-reported"));

    /// <summary>Null where the current member cannot read the text or wrote it, and for a letter.</summary>
    public async Task<ReportableText?> FindAsync(ReportedKind kind, string id, CancellationToken cancellationToken) =>
        kinds.FirstOrDefault(one => one.Kind == kind) is { } reportable
        && await reportable.FindAsync(id, cancellationToken) is { } text
        && text.Author.Id != actor.Id
            ? text
            : null;

    /// <summary>
    /// Not found where the photo is gone meanwhile. Refused: <c>already-reported</c> where the reporter has reported
    /// these words before.
    /// </summary>
    public async Task<Outcome<Done>> FileAsync(
        ReportedKind kind,
        ReportableText text,
        IReport report,
        CancellationToken cancellationToken
    )
    {
        var (me, now, words) = (actor.Id, actor.Now, Report.DigestOf(text.Evidence.Words));
        if (await IsReportedAsync(kind, text.SubjectId, words, cancellationToken))
        {
            return Outcome<Done>.Refused([AlreadyReported]);
        }

        if (!await kinds.Single(one => one.Kind == kind).FreezeAsync(text, cancellationToken))
        {
            return Outcome<Done>.NotFound();
        }

        var file = await OpenCaseAsync(text.Author.Id, now, cancellationToken);
        var filed = new Report
        {
            Case = file,
            ReporterId = me,
            Kind = kind,
            SubjectId = text.SubjectId,
            Words = words,
            Category = report.Category!.Value,
            Comment = VisibleText.Clean(report.Comment),
            Evidence = text.Evidence.ToJson(),
            AgainOfId = await BlockedAsync(report.AgainOf, cancellationToken),
            Weight = (await RecordsOfAsync([me], cancellationToken))[me].Weight,
            At = now,
        };
        context.Reports.Add(filed);
        file.Join(filed.Weight, filed.Category);
        await mediator.Publish(new ReportMade(filed), cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        if (file.HoldsBackUntil is null && await HoldsBackAsync(file, now, cancellationToken))
        {
            await context.Entry(text.Author).ReloadAsync(cancellationToken); // it was read before its lock
            file.HoldBack(now + HeldBackFor);
            text.Author.HoldBack(now + HeldBackFor);
            await context.SaveChangesAsync(cancellationToken);
        }

        return default(Done);
    }

    /// <summary>Whether the current member reported exactly these words. A withdrawn report counts.</summary>
    public Task<bool> IsReportedAsync(
        ReportedKind kind,
        long subjectId,
        string words,
        CancellationToken cancellationToken
    )
    {
        var me = actor.Id;
        return context.Reports.AnyAsync(
            report =>
                report.Kind == kind
                && report.SubjectId == subjectId
                && report.ReporterId == me
                && (report.Words == words || report.Words == report.PublicId),
            cancellationToken
        );
    }

    /// <summary>The unclosed case on a member, or a new one. A member has at most one unclosed case.</summary>
    public async Task<Case> OpenCaseAsync(long authorId, DateTime now, CancellationToken cancellationToken)
    {
        if (
            await context.Cases.SingleOrDefaultAsync(
                file => file.AuthorId == authorId && file.Stage != CaseStage.Closed,
                cancellationToken
            ) is
            { } open
        )
        {
            return open;
        }

        var opened = context.Cases.Add(Case.Open(authorId, now)).Entity;
        await mediator.Publish(new CaseOpened(opened), cancellationToken);
        return opened;
    }

    /// <summary>What came of these members' reports in closed cases, by the members' ids.</summary>
    public async Task<IReadOnlyDictionary<long, ReporterRecord>> RecordsOfAsync(
        IReadOnlyCollection<long> reporterIds,
        CancellationToken cancellationToken
    )
    {
        var decided = (
            await context
                .Reports.Where(report =>
                    reporterIds.Contains(report.ReporterId) && report.WithdrawnAt == null && report.Case.Upheld != null
                )
                .Select(report => new { report.ReporterId, Upheld = report.Case.Upheld == true })
                .ToListAsync(cancellationToken)
        ).ToLookup(report => report.ReporterId, report => report.Upheld);
        var muted = await context
            .MutedReporters.Where(reporter => reporterIds.Contains(reporter.MemberId))
            .Select(reporter => reporter.MemberId)
            .ToListAsync(cancellationToken);
        return reporterIds.ToDictionary(
            id => id,
            id => new ReporterRecord(
                decided[id].Count(upheld => upheld),
                decided[id].Count(upheld => !upheld),
                muted.Contains(id)
            )
        );
    }

    // Only somebody whom the reporter blocked, so that nobody is accused by name at will.
    private async Task<long?> BlockedAsync(string? handle, CancellationToken cancellationToken)
    {
        var me = actor.Id;
        return handle is null
            ? null
            : await (
                from block in context.Blocks.By(me)
                join blocked in context.Members on block.BlockedId equals blocked.Id
                where blocked.Handle == handle
                select (long?)blocked.Id
            ).SingleOrDefaultAsync(cancellationToken);
    }

    private async Task<bool> HoldsBackAsync(Case file, DateTime now, CancellationToken cancellationToken)
    {
        var joinedBefore = now - MembersFor;
        var reporters = await context
            .Reports.Where(report =>
                report.CaseId == file.Id
                && report.WithdrawnAt == null
                && report.Weight >= Report.CountedWeight
                && context.Members.Any(member => member.Id == report.ReporterId && member.JoinedAt <= joinedBefore)
            )
            .Select(report => report.ReporterId)
            .Distinct()
            .ToListAsync(cancellationToken);
        if (reporters.Count < HoldingBack)
        {
            return false;
        }

        var pairs = await context
            .Connections.Live(now)
            .Where(connection => reporters.Contains(connection.LowId) && reporters.Contains(connection.HighId))
            .Select(connection => new { connection.LowId, connection.HighId })
            .ToListAsync(cancellationToken);
        return Unconnected(reporters, [.. pairs.Select(pair => (pair.LowId, pair.HighId))], HoldingBack);
    }

    /// <summary>Whether so many of the members have no connection among each other.</summary>
    internal static bool Unconnected(
        IReadOnlyList<long> members,
        IReadOnlyCollection<(long Low, long High)> pairs,
        int many
    ) =>
        many == 0
        || Enumerable
            .Range(0, members.Count)
            .Any(place =>
                Unconnected(
                    [
                        .. members
                            .Skip(place + 1)
                            .Where(other =>
                                !pairs.Contains((Math.Min(members[place], other), Math.Max(members[place], other)))
                            ),
                    ],
                    pairs,
                    many - 1
                )
            );
}

/// <summary>What came of a member's reports.</summary>
/// <param name="Upheld">Reports in cases that ended with a measure.</param>
/// <param name="Dismissed">Reports in cases that ended without one, or whose measures an appeal undid.</param>
/// <param name="IsMuted">A moderator decided that the member's reports weigh nothing.</param>
internal sealed record ReporterRecord(int Upheld, int Dismissed, bool IsMuted)
{
    /// <summary>The weight of the member's next report: the share of reports that were not dismissed.</summary>
    public int Weight => IsMuted ? 0 : Report.FullWeight * (Upheld + 1) / (Upheld + Dismissed + 1);
}
