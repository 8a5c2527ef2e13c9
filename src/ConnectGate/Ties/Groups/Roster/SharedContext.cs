using ConnectGate.Gate;
using ConnectGate.Gate.Rules;

namespace ConnectGate.Ties.Groups.Roster;

/// <summary>
/// Which groups and gatherings two members share. Both are told of those on whose roster both are, and of no other: who
/// did not agree to be listed is revealed to nobody, by no page, no search and no answer of the gate.
/// </summary>
public static class SharedContext
{
    /// <summary>The most that are shown.</summary>
    public const int Most = 20;

    /// <summary>A group or gathering that two share.</summary>
    /// <param name="Id">Its public id.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="BeginsOn">The first day of a gathering.</param>
    /// <param name="EndsOn">Its last day.</param>
    /// <param name="Confirmed">Whether a moderator recognised it; a group that members made confirms nothing.</param>
    public sealed record Shared(
        string Id,
        string Name,
        GroupKind Kind,
        DateOnly? BeginsOn,
        DateOnly? EndsOn,
        bool Confirmed
    );

    /// <summary>
    /// What two members share, the confirmed first, then the newest; at most <see cref="Most"/>. The same for both.
    /// </summary>
    internal static async Task<IReadOnlyList<Shared>> OfAsync(
        ConnectGateContext context,
        long one,
        long other,
        DateTime now,
        CancellationToken cancellationToken
    ) =>
        await Between(context, one, other, now)
            .OrderByDescending(group => group.RecognisedAt != null)
            .ThenByDescending(group => group.BeginsOn)
            .ThenByDescending(group => group.Id)
            .Take(Most)
            .Select(group => new Shared(
                group.PublicId,
                group.Name,
                group.Kind,
                group.BeginsOn,
                group.EndsOn,
                group.RecognisedAt != null
            ))
            .ToListAsync(cancellationToken);

    /// <summary>
    /// The group that a letter's sender picked, where both share it and it is confirmed, or the letter has it since it
    /// was sent; else null.
    /// </summary>
    /// <param name="context">The database.</param>
    /// <param name="pair">Sender and recipient.</param>
    /// <param name="publicId">What was picked.</param>
    /// <param name="sentWith">The group that the letter was sent with, if it is corrected.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal static async Task<PickedGroup?> PickedAsync(
        ConnectGateContext context,
        (long SenderId, long RecipientId) pair,
        string? publicId,
        long? sentWith,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(publicId))
        {
            return null;
        }

        var confirmed = Between(context, pair.SenderId, pair.RecipientId, now)
            .Where(group => group.RecognisedAt != null);
        var found = await context
            .Groups.Where(group =>
                group.PublicId == publicId && (group.Id == sentWith || confirmed.Any(shared => shared.Id == group.Id))
            )
            .Select(group => new
            {
                group.Id,
                group.Name,
                group.Kind,
            })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null
            ? null
            : new PickedGroup(
                found.Id,
                found.Name,
                found.Kind == GroupKind.Gathering ? Reason.SameEvent : Reason.SameGroup
            );
    }

    private static IQueryable<Group> Between(ConnectGateContext context, long one, long other, DateTime now)
    {
        var roster = context.OnRoster(now);
        return context.Groups.Where(group =>
            one != other
            && roster.Any(membership => membership.GroupId == group.Id && membership.MemberId == one)
            && roster.Any(membership => membership.GroupId == group.Id && membership.MemberId == other)
        );
    }
}
