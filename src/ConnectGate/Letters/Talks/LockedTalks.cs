using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.Talks;

/// <summary>
/// Finds a talk to write in or to stop, with nothing changing between the two members until the transaction ends.
/// </summary>
internal static class LockedTalks
{
    /// <summary>The talk about a letter of the member's own; null where there is none.</summary>
    public static async Task<Locked?> LockTalkOfSenderAsync(
        this ConnectGateContext context,
        string id,
        long senderId,
        CancellationToken cancellationToken
    )
    {
        var letters = context.Requests.Where(letter => letter.PublicId == id && letter.SenderId == senderId);
        if (
            await letters.Select(letter => (long?)letter.RecipientId).SingleOrDefaultAsync(cancellationToken)
            is not { } recipientId
        )
        {
            return null;
        }

        await context.LockMembersAsync(cancellationToken, senderId, recipientId);
        return await (
            from letter in letters
            join talk in context.Talks on letter.Id equals talk.RequestId
            select new Locked(letter, talk)
        ).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>A letter, and the talk about it.</summary>
    internal sealed record Locked(ConnectionRequest Letter, Talk Talk);
}
