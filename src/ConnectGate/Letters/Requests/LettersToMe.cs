using ConnectGate.Gate;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Requests;

/// <summary>
/// The letters that the current member may read: delivered to them, and neither withdrawn nor closed, or opened before
/// that, and then for a time. All else is not found.
/// </summary>
internal sealed class LettersToMe(ConnectGateContext context, Actor actor, IOptions<GateOptions> options)
{
    /// <summary>All of them.</summary>
    public IQueryable<ConnectionRequest> Readable(DateTime now)
    {
        var (me, leftSince) = (actor.Id, now - options.Value.WithdrawnStaysFor);
        return context.Requests.Where(letter =>
            letter.RecipientId == me
            && letter.DeliverAt <= now
            && letter.State != RequestState.WithConnector
            && (
                (letter.WithdrawnAt == null && letter.State != RequestState.Closed)
                || (letter.OpenedAt != null && (letter.WithdrawnAt ?? letter.ExpiresAt) > leftSince)
            )
        );
    }

    /// <summary>
    /// One of them, to be decided about: nothing between the two members, and the others where there are some, changes
    /// until the transaction ends.
    /// </summary>
    public async Task<ConnectionRequest?> LockAsync(
        string id,
        DateTime now,
        CancellationToken cancellationToken,
        params long[] others
    )
    {
        var letter = Readable(now).Where(letter => letter.PublicId == id);
        if (
            await letter.Select(letter => (long?)letter.SenderId).SingleOrDefaultAsync(cancellationToken)
            is not { } senderId
        )
        {
            return null;
        }

        await context.LockMembersAsync(cancellationToken, [senderId, actor.Id, .. others]);
        return await letter.SingleOrDefaultAsync(cancellationToken);
    }
}
