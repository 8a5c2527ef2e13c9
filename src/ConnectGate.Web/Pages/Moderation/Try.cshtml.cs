using ConnectGate.Gate;
using ConnectGate.Gate.Reading;
using ConnectGate.Web.Markup.Fields;
using ConnectGate.Web.Pages.Writing;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Moderation;

/// <summary>What the gate makes of a note that nobody sends, and of which words. Nothing of it is kept.</summary>
[Authorize(Policy = "Moderator")]
public sealed class TryModel(
    NoteTrial trial,
    Words words,
    ICurrentMember reader,
    IStringLocalizer<ModerationTexts> texts,
    IStringLocalizer<SharedTexts> shared
) : PageModel
{
    /// <summary>The note.</summary>
    [BindProperty]
    public string? Note { get; set; }

    /// <summary>Who would write it; may be empty, as all that follows.</summary>
    [BindProperty]
    public string? Sender { get; set; }

    /// <summary>To whom.</summary>
    [BindProperty]
    public string? Recipient { get; set; }

    /// <summary>What they say of themself.</summary>
    [BindProperty]
    public string? Headline { get; set; }

    /// <summary>The reason chosen.</summary>
    [BindProperty]
    public Reason? Reason { get; set; }

    /// <summary>What completes it.</summary>
    [BindProperty]
    public string? ReasonDetail { get; set; }

    /// <summary>What the gate says; null before it was asked.</summary>
    public NoteTrial.Result? Result { get; private set; }

    /// <summary>The reasons to choose from, or none.</summary>
    public IEnumerable<Choice> Reasons =>
        LetterFields.Reasons(shared).Prepend(new Choice("", texts["try-reason-none"]));

    public IActionResult OnPost()
    {
        if (Refused() is { Count: > 0 } refused)
        {
            return this.ShowRefusals(refused);
        }

        var note = new NoteTrial.Note(
            Note ?? "",
            Sender ?? "",
            Recipient ?? "",
            Headline ?? "",
            Reason,
            ReasonDetail ?? ""
        );
        Result = words.Say(trial.Try(note, []), reader.Language);
        return Page();
    }

    // What has not its length the gate does not read.
    private List<Refusal> Refused() =>
        [
            .. new[]
            {
                PersonalNote.Limit.Check(Note, "note"),
                VisibleText.IsBlank(ReasonDetail) ? null : StatedReason.DetailLimit.Check(ReasonDetail, "reasonDetail"),
            }
                .OfType<Refusal>()
                .Select(refusal => words.Say(refusal, reader.Language)),
        ];

    /// <summary>Evidence of one kind.</summary>
    /// <param name="Sign">Which.</param>
    /// <param name="Pieces">The pieces, the weightiest first.</param>
    public sealed record Kind(string Sign, IReadOnlyList<NoteTrial.Weight> Pieces);

    /// <summary>The words of a field that are evidence, each with the class of its mark.</summary>
    public IReadOnlyList<(Quote Quote, string? Class)> Marks(string field) =>
        [
            .. (Result?.Evidence ?? [])
                .Where(piece => piece.Quote.Field == field)
                .OrderBy(piece => piece.For)
                .Select(piece => (piece.Quote, piece.For ? "mark-for" : null)),
        ];

    /// <summary>The evidence for the note or against it, the weightiest kind first.</summary>
    public IReadOnlyList<Kind> Kinds(bool speaksFor) =>
        [
            .. (Result?.Evidence ?? [])
                .Where(piece => piece.For == speaksFor)
                .GroupBy(piece => piece.Sign, StringComparer.Ordinal)
                .Select(kind => new Kind(kind.Key, [.. kind.OrderByDescending(piece => piece.Points)]))
                .OrderByDescending(kind => kind.Pieces.Sum(piece => piece.Points)),
        ];
}
