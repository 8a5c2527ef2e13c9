using ConnectGate.Gate;
using ConnectGate.Gate.Copies;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Copies;

/// <summary>
/// Refuses a note that nearly repeats a note from the same sender to another member, or a known template. A refused
/// note is not stored, so its corrected version does not count as a copy of it.
/// </summary>
internal sealed class CopiedNoteRule(SentNotes notes, IOptions<GateOptions> options) : ILetterRule, ICostlyRule
{
    public const string Copied = NotePrint.CopiedNote,
        Known = ShippedTemplates.KnownTemplate;

    public async Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var print = attempt.Print();
        var (asBefore, asTemplate) = await notes.LikenessAsync(
            print,
            attempt.Sender.Id,
            attempt.Recipient.Id,
            attempt.Now - options.Value.CopiedWithin,
            attempt.Now,
            cancellationToken
        );
        return asBefore >= NotePrint.Copy ? [Finding(Copied, attempt)]
            : Math.Max(asTemplate, ShippedTemplates.Likeness(print)) >= NotePrint.OfTemplate ? [Finding(Known, attempt)]
            : [];
    }

    private static Finding Finding(string code, Attempt attempt) => new(NotePrint.Refusal(code, attempt.Letter.Note));
}
