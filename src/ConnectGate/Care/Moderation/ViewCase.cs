using ConnectGate.Care.Moderation.Measures;
using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Care.Moderation.SameNotes;
using ConnectGate.Foundation.Audit;
using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Care.Moderation;

/// <summary>A moderator opens a case. This is a command because the audit log records the view.</summary>
public static class ViewCase
{
    [SentBy(Senders.Moderators)]
    [Audited(AuditAct.ViewedCase)]
    public sealed record Command(string Id) : ICommand<View>;

    /// <param name="OpenedAt">The time of the first report.</param>
    /// <param name="TakenBy">The name of the moderator who has it; null where nobody has.</param>
    /// <param name="TakenByMe">Whether that is the reader.</param>
    /// <param name="HoldsBackUntil">The end of the time in which the reports hold the author's requests back; null
    /// where they do not.</param>
    /// <param name="AboutMe">The reader is the author. They see neither the reports nor what others wrote about
    /// them, because nobody learns who reported them.</param>
    /// <param name="Author">The author's current profile.</param>
    /// <param name="Reports">Oldest first.</param>
    /// <param name="Hints">What makes the reporters look less independent than they are many.</param>
    /// <param name="SameNotes">Letters of the author that are nearly the same as other members' letters, oldest
    /// first.</param>
    /// <param name="Comments">Between moderators, oldest first.</param>
    /// <param name="Decision">Null while the case is not closed.</param>
    /// <param name="Measures">The author's measures in every case, latest first.</param>
    /// <param name="EarlierCases">The author's other cases, latest first.</param>
    /// <param name="Right">What this moderator may do.</param>
    public sealed record View(
        string Id,
        CaseState State,
        DateTime OpenedAt,
        string? TakenBy,
        bool TakenByMe,
        DateTime? HoldsBackUntil,
        bool AboutMe,
        Profile Author,
        IReadOnlyList<Reported> Reports,
        IReadOnlyList<Hint> Hints,
        IReadOnlyList<SentByOthers> SameNotes,
        IReadOnlyList<Comment> Comments,
        Decided? Decision,
        IReadOnlyList<Taken> Measures,
        IReadOnlyList<Earlier> EarlierCases,
        MayDo Right
    );

    /// <param name="Decide">The case is not closed, nobody else has it, and nobody is more free of conflict.</param>
    /// <param name="WithConflict">The moderator is part of the case, but nobody else can decide it.</param>
    /// <param name="Act">Take, comment and escalate: everybody but the author, while nobody else has the case.</param>
    public sealed record MayDo(bool Decide, bool WithConflict, bool Act);

    public sealed record Profile(
        string Handle,
        string DisplayName,
        string Headline,
        string About,
        IReadOnlyList<string> OtherNames,
        DateTime MemberSince
    );

    /// <param name="Weight">0 to 100, from the reporter's record at that time.</param>
    /// <param name="Upheld">How many of the reporter's reports ended with a measure.</param>
    /// <param name="Dismissed">How many did not.</param>
    /// <param name="AgainOf">The blocked member of whom the reporter thinks that they are behind this account.</param>
    /// <param name="Similar">Letters whose notes are like the reported one, the likest first.</param>
    public sealed record Reported(
        string ReporterHandle,
        string ReporterName,
        int Weight,
        int Upheld,
        int Dismissed,
        bool IsMuted,
        ReportedKind Kind,
        ReportCategory Category,
        string Comment,
        DateTime At,
        DateTime? WithdrawnAt,
        Named? AgainOf,
        Evidence Evidence,
        IReadOnlyList<Like> Similar
    );

    public sealed record Named(string Handle, string DisplayName);

    /// <param name="IsAuthors">The author of the case sent it too.</param>
    /// <param name="Percent">The likeness, 0 to 100.</param>
    public sealed record Like(Named Sender, bool IsAuthors, int Percent, DateTime SentAt, string Note);

    public enum Hint
    {
        /// <summary>Two of the reporters are connected.</summary>
        ReportersAreConnected,

        /// <summary>A reporter has been a member for less than 30 days.</summary>
        ReportersAreNew,
    }

    public sealed record Comment(string AuthorName, DateTime At, string Text);

    /// <param name="Others">The other members' letters, oldest first.</param>
    public sealed record SentByOthers(DateTime At, Evidence Evidence, IReadOnlyList<OtherSender> Others);

    /// <param name="CaseId">The public id of the case on this sender.</param>
    public sealed record OtherSender(string Handle, string DisplayName, string CaseId, DateTime SentAt, string Note);

    /// <param name="Upheld">Whether a measure followed that still stands.</param>
    public sealed record Decided(bool Upheld, DateTime At, string ModeratorName, string Reason);

    /// <param name="Upheld">Null while it is not closed.</param>
    /// <param name="Reason">Why it was decided so; null while it is not closed.</param>
    public sealed record Earlier(string Id, CaseState State, bool? Upheld, DateTime OpenedAt, string? Reason);

    /// <param name="CaseId">The public id of its case.</param>
    /// <param name="Until">The end of its effect; null for none.</param>
    /// <param name="IsStrike">Whether it still counts against the member.</param>
    /// <param name="Appeal">Null where the member did not appeal.</param>
    public sealed record Taken(
        string Id,
        string CaseId,
        MeasureKind Kind,
        string Rule,
        string Words,
        string ModeratorName,
        DateTime At,
        DateTime? Until,
        DateTime StrikeUntil,
        bool IsStrike,
        Appeal? Appeal
    );

    /// <param name="AnsweredAt">Null while it waits.</param>
    /// <param name="Undone">The measure was undone.</param>
    public sealed record Appeal(string Text, DateTime At, DateTime? AnsweredAt, bool Undone, string? Answer);

    private const int MostSameNotes = 200,
        MostSimilar = 5;

    internal sealed class Handler(
        ConnectGateContext context,
        CaseFile cases,
        Conflicts conflicts,
        Filing filing,
        SimilarNotes similar,
        Actor actor,
        AuditTrail trail
    ) : IRequestHandler<Command, Outcome<View>>
    {
        public async Task<Outcome<View>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await cases.FindAsync(command.Id, cancellationToken) is not { } file)
            {
                return Outcome<View>.NotFound();
            }

            var (me, now) = (actor.Id, actor.Now);
            var aboutMe = file.AuthorId == me;
            trail.Tell(AuditAct.ViewedCase, file.AuthorId, file.Id);
            var author = await context
                .Members.AsNoTracking()
                .SingleAsync(member => member.Id == file.AuthorId, cancellationToken);
            var reports = await context
                .Reports.AsNoTracking()
                .Where(report => report.CaseId == file.Id && !aboutMe)
                .OrderBy(report => report.At)
                .ThenBy(report => report.Id)
                .ToListAsync(cancellationToken);
            var taker = file.TakerAt(now);
            var free = file.Stage != CaseStage.Closed && (taker is null || taker == me);
            var judge = free
                ? await conflicts.OfAsync(file, decidedBy: null, cancellationToken)
                : new Judge(MayDecide: false, WithConflict: false);
            return new View(
                file.PublicId,
                file.StateAt(now),
                file.OpenedAt,
                taker is { } id ? await NameAsync(id, cancellationToken) : null,
                taker == me,
                file.HoldsBackUntil > now && !aboutMe ? file.HoldsBackUntil : null,
                aboutMe,
                new Profile(
                    author.Handle,
                    author.DisplayName,
                    author.Headline,
                    author.About,
                    [.. author.OtherNames.Select(name => name.Text)],
                    author.JoinedAt
                ),
                await ReportsAsync(file, reports, cancellationToken),
                await HintsAsync(reports, now, cancellationToken),
                aboutMe ? [] : await SameNotesAsync(file, cancellationToken),
                await (
                    from comment in context.CaseComments
                    where comment.CaseId == file.Id && !aboutMe
                    join writer in context.Members on comment.AuthorId equals writer.Id
                    orderby comment.Id
                    select new Comment(writer.DisplayName, comment.At, comment.Text)
                ).ToListAsync(cancellationToken),
                file.ClosedAt is { } at
                    ? new Decided(
                        file.Upheld == true,
                        at,
                        await NameAsync(file.ClosedById!.Value, cancellationToken),
                        file.ReasonGiven ?? ""
                    )
                    : null,
                await MeasuresAsync(file, now, cancellationToken),
                await EarlierAsync(file, now, cancellationToken),
                new MayDo(judge.MayDecide, judge.WithConflict, free && !aboutMe)
            );
        }

        private Task<string> NameAsync(long memberId, CancellationToken cancellationToken) =>
            context
                .Members.Where(member => member.Id == memberId)
                .Select(member => member.DisplayName)
                .SingleAsync(cancellationToken);

        private async Task<IReadOnlyList<Reported>> ReportsAsync(
            Case file,
            List<Report> reports,
            CancellationToken cancellationToken
        )
        {
            var people = reports
                .Select(report => report.ReporterId)
                .Concat(reports.Select(report => report.AgainOfId).OfType<long>())
                .Distinct()
                .ToList();
            var names = await context
                .Members.Where(member => people.Contains(member.Id))
                .ToDictionaryAsync(
                    member => member.Id,
                    member => new Named(member.Handle, member.DisplayName),
                    cancellationToken
                );
            var records = await filing.RecordsOfAsync(
                [.. reports.Select(report => report.ReporterId).Distinct()],
                cancellationToken
            );
            var shown = new List<Reported>();
            foreach (var report in reports)
            {
                var record = records[report.ReporterId];
                shown.Add(
                    new Reported(
                        names[report.ReporterId].Handle,
                        names[report.ReporterId].DisplayName,
                        report.Weight,
                        record.Upheld,
                        record.Dismissed,
                        record.IsMuted,
                        report.Kind,
                        report.Category,
                        report.Comment,
                        report.At,
                        report.WithdrawnAt,
                        report.AgainOfId is { } blocked ? names[blocked] : null,
                        Evidence.FromJson(report.Evidence),
                        report.Kind == ReportedKind.Letter
                            ? await SimilarAsync(file, report.SubjectId, cancellationToken)
                            : []
                    )
                );
            }

            return shown;
        }

        private async Task<IReadOnlyList<Like>> SimilarAsync(
            Case file,
            long requestId,
            CancellationToken cancellationToken
        )
        {
            var found = await similar.OfAsync(requestId, MostSimilar, cancellationToken);
            var ids = found.Select(one => one.RequestId).ToList();
            var letters = await (
                from letter in context.Requests.AsNoTracking()
                where ids.Contains(letter.Id)
                join sender in context.Members on letter.SenderId equals sender.Id
                select new
                {
                    Letter = letter,
                    sender.Handle,
                    sender.DisplayName,
                }
            ).ToDictionaryAsync(row => row.Letter.Id, cancellationToken);
            return
            [
                .. from one in found
                where letters.ContainsKey(one.RequestId)
                let row = letters[one.RequestId]
                select new Like(
                    new Named(row.Handle, row.DisplayName),
                    row.Letter.SenderId == file.AuthorId,
                    (int)Math.Round(one.Likeness * 100),
                    row.Letter.SentAt,
                    row.Letter.Note.Text
                ),
            ];
        }

        private async Task<IReadOnlyList<Hint>> HintsAsync(
            List<Report> reports,
            DateTime now,
            CancellationToken cancellationToken
        )
        {
            var reporters = reports.Select(report => report.ReporterId).Distinct().ToList();
            var joinedAfter = now - Filing.MembersFor;
            var hints = new List<Hint>();
            if (
                await context
                    .Connections.Live(now)
                    .AnyAsync(
                        connection => reporters.Contains(connection.LowId) && reporters.Contains(connection.HighId),
                        cancellationToken
                    )
            )
            {
                hints.Add(Hint.ReportersAreConnected);
            }

            if (
                await context.Members.AnyAsync(
                    member => reporters.Contains(member.Id) && member.JoinedAt > joinedAfter,
                    cancellationToken
                )
            )
            {
                hints.Add(Hint.ReportersAreNew);
            }

            return hints;
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

        private async Task<IReadOnlyList<Taken>> MeasuresAsync(
            Case file,
            DateTime now,
            CancellationToken cancellationToken
        )
        {
            var measures = await (
                from measure in context.Measures.AsNoTracking()
                where measure.MemberId == file.AuthorId
                join moderator in context.Members on measure.ModeratorId equals moderator.Id
                join other in context.Cases on measure.CaseId equals other.Id
                orderby measure.At descending, measure.Id descending
                select new
                {
                    Measure = measure,
                    moderator.DisplayName,
                    other.PublicId,
                }
            )
                .Take(Page<Taken>.Size)
                .ToListAsync(cancellationToken);
            return
            [
                .. measures.Select(row => new Taken(
                    row.Measure.PublicId,
                    row.PublicId,
                    row.Measure.Kind,
                    row.Measure.Rule,
                    row.Measure.Words,
                    row.DisplayName,
                    row.Measure.At,
                    row.Measure.Until,
                    row.Measure.StrikeUntil,
                    row.Measure.IsStrike(now),
                    row.Measure is { AppealText: { } text, AppealedAt: { } at }
                        ? new Appeal(
                            text,
                            at,
                            row.Measure.AppealAnsweredAt,
                            row.Measure.UndoneAt is not null,
                            row.Measure.AppealAnswer
                        )
                        : null
                )),
            ];
        }

        private async Task<IReadOnlyList<Earlier>> EarlierAsync(
            Case file,
            DateTime now,
            CancellationToken cancellationToken
        )
        {
            var others = await context
                .Cases.AsNoTracking()
                .Where(other => other.AuthorId == file.AuthorId && other.Id != file.Id)
                .OrderByDescending(other => other.OpenedAt)
                .ThenByDescending(other => other.Id)
                .Take(Page<Earlier>.Size)
                .ToListAsync(cancellationToken);
            return
            [
                .. others.Select(other => new Earlier(
                    other.PublicId,
                    other.StateAt(now),
                    other.Upheld,
                    other.OpenedAt,
                    other.ReasonGiven
                )),
            ];
        }
    }
}
