using ConnectGate.Ties.Groups;

namespace ConnectGate.Ties.Agendas;

/// <summary>What the attendees of a gathering come for and what they can give.</summary>
public static class ReadAgenda
{
    /// <summary>
    /// A page of the entries of the others, the latest joined first. Null where the current member doesn't belong to a
    /// gathering with this id.
    /// </summary>
    /// <param name="Cursor">Null for the first page.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string GatheringId, string? Cursor = null) : IQuery<View?>;

    /// <summary>One entry of another attendee. Null where the current member may not read it.</summary>
    [SentBy(Senders.Members)]
    public sealed record One(string GatheringId, string Handle) : IQuery<OneView?>;

    /// <param name="OpensOn">The first day on which attendees can write and read, in UTC.</param>
    /// <param name="ClosesOn">The last such day, in UTC.</param>
    /// <param name="MayWrite">Whether I may write now.</param>
    /// <param name="Listed">Whether I am on the roster. The others see the entry of a listed member only.</param>
    /// <param name="Mine">My own entry, at any time; null if I have none.</param>
    /// <param name="Others">Empty while the agenda is not open.</param>
    public sealed record View(
        string Id,
        string Name,
        DateOnly OpensOn,
        DateOnly ClosesOn,
        bool IsOpen,
        bool MayWrite,
        bool Listed,
        Lines? Mine,
        Page<Row> Others
    );

    /// <param name="ComesFor">Empty if only the other is written.</param>
    /// <param name="CanGive">Empty if only the other is written.</param>
    public sealed record Lines(string ComesFor, string CanGive);

    public sealed record Row(string Handle, string DisplayName, string Headline, Lines Lines);

    public sealed record OneView(string GatheringId, string GatheringName, Row Entry);

    internal sealed class Handler(
        ConnectGateContext context,
        Actor actor,
        MyGroups groups,
        AgendaToMe agenda,
        Cursors<Query> cursors
    ) : IRequestHandler<Query, View?>, IRequestHandler<One, OneView?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var (me, now, today) = (actor.Id, actor.Now, DateOnly.FromDateTime(actor.Now));
            if (
                await groups.FindAsync(query.GatheringId, cancellationToken)
                is not { Group: { BeginsOn: { } begins, EndsOn: { } ends } gathering, Mine: var mine }
            )
            {
                return null;
            }

            var readable = agenda.Readable(now).Where(seen => seen.Gathering.Id == gathering.Id);
            if (cursors.Read(query.Cursor) is { } before)
            {
                readable = readable.Where(seen => seen.Entry.MembershipId < before.Id);
            }

            var found = await readable
                .AsNoTracking()
                .OrderByDescending(seen => seen.Entry.MembershipId)
                .Take(Page<Row>.Size + 1)
                .ToListAsync(cancellationToken);
            var own = await context
                .AgendaEntries.Where(entry => entry.MembershipId == mine.Id)
                .Select(entry => new Lines(entry.ComesFor, entry.CanGive))
                .SingleOrDefaultAsync(cancellationToken);
            var (opens, closes) = (begins.AddDays(-AgendaEntry.DaysBefore), ends.AddDays(AgendaEntry.DaysAfter));
            var isOpen = opens <= today && today <= closes;
            return new View(
                gathering.PublicId,
                gathering.Name,
                opens,
                closes,
                isOpen,
                isOpen
                    && mine.IsListed
                    && gathering.ClosedAt is null
                    && !await context.Suspensions.IsSuspendedAsync(me, now, cancellationToken),
                mine.IsListed,
                own,
                cursors.Page(found, seen => new Cursor(seen.Entry.MembershipId), RowOf)
            );
        }

        public async Task<OneView?> Handle(One query, CancellationToken cancellationToken) =>
            await agenda
                .Readable(actor.Now)
                .AsNoTracking()
                .SingleOrDefaultAsync(
                    seen => seen.Gathering.PublicId == query.GatheringId && seen.Author.Handle == query.Handle,
                    cancellationToken
                )
                is { } seen
                ? new OneView(seen.Gathering.PublicId, seen.Gathering.Name, RowOf(seen))
                : null;

        private static Row RowOf(AgendaToMe.Seen seen) =>
            new(
                seen.Author.Handle,
                seen.Author.DisplayName,
                seen.Author.Headline,
                new Lines(seen.Entry.ComesFor, seen.Entry.CanGive)
            );
    }
}
