using ConnectGate.Ties.Groups.Roster;

namespace ConnectGate.Ties.Groups;

/// <summary>A group or gathering as its members, invited people and people with its code see it.</summary>
/// <param name="About">The organisers' description; may be empty.</param>
/// <param name="BeginsOn">The first day of a gathering; null for a group.</param>
/// <param name="EndsOn">The last day of a gathering; null for a group.</param>
/// <param name="Place">Null for a group.</param>
/// <param name="Recognised">Whether a moderator recognised it.</param>
/// <param name="Closed">Whether it is closed: it stays as past, and nobody can join it.</param>
/// <param name="Organisers">Ordered by display name.</param>
public sealed record GroupSeen(
    string Id,
    GroupKind Kind,
    string Name,
    string About,
    DateOnly? BeginsOn,
    DateOnly? EndsOn,
    string? Place,
    bool Recognised,
    bool Closed,
    IReadOnlyList<GroupSeen.Person> Organisers
)
{
    public sealed record Person(string Handle, string DisplayName);

    internal static async Task<GroupSeen> OfAsync(
        ConnectGateContext context,
        Group seen,
        CancellationToken cancellationToken
    )
    {
        var organisers = await (
            from membership in context.OrganisersOf(seen.Id)
            join member in context.Members on membership.MemberId equals member.Id
            orderby member.DisplayName, member.Id
            select new Person(member.Handle, member.DisplayName)
        ).ToListAsync(cancellationToken);
        return new GroupSeen(
            seen.PublicId,
            seen.Kind,
            seen.Name,
            seen.About,
            seen.BeginsOn,
            seen.EndsOn,
            seen.Place,
            seen.RecognisedAt is not null,
            seen.ClosedAt is not null,
            organisers
        );
    }
}
