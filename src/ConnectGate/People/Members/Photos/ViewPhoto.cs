using ConnectGate.People.Accounts;

namespace ConnectGate.People.Members.Photos;

/// <summary>
/// A member's photo, for whoever may open their profile. It does not count as a look at a person: its version comes
/// only from a page that already names them.
/// </summary>
public static class ViewPhoto
{
    /// <summary>The picture as WebP. Null without an admitted member of that handle, or where they have another photo
    /// or none.</summary>
    /// <param name="Handle">The member's handle.</param>
    /// <param name="Version">The version of the photo.</param>
    /// <param name="Large">Whether to give the picture of the profile; else the one of lists.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string Handle, string Version, bool Large) : IQuery<byte[]?>;

    internal sealed class Handler(ConnectGateContext context) : IRequestHandler<Query, byte[]?>
    {
        public async Task<byte[]?> Handle(Query query, CancellationToken cancellationToken)
        {
            var handle = Members.Handle.Of(query.Handle)?.Value;
            var present = context.Users.WhoAreIn();
            var photos =
                from member in context.Members
                where
                    member.Handle == handle
                    && member.PhotoVersion == query.Version
                    && present.Any(account => account.Id == member.Id)
                join photo in context.Photos on member.Id equals photo.MemberId
                select photo;
            return await (
                query.Large ? photos.Select(photo => photo.Large) : photos.Select(photo => photo.Small)
            ).SingleOrDefaultAsync(cancellationToken);
        }
    }
}
