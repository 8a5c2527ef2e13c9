using ConnectGate.Gate;

namespace ConnectGate.Web.Pages.Writing;

/// <summary>
/// The form of a letter. Its properties have the names of the gate's refusals, so that each refusal finds its field.
/// </summary>
public sealed class LetterForm
{
    public Reason? Reason { get; set; }

    /// <summary>The public id of a shared group that completes the reason; blank for none.</summary>
    public string? Group { get; set; }

    /// <summary>The detail of the reason.</summary>
    public string? ReasonDetail { get; set; }

    public string? Note { get; set; }

    /// <summary>The answers by the ids of their questions.</summary>
    public IDictionary<string, string?> Answers { get; set; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Whether the page showed the gate's advice before the form was sent.</summary>
    public bool AdviceSeen { get; set; }

    /// <summary>A form filled with a letter.</summary>
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

    /// <summary>Everything typed, as the fields of a form.</summary>
    public IEnumerable<(string Name, string? Value)> AsFields() =>
        [
            ("reason", Reason?.ToString()),
            ("group", Group),
            ("reasonDetail", ReasonDetail),
            ("note", Note),
            .. Answers.Select(answer => ($"answers[{answer.Key}]", answer.Value)),
        ];

    /// <summary>The typed letter, unchecked.</summary>
    public Letter ToLetter() =>
        new(Note, Reason, ReasonDetail, [.. Answers.Select(answer => new Answer(answer.Key, answer.Value))])
        {
            Group = Group,
            AdviceSeen = AdviceSeen,
        };
}
