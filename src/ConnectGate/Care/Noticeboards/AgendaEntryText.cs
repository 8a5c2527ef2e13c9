using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Ties.Agendas;

namespace ConnectGate.Care.Noticeboards;

/// <summary>Entries in agendas as texts that members report. The key of an entry is its membership's.</summary>
internal sealed class AgendaEntryText(ConnectGateContext context, Actor actor, AgendaToMe agenda) : IReportable
{
    public ReportedKind Kind => ReportedKind.AgendaEntry;

    /// <param name="id">An entry has no id of its own, so it is <c>GATHERING.HANDLE</c>.</param>
    public async Task<ReportableText?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (id.Split('.') is not [var gatheringId, var handle])
        {
            return null;
        }

        return
            await agenda
                .Readable(actor.Now)
                .SingleOrDefaultAsync(
                    seen => seen.Gathering.PublicId == gatheringId && seen.Author.Handle == handle,
                    cancellationToken
                )
                is not { } found
            ? null
            : new ReportableText(
                found.Entry.MembershipId,
                found.Author,
                Evidence.OfText(
                    found.Author,
                    found.Gathering.Name,
                    $"{found.Entry.ComesFor}\n{found.Entry.CanGive}".Trim(),
                    found.Entry.At
                )
            );
    }

    public Task ReplaceAsync(long subjectId, Evidence reported, string words, CancellationToken cancellationToken) =>
        WriteAsync(context.AgendaEntries.Where(entry => entry.MembershipId == subjectId), words, "", cancellationToken);

    public Task RestoreAsync(long subjectId, string instead, Evidence reported, CancellationToken cancellationToken)
    {
        var lines = reported.Note.Split('\n');
        return WriteAsync(
            context.AgendaEntries.Where(entry => entry.MembershipId == subjectId && entry.ComesFor == instead),
            lines[0],
            lines.Length > 1 ? lines[1] : "",
            cancellationToken
        );
    }

    private static Task<int> WriteAsync(
        IQueryable<AgendaEntry> entries,
        string comesFor,
        string canGive,
        CancellationToken cancellationToken
    ) =>
        entries.ExecuteUpdateAsync(
            set => set.SetProperty(entry => entry.ComesFor, comesFor).SetProperty(entry => entry.CanGive, canGive),
            cancellationToken
        );
}
