using ConnectGate.Gate;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Requests;

/// <summary>
/// The letters that the current member may read. They are delivered and not withdrawn or closed. A letter that the
/// member opened before that stays readable for <see cref="GateOptions.WithdrawnStaysFor"/>. All other letters are not
/// found.
/// </summary>
internal sealed class LettersToMe(ConnectGateContext context, Actor actor, IOptions<GateOptions> options)
{
    public IQueryable<ConnectionRequest> Readable(DateTime now) =>
        context.Requests.ReadableBy(actor.Id, now, LeftSince(now));

    /// <summary>A letter that was withdrawn or closed earlier is gone.</summary>
    public DateTime LeftSince(DateTime now) => now - options.Value.WithdrawnStaysFor;

    /// <summary>
    /// Finds a letter, and locks both members and the <paramref name="others"/> until the transaction ends. Null if the
    /// member may not read the letter.
    /// </summary>
    public async Task<ConnectionRequest?> LockAsync(
        string id,
        DateTime now,
        CancellationToken cancellationToken,
        params long[] others
    ) =>
        await LockMembersAsync(id, now, cancellationToken, others)
            ? await Readable(now).SingleOrDefaultAsync(letter => letter.PublicId == id, cancellationToken)
            : null;

    /// <summary>
    /// Locks the members of <see cref="LockAsync"/>. False if the member may not read the letter; true without looking
    /// where nothing needs a lock.
    /// </summary>
    public async Task<bool> LockMembersAsync(
        string id,
        DateTime now,
        CancellationToken cancellationToken,
        params long[] others
    )
    {
        if (!context.Dialect.LocksRows)
        {
            return true;
        }

        var senders = Readable(now).Where(letter => letter.PublicId == id).Select(letter => (long?)letter.SenderId);
        if (await senders.SingleOrDefaultAsync(cancellationToken) is not { } senderId)
        {
            return false;
        }

        await context.LockMembersAsync(cancellationToken, [senderId, actor.Id, .. others]);
        return true;
    }
}

/// <summary>The condition of <see cref="LettersToMe"/>.</summary>
internal static class ReadableLetters
{
    public static IQueryable<ConnectionRequest> ReadableBy(
        this IQueryable<ConnectionRequest> letters,
        long memberId,
        DateTime now,
        DateTime leftSince
    ) =>
        letters.Where(letter =>
            letter.RecipientId == memberId
            && letter.DeliverAt <= now
            && letter.State != RequestState.WithConnector
            && (
                (letter.WithdrawnAt == null && letter.State != RequestState.Closed)
                || (letter.OpenedAt != null && (letter.WithdrawnAt ?? letter.ExpiresAt) > leftSince)
            )
        );
}
