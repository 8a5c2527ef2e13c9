using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Letters.Requests;

namespace ConnectGate.Care.Moderation.Texts;

/// <summary>The words with which connectors passed letters on. The letter's recipient reads them.</summary>
internal sealed class IntroductionText(ConnectGateContext context, Actor actor, LettersToMe letters) : IReportable
{
    public ReportedKind Kind => ReportedKind.Introduction;

    /// <param name="id">The letter's public id.</param>
    public async Task<ReportableText?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var found = await (
            from letter in letters.Readable(actor.Now)
            where letter.PublicId == id && letter.IntroductionWords != null
            join author in context.Members on letter.IntroducedById equals author.Id
            select new { Letter = letter, Author = author }
        ).SingleOrDefaultAsync(cancellationToken);
        return found is null
            ? null
            : new ReportableText(
                found.Letter.Id,
                found.Author,
                Evidence.OfText(found.Author, null, found.Letter.IntroductionWords!, found.Letter.SentAt)
            );
    }

    public Task ReplaceAsync(long subjectId, Evidence reported, string words, CancellationToken cancellationToken) =>
        context
            .Requests.Where(letter => letter.Id == subjectId)
            .ExecuteUpdateAsync(set => set.SetProperty(letter => letter.IntroductionWords, words), cancellationToken);

    public Task RestoreAsync(long subjectId, string instead, Evidence reported, CancellationToken cancellationToken) =>
        context
            .Requests.Where(letter => letter.Id == subjectId && letter.IntroductionWords == instead)
            .ExecuteUpdateAsync(
                set => set.SetProperty(letter => letter.IntroductionWords, reported.Note),
                cancellationToken
            );
}
