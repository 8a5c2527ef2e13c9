using ConnectGate.Gate.Reading;
using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Gate.Rules;

/// <summary>
/// Refuses a note that is not personal, and says why and how to mend it. Reads note, detail and answers together.
/// </summary>
internal sealed class PersonalNoteRule(NoteReader reader) : ILetterRule
{
    /// <summary>The most visible characters of a quotation within a message. The quote itself is not cut.</summary>
    private const int LongestQuoted = 80;

    public Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>(
            HasItsLength(attempt.Letter.Note)
                ? [.. reader.Read(Written(attempt)).Refusals.Select(remark => new Finding(Refusal(remark)))]
                : []
        );

    /// <summary>The advice to the writer of a note that passes.</summary>
    public IReadOnlyList<Refusal> Advice(Attempt attempt) => [.. reader.Read(Written(attempt)).Advice.Select(Refusal)];

    /// <summary>The text for a remark of the reader, with a quotation as its proof.</summary>
    public static Refusal Refusal(Remark remark) =>
        new(remark.Code, remark.Quote.Field, Words.Format(remark.Code, FirstLines.Of(remark.Quote.Text, LongestQuoted)))
        {
            Quote = remark.Quote,
        };

    /// <summary>The texts of a letter other than the note, by field.</summary>
    public static IReadOnlyList<(string Field, string Text)> Beside(Letter letter) =>
        [
            .. new[] { ("reasonDetail", letter.ReasonDetail) }
                .Concat((letter.Answers ?? []).Select(answer => (Answer.Field(answer.QuestionId), answer.Text)))
                .Where(field => !VisibleText.IsBlank(field.Item2))
                .Select(field => (field.Item1, field.Item2!)), // the presence rule reports what is missing
        ];

    // A note of the wrong length gets that refusal from another rule, and no second one here.
    private static bool HasItsLength(string? note) =>
        PersonalNote.Limit.Check(note, Reading.Text.Written.NoteField) is null;

    private static Written Written(Attempt attempt) =>
        new(
            attempt.Letter.Note ?? "",
            Beside(attempt.Letter),
            attempt.Sender.DisplayName,
            string.Join(
                ' ',
                attempt.Recipient.OtherNames.Select(name => name.Text).Prepend(attempt.Recipient.DisplayName)
            ),
            attempt.Recipient.Headline,
            attempt.Letter.Reason,
            attempt.Terms.WelcomesOffers,
            attempt.Terms.WelcomesJobEnquiries
        );
}
