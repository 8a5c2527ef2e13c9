using ConnectGate.Care.Moderation.Reports;
using ConnectGate.People.Accounts;
using ConnectGate.People.Members.Photos;

namespace ConnectGate.Care.Moderation.Texts;

/// <summary>Members' photos. Who may open the profile may report its photo.</summary>
internal sealed class PhotoPicture(ConnectGateContext context, Actor actor) : IReportable
{
    public ReportedKind Kind => ReportedKind.Photo;

    /// <param name="id">The member's handle.</param>
    public async Task<ReportableText?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var handle = Handle.Of(id)?.Value;
        var present = context.Users.WhoAreIn();
        var author = await context
            .Members.Where(member =>
                member.Handle == handle
                && member.PhotoVersion != null
                && present.Any(account => account.Id == member.Id)
            )
            .SingleOrDefaultAsync(cancellationToken);
        return author is null
            ? null
            : new ReportableText(
                author.Id,
                author,
                Evidence.OfText(author, null, "", actor.Now) with
                {
                    Photo = author.PhotoVersion,
                }
            );
    }

    public async Task<bool> FreezeAsync(ReportableText text, CancellationToken cancellationToken)
    {
        var version = text.Evidence.Photo!;
        if (await context.ReportedPhotos.AnyAsync(photo => photo.Version == version, cancellationToken))
        {
            return true;
        }

        var shown = await ShownAsync(text.SubjectId, version, cancellationToken);
        if (shown is not null)
        {
            context.ReportedPhotos.Add(
                new ReportedPhoto
                {
                    Version = version,
                    Large = shown.Large,
                    Small = shown.Small,
                }
            );
        }

        return shown is not null;
    }

    /// <summary>Leaves another photo alone that the member has chosen since.</summary>
    public async Task ReplaceAsync(long subjectId, Evidence reported, string words, CancellationToken cancellationToken)
    {
        if (await ShownAsync(subjectId, reported.Photo!, cancellationToken) is { } shown)
        {
            context.Photos.Remove(shown);
            (await MemberAsync(subjectId, cancellationToken)).Picture(null);
            (await KeptAsync(reported, cancellationToken)).Remove(true);
        }
    }

    public async Task RestoreAsync(
        long subjectId,
        string instead,
        Evidence reported,
        CancellationToken cancellationToken
    )
    {
        var (member, kept) = (
            await MemberAsync(subjectId, cancellationToken),
            await KeptAsync(reported, cancellationToken)
        );
        if (!kept.IsRemoved)
        {
            return;
        }

        kept.Remove(false);
        if (member.PhotoVersion is null)
        {
            member.Picture(kept.Version);
            context.Photos.Add(
                new Photo
                {
                    MemberId = subjectId,
                    Large = kept.Large,
                    Small = kept.Small,
                }
            );
        }
    }

    private Task<Photo?> ShownAsync(long memberId, string version, CancellationToken cancellationToken) =>
        context
            .Photos.Where(photo =>
                photo.MemberId == memberId
                && context.Members.Any(member => member.Id == memberId && member.PhotoVersion == version)
            )
            .SingleOrDefaultAsync(cancellationToken);

    private Task<Member> MemberAsync(long id, CancellationToken cancellationToken) =>
        context.Members.SingleAsync(member => member.Id == id, cancellationToken);

    private Task<ReportedPhoto> KeptAsync(Evidence reported, CancellationToken cancellationToken) =>
        context.ReportedPhotos.SingleAsync(photo => photo.Version == reported.Photo, cancellationToken);
}
