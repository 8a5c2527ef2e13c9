using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Letters.Requests;
using ConnectGate.People.Accounts;
using ConnectGate.People.Members.Profiles;
using ConnectGate.Ties.Connections;
using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Care.Moderation.Texts;

/// <summary>
/// Members' names, headlines, "about" and the details that the reporter sees. The names stay when a moderator removes
/// the text.
/// </summary>
internal sealed class ProfileText(ConnectGateContext context, Actor actor, ProfileFields fields, LettersToMe letters)
    : IReportable
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
        if (author is null)
        {
            return null;
        }

        var viewer = await ClosenessAsync(author.Id, cancellationToken);
        return new ReportableText(
            author.Id,
            author,
            Evidence.OfText(
                author,
                null,
                $"{author.DisplayName}\n{author.Headline}\n{author.About}".TrimEnd(),
                now
            ) with
            {
                Details = fields.Frozen(author, viewer),
            }
        );
    }

    public async Task ReplaceAsync(long subjectId, Evidence reported, string words, CancellationToken cancellationToken)
    {
        var member = await context.Members.SingleAsync(one => one.Id == subjectId, cancellationToken);
        member.ReplaceWords(
            "",
            words,
            member.Details.Where(detail => reported.Details.All(other => other.Field != detail.Field))
        );
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
            member.ReplaceWords(
                reported.Headline,
                string.Join('\n', reported.Note.Split('\n').Skip(2)),
                [
                    .. member.Details,
                    .. reported
                        .Details.Where(detail => member.Details.All(other => other.Field != detail.Field))
                        .Select(detail => new ProfileDetail(
                            detail.Field,
                            detail.Text,
                            detail.SeenBy.GetValueOrDefault()
                        )),
                ]
            );
        }
    }

    private async Task<Closeness> ClosenessAsync(long authorId, CancellationToken cancellationToken) =>
        await context.Connections.Live(actor.Now).OthersOf(actor.Id).ContainsAsync(authorId, cancellationToken)
            ? Closeness.Connected
        : await letters.Readable(actor.Now).AnyAsync(letter => letter.SenderId == authorId, cancellationToken)
            ? Closeness.ReadsTheirLetter
        : Closeness.AnyMember;
}
