using ConnectGate.Foundation.Data.Queries;
using ConnectGate.Ties.Groups;
using ConnectGate.Ties.Groups.Roster;

namespace ConnectGate.Ties.Connections.Mutual;

/// <summary>What two members have in common, as far as one of them may know of it.</summary>
/// <param name="Mutual">The people whom both know.</param>
/// <param name="Groups">The groups and gatherings whose roster has both; see <see cref="SharedContext"/>.</param>
internal sealed record CommonGround(MutualConnections.View Mutual, IReadOnlyList<SharedContext.Shared> Groups)
{
    private const int Person = 0,
        InGroup = 1;

    // One row for each member and each group; the columns of the other kind are null.
    private static readonly CompiledQuery<Func<ConnectGateContext, long, long, DateTime, IAsyncEnumerable<Row>>> Rows =
        Compiled.Query<long, long, DateTime, Row>(
            (context, viewerId, otherId, now) =>
            {
                var people = MutualConnections
                    .FewOf(context, viewerId, otherId, now)
                    .Select(id => new { Id = id, Kind = Person });
                var groups = SharedContext
                    .FewOf(context, viewerId, otherId, now)
                    .Select(group => new { group.Id, Kind = InGroup });
                return from found in people.Concat(groups)
                    join known in context.Members
                        on new { found.Id, found.Kind } equals new { known.Id, Kind = Person }
                        into members
                    from member in members.DefaultIfEmpty()
                    join shared in context.Groups
                        on new { found.Id, found.Kind } equals new { shared.Id, Kind = InGroup }
                        into all
                    from one in all.DefaultIfEmpty()
                    orderby found.Kind, found.Id
                    select new Row
                    {
                        Kind = found.Kind,
                        Id = found.Id,
                        Handle = member.Handle,
                        DisplayName = member.DisplayName,
                        Photo = member.PhotoVersion,
                        PublicId = one.PublicId,
                        Name = one.Name,
                        GroupKind = one.Kind,
                        BeginsOn = one.BeginsOn,
                        EndsOn = one.EndsOn,
                        RecognisedAt = one.RecognisedAt,
                    };
            }
        );

    /// <summary>Needs one statement.</summary>
    public static async Task<CommonGround> OfAsync(
        ConnectGateContext context,
        long viewerId,
        long otherId,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var rows = await Rows.For(context)(context, viewerId, otherId, now).ToListAsync(cancellationToken);
        return new CommonGround(
            MutualConnections.ViewOf(
                from row in rows
                where row.Kind == Person
                select new MutualConnections.Named(row.Handle!, row.DisplayName!) { Photo = row.Photo }
            ),
            [
                .. from row in rows
                where row.Kind == InGroup
                let confirmed = row.RecognisedAt is not null
                orderby confirmed descending, row.BeginsOn descending, row.Id descending
                select new SharedContext.Shared(
                    row.PublicId!,
                    row.Name!,
                    row.GroupKind!.Value,
                    row.BeginsOn,
                    row.EndsOn,
                    confirmed
                ),
            ]
        );
    }

    private sealed class Row
    {
        public required int Kind { get; init; }
        public required long Id { get; init; }
        public required string? Handle { get; init; }
        public required string? DisplayName { get; init; }
        public required string? Photo { get; init; }
        public required string? PublicId { get; init; }
        public required string? Name { get; init; }
        public required GroupKind? GroupKind { get; init; }
        public required DateOnly? BeginsOn { get; init; }
        public required DateOnly? EndsOn { get; init; }
        public required DateTime? RecognisedAt { get; init; }
    }
}
