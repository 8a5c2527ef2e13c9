using ConnectGate.Gate;
using ConnectGate.Gate.Copies;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Copies;

/// <summary>
/// Refuses a note that its sender sent to somebody else before, nearly word for word, and a template that the community
/// knows. What was refused leaves nothing behind, so that the mended note is not taken for a copy of it.
/// </summary>
internal sealed class CopiedNoteRule(SentNotes notes, KnownTemplates templates, IOptions<GateOptions> options)
    : ILetterRule,
        ICostlyRule
{
    public const string Copied = NotePrint.CopiedNote,
        Known = ShippedTemplates.KnownTemplate;

    public async Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var print = attempt.Print();
        var asBefore = await notes.LikenessAsync(
            print,
            attempt.Sender.Id,
            attempt.Recipient.Id,
            attempt.Now - options.Value.CopiedWithin,
            attempt.Now,
            cancellationToken
        );
        var asTemplate = Math.Max(
            await templates.LikenessAsync(print, cancellationToken),
            ShippedTemplates.Likeness(print)
        );
        return asBefore >= NotePrint.Copy ? [Finding(Copied, attempt)]
            : asTemplate >= NotePrint.OfTemplate ? [Finding(Known, attempt)]
            : [];
    }

    private static Finding Finding(string code, Attempt attempt) => new(NotePrint.Refusal(code, attempt.Letter.Note));
}
