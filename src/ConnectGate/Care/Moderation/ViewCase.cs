using ConnectGate.Foundation.Audit;

namespace ConnectGate.Care.Moderation;

/// <summary>A moderator opens a case. This is a command because the audit log records the view.</summary>
public static class ViewCase
{
    [SentBy(Senders.Moderators)]
    [Audited(AuditAct.ViewedCase)]
    public sealed record Command(string Id) : ICommand<View>;

    /// <param name="OpenedAt">The time of the first report.</param>
    /// <param name="Author">The author's current profile.</param>
    /// <param name="Reports">Oldest first.</param>
    /// <param name="SameNotes">Letters of the author that are nearly the same as other members' letters, oldest
    /// first.</param>
    /// <param name="Decision">Null while the case is open.</param>
    /// <param name="EarlierCases">The author's other cases, latest first.</param>
    /// <param name="Suspensions">The author's suspensions, latest first.</param>
    /// <param name="MayDecide">The case is open, and this moderator is not involved
    /// (<see cref="CaseFile.IsOwnAsync"/>).</param>
    public sealed record View(
        string Id,
        CaseState State,
        DateTime OpenedAt,
        Profile Author,
        IReadOnlyList<Reported> Reports,
        IReadOnlyList<SentByOthers> SameNotes,
        Decided? Decision,
        IReadOnlyList<Earlier> EarlierCases,
        IReadOnlyList<Measure> Suspensions,
        bool MayDecide
    );

    public sealed record Profile(
        string Handle,
        string DisplayName,
        string Headline,
        string About,
        IReadOnlyList<string> OtherNames,
        DateTime MemberSince
    );

    public sealed record Reported(
        string ReporterHandle,
        string ReporterName,
        ReportCategory Category,
        string Comment,
        DateTime At,
        Evidence Evidence
    );

    /// <param name="Others">The other members' letters, oldest first.</param>
    public sealed record SentByOthers(DateTime At, Evidence Evidence, IReadOnlyList<OtherSender> Others);

    /// <param name="CaseId">The public id of the case on this sender.</param>
    public sealed record OtherSender(string Handle, string DisplayName, string CaseId, DateTime SentAt, string Note);

    public sealed record Decided(DateTime At, string ModeratorName, string Reason);

    /// <param name="Reason">Why it was decided so; null while it is open.</param>
    public sealed record Earlier(string Id, CaseState State, DateTime OpenedAt, string? Reason);

    /// <param name="Until">Null for no end.</param>
    public sealed record Measure(DateTime From, DateTime? Until, string ModeratorName, string Reason);

    private const int MostSameNotes = 200;

    internal sealed class Handler(ConnectGateContext context, CaseFile cases) : IRequestHandler<Command, Outcome<View>>
    {
        public async Task<Outcome<View>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await cases.FindAsync(command.Id, cancellationToken) is not { } file)
            {
                return Outcome<View>.NotFound();
            }

            cases.Tell(file, AuditAct.ViewedCase);

            var author = await context
                .Members.AsNoTracking()
                .SingleAsync(member => member.Id == file.AuthorId, cancellationToken);
            return new View(
                file.PublicId,
                file.State,
                file.OpenedAt,
                new Profile(
                    author.Handle,
                    author.DisplayName,
                    author.Headline,
                    author.About,
                    [.. author.OtherNames.Select(name => name.Text)],
                    author.JoinedAt
                ),
                await ReportsAsync(file, cancellationToken),
                await SameNotesAsync(file, cancellationToken),
                await DecisionAsync(file, cancellationToken),
                await EarlierAsync(file, cancellationToken),
                await SuspensionsAsync(file, cancellationToken),
                file.State == CaseState.Open && !await cases.IsOwnAsync(file, cancellationToken)
            );
        }

        private async Task<IReadOnlyList<Reported>> ReportsAsync(Case file, CancellationToken cancellationToken)
        {
            var reports = await (
                from report in context.Reports
                where report.CaseId == file.Id
                join reporter in context.Members on report.ReporterId equals reporter.Id
                orderby report.At, report.Id
                select new
                {
                    reporter.Handle,
                    reporter.DisplayName,
                    report.Category,
                    report.Comment,
                    report.At,
                    report.Evidence,
                }
            ).ToListAsync(cancellationToken);
            return
            [
                .. reports.Select(report => new Reported(
                    report.Handle,
                    report.DisplayName,
                    report.Category,
                    report.Comment,
                    report.At,
                    Evidence.FromJson(report.Evidence)
                )),
            ];
        }

        private async Task<IReadOnlyList<SentByOthers>> SameNotesAsync(Case file, CancellationToken cancellationToken)
        {
            var notes = await (
                from mine in context.SameNotes
                where mine.CaseId == file.Id
                join note in context.SameNotes on mine.GroupId equals note.GroupId
                join sender in context.Members on note.SenderId equals sender.Id
                orderby note.At, note.Id
                select new
                {
                    note.GroupId,
                    IsMine = note.CaseId == file.Id,
                    sender.Handle,
                    sender.DisplayName,
                    note.Case.PublicId,
                    note.At,
                    note.Evidence,
                }
            )
                .Take(MostSameNotes)
                .ToListAsync(cancellationToken);
            return
            [
                .. from mine in notes
                where mine.IsMine
                select new SentByOthers(
                    mine.At,
                    Evidence.FromJson(mine.Evidence),
                    [
                        .. from note in notes
                        where note.GroupId == mine.GroupId && !note.IsMine
                        let evidence = Evidence.FromJson(note.Evidence)
                        select new OtherSender(
                            note.Handle,
                            note.DisplayName,
                            note.PublicId,
                            evidence.SentAt,
                            evidence.Note
                        ),
                    ]
                ),
            ];
        }

        private async Task<Decided?> DecisionAsync(Case file, CancellationToken cancellationToken) =>
            file.ClosedAt is not { } at
                ? null
                : new Decided(
                    at,
                    await context
                        .Members.Where(member => member.Id == file.ClosedById)
                        .Select(member => member.DisplayName)
                        .SingleAsync(cancellationToken),
                    file.ReasonGiven ?? ""
                );

        private Task<List<Earlier>> EarlierAsync(Case file, CancellationToken cancellationToken) =>
            context
                .Cases.Where(other => other.AuthorId == file.AuthorId && other.Id != file.Id)
                .OrderByDescending(other => other.OpenedAt)
                .ThenByDescending(other => other.Id)
                .Take(Page<Earlier>.Size)
                .Select(other => new Earlier(other.PublicId, other.State, other.OpenedAt, other.ReasonGiven))
                .ToListAsync(cancellationToken);

        private Task<List<Measure>> SuspensionsAsync(Case file, CancellationToken cancellationToken) =>
            (
                from suspension in context.Suspensions
                where suspension.MemberId == file.AuthorId
                join moderator in context.Members on suspension.ModeratorId equals moderator.Id
                orderby suspension.From descending, suspension.Id descending
                select new Measure(suspension.From, suspension.Until, moderator.DisplayName, suspension.Reason)
            )
                .Take(Page<Measure>.Size)
                .ToListAsync(cancellationToken);
    }
}
