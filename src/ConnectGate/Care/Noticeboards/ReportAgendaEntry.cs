using ConnectGate.Care.Moderation;
using ConnectGate.Ties.Agendas;

namespace ConnectGate.Care.Noticeboards;

/// <summary>A member reports an entry in a gathering's agenda. The author gets no notice.</summary>
public static class ReportAgendaEntry
{
    /// <summary>
    /// Opens the case on the author or joins the open one, with the entry as evidence. Not found where the current
    /// member cannot read the entry or wrote it. Refused: <c>already-reported</c> if they reported the entry since its
    /// author last changed it, <c>category-missing</c>, <c>comment-too-long</c>.
    /// </summary>
    /// <param name="Handle">The author's.</param>
    /// <param name="Comment">Optional.</param>
    [SentBy(Senders.Members)]
    public sealed record Command(string GatheringId, string Handle, ReportCategory? Category, string? Comment)
        : ICommand<Done>,
            IReport;

    internal sealed class Validator : ReportValidator<Command>;

    internal sealed class Handler(ConnectGateContext context, Actor actor, AgendaToMe agenda)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            var found = await agenda
                .Readable(now)
                .SingleOrDefaultAsync(
                    seen => seen.Gathering.PublicId == command.GatheringId && seen.Author.Handle == command.Handle,
                    cancellationToken
                );
            if (found is null)
            {
                return Outcome<Done>.NotFound();
            }

            await context.LockMembersAsync(cancellationToken, me, found.Author.Id);
            if (
                await context.Reports.AnyAsync(
                    report =>
                        report.AgendaEntryId == found.Entry.MembershipId
                        && report.ReporterId == me
                        && report.At >= found.Entry.At,
                    cancellationToken
                )
            )
            {
                return Outcome<Done>.Refused([
                    new Refusal("already-reported", "", Words.Of("already-reported-agenda")),
                ]);
            }

            context.Reports.Add(
                new Report
                {
                    Case = await CaseFile.OpenAsync(context, found.Author.Id, now, cancellationToken),
                    ReporterId = me,
                    AgendaEntryId = found.Entry.MembershipId,
                    Category = command.Category!.Value,
                    Comment = VisibleText.Clean(command.Comment),
                    Evidence = Evidence
                        .OfPost(
                            found.Author,
                            found.Gathering.Name,
                            $"{found.Entry.ComesFor}\n{found.Entry.CanGive}".Trim(),
                            found.Entry.At
                        )
                        .ToJson(),
                    At = now,
                }
            );
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
