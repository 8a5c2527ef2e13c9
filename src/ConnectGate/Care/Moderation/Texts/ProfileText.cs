using ConnectGate.Care.Moderation.Reports;
using ConnectGate.People.Accounts;
using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Care.Moderation.Texts;

/// <summary>Members' names, headlines and "about". The names stay when a moderator removes the text.</summary>
internal sealed class ProfileText(ConnectGateContext context, Actor actor) : IReportable
{
    public ReportedKind Kind => ReportedKind.Profile;

    /// <param name="id">The member's handle.</param>
    public async Task<ReportableText?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (Handle.Of(id)?.Value is not { } handle)
        {
            return null;
        }

        var now = actor.Now;
        var present = context.Users.WhoAreIn();
        var suspended = context.Suspensions.InForce(now);
        var author = await context
            .Members.Where(member =>
                member.Handle == handle
                && present.Any(account => account.Id == member.Id)
                && !suspended.Any(suspension => suspension.MemberId == member.Id)
            )
            .SingleOrDefaultAsync(cancellationToken);
        return author is null
            ? null
            : new ReportableText(
                author.Id,
                author,
                Evidence.OfText(author, null, $"{author.DisplayName}\n{author.Headline}\n{author.About}".TrimEnd(), now)
            );
    }

    public async Task ReplaceAsync(long subjectId, string words, CancellationToken cancellationToken)
    {
        var member = await context.Members.SingleAsync(one => one.Id == subjectId, cancellationToken);
        member.ReplaceWords("", words);
    }

    public async Task RestoreAsync(
        long subjectId,
        string instead,
        Evidence reported,
        CancellationToken cancellationToken
    )
    {
        var member = await context.Members.SingleAsync(one => one.Id == subjectId, cancellationToken);
        if (member.About == instead)
        {
            // The name and the headline are the first two lines.
            member.ReplaceWords(reported.Headline, string.Join('\n', reported.Note.Split('\n').Skip(2)));
        }
    }
}
