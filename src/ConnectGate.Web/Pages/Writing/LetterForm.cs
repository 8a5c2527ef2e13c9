using ConnectGate.Gate;

namespace ConnectGate.Web.Pages.Writing;

/// <summary>
/// What is typed into the form of a letter; its names are those of the gate's refusals, so that each finds its field,
/// and in the page's order, which is the summary's.
/// </summary>
public sealed class LetterForm
{
    /// <summary>The reason chosen.</summary>
    public Reason? Reason { get; set; }

    /// <summary>The public id of a shared group that completes it; blank for none.</summary>
    public string? Group { get; set; }

    /// <summary>What completes it.</summary>
    public string? ReasonDetail { get; set; }

    /// <summary>The personal note.</summary>
    public string? Note { get; set; }

    /// <summary>Answers by their questions' ids.</summary>
    public IDictionary<string, string?> Answers { get; set; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>A form that begins with a letter as it stands.</summary>
    public static LetterForm Of(Letter letter) =>
        new()
        {
            Note = letter.Note,
            Reason = letter.Reason,
            Group = letter.Group,
            ReasonDetail = letter.ReasonDetail,
            Answers = (letter.Answers ?? []).ToDictionary(
                answer => answer.QuestionId,
                answer => answer.Text,
                StringComparer.Ordinal
            ),
        };

    /// <summary>The letter, unchecked.</summary>
    public Letter ToLetter() =>
        new(Note, Reason, ReasonDetail, [.. Answers.Select(answer => new Answer(answer.Key, answer.Value))])
        {
            Group = Group,
        };
}
