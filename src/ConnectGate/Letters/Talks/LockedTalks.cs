using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.Talks;

/// <summary>Loads a talk for a change, and locks both members until the transaction ends.</summary>
internal static class LockedTalks
{
    /// <summary>Null if the letter is not the sender's, or if it has no talk.</summary>
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

    internal sealed record Locked(ConnectionRequest Letter, Talk Talk);
}
