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
    /// Finds a letter to decide on, and locks both members and the <paramref name="others"/> until the transaction
    /// ends. Null if the member may not read the letter.
    /// </summary>
    public async Task<ConnectionRequest?> LockAsync(
        string id,
        DateTime now,
        CancellationToken cancellationToken,
        params long[] others
    )
    {
        var letter = Readable(now).Where(letter => letter.PublicId == id);
        if (context.Dialect.LocksRows)
        {
            if (
                await letter.Select(letter => (long?)letter.SenderId).SingleOrDefaultAsync(cancellationToken)
                is not { } senderId
            )
            {
                return null;
            }

            await context.LockMembersAsync(cancellationToken, [senderId, actor.Id, .. others]);
        }

        return await letter.SingleOrDefaultAsync(cancellationToken);
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
