using ConnectGate.Ties.Groups.Roster;

namespace ConnectGate.Ties.Groups;

/// <summary>A group or gathering as those see it who belong, are invited, or have its code.</summary>
/// <param name="Id">Its public id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="About">What its organisers say about it; may be empty.</param>
/// <param name="BeginsOn">The first day of a gathering.</param>
/// <param name="EndsOn">Its last day.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Recognised">Whether a moderator recognised it.</param>
/// <param name="Closed">Whether it is closed: past, and nobody joins any more.</param>
/// <param name="Organisers">Who organises it, by name.</param>
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
    /// <summary>A member who is named.</summary>
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
