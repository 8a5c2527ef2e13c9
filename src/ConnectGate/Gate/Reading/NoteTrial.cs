using ConnectGate.Gate.Copies;
using ConnectGate.Gate.Reading.Text;
using ConnectGate.Gate.Rules;
using Microsoft.Extensions.Options;

namespace ConnectGate.Gate.Reading;

/// <summary>
/// The gate's reading of notes that nobody sends, with no database: for an administrator who tries it on notes of their
/// own, and for the moderators' page.
/// </summary>
public sealed class NoteTrial
{
    private readonly NoteReader _reader;
    private readonly int _minimumNote;

    internal NoteTrial(NoteReader reader, IOptions<GateOptions> options) =>
        (_reader, _minimumNote) = (reader, options.Value.MinimumNote);

    /// <summary>A note to try.</summary>
    /// <param name="Text">The note.</param>
    /// <param name="Sender">Who writes; may be empty, as all that follows.</param>
    /// <param name="Recipient">To whom.</param>
    /// <param name="RecipientContext">What the recipient says about themself.</param>
    /// <param name="Reason">The reason chosen.</param>
    /// <param name="ReasonDetail">What completes it.</param>
    public sealed record Note(
        string Text,
        string Sender = "",
        string Recipient = "",
        string RecipientContext = "",
        Reason? Reason = null,
        string ReasonDetail = ""
    );

    /// <summary>What the gate would say.</summary>
    /// <param name="Refusals">What it would refuse the note for; empty where it passes.</param>
    /// <param name="Advice">What it would advise the writer of a note that passes.</param>
    /// <param name="Evidence">What spoke for and against it.</param>
    public sealed record Result(
        IReadOnlyList<Refusal> Refusals,
        IReadOnlyList<Refusal> Advice,
        IReadOnlyList<Weight> Evidence
    ) : ICarriesRefusals
    {
        object ICarriesRefusals.Worded(Func<Refusal, Refusal> word) =>
            new Result(word.Each(Refusals), word.Each(Advice), Evidence);
    }

    /// <summary>One piece of evidence.</summary>
    /// <param name="Sign">Its kind, in kebab-case.</param>
    /// <param name="Points">How much it says.</param>
    /// <param name="For">Whether it speaks for the note.</param>
    /// <param name="Quote">The words.</param>
    public sealed record Weight(string Sign, double Points, bool For, Quote Quote);

    /// <summary>Reads a note.</summary>
    /// <param name="note">The note.</param>
    /// <param name="earlier">What the same sender wrote to others before, as if it had been sent.</param>
    public Result Try(Note note, IReadOnlyList<Note> earlier)
    {
        var shape = PersonalNote.Limit.Check(note.Text, Written.NoteField, _minimumNote);
        var reading = _reader.Read(WrittenOf(note));
        var print = PrintOf(note);
        var copied =
            reading.Refusals.Count > 0 ? []
            : IsCopy(note, print, earlier) ? [NotePrint.Refusal(NotePrint.CopiedNote, note.Text)]
            : ShippedTemplates.Likeness(print) >= NotePrint.OfTemplate
                ? [NotePrint.Refusal(ShippedTemplates.KnownTemplate, note.Text)]
            : Array.Empty<Refusal>();
        return new Result(
            [.. shape is null ? [] : new[] { shape }, .. reading.Refusals.Select(PersonalNoteRule.Refusal), .. copied],
            [.. reading.Advice.Select(PersonalNoteRule.Refusal)],
            [
                .. reading.Evidence.Select(evidence => new Weight(
                    evidence.Sign,
                    evidence.Weight,
                    evidence.SpeaksFor,
                    evidence.Quote
                )),
            ]
        );
    }

    /// <summary>A note as the reader takes it.</summary>
    internal static Written WrittenOf(Note note) =>
        new(
            note.Text,
            PersonalNoteRule.Beside(new Letter(note.Text, note.Reason, note.ReasonDetail, null)),
            note.Sender,
            note.Recipient,
            note.RecipientContext,
            note.Reason
        );

    // Writing again to the same person is not copying.
    private static bool IsCopy(Note note, NotePrint print, IReadOnlyList<Note> earlier) =>
        earlier.Any(sent =>
            (sent.Recipient.Length == 0 || sent.Recipient != note.Recipient)
            && NotePrint.Likeness(print, PrintOf(sent)) >= NotePrint.Copy
        );

    private static NotePrint PrintOf(Note note) =>
        NotePrint.Of(note.Text, note.Sender, [note.Recipient], note.RecipientContext);
}
