using ConnectGate.Gate.Reading;
using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Gate.Rules;

/// <summary>
/// Refuses a note that is not a personal one, and says which kind it is and how to mend it: note, detail and answers
/// are read together.
/// </summary>
internal sealed class PersonalNoteRule(NoteReader reader) : ILetterRule
{
    /// <summary>Visible characters of a quotation within a message; the quote itself is whole.</summary>
    private const int LongestQuoted = 80;

    public Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>(
            HasItsLength(attempt.Letter.Note)
                ? [.. reader.Read(Written(attempt)).Refusals.Select(remark => new Finding(Refusal(remark)))]
                : []
        );

    /// <summary>What the writer of a note that passes is advised.</summary>
    public IReadOnlyList<Refusal> Advice(Attempt attempt) => [.. reader.Read(Written(attempt)).Advice.Select(Refusal)];

    /// <summary>A remark of the reader in words, which quote its proof.</summary>
    public static Refusal Refusal(Remark remark) =>
        new(remark.Code, remark.Quote.Field, Words.Format(remark.Code, FirstLines.Of(remark.Quote.Text, LongestQuoted)))
        {
            Quote = remark.Quote,
        };

    /// <summary>What stands beside the note of a letter, by field.</summary>
    public static IReadOnlyList<(string Field, string Text)> Beside(Letter letter) =>
        [
            .. new[] { ("reasonDetail", letter.ReasonDetail) }
                .Concat((letter.Answers ?? []).Select(answer => (Answer.Field(answer.QuestionId), answer.Text)))
                .Where(field => !VisibleText.IsBlank(field.Item2))
                .Select(field => (field.Item1, field.Item2!)), // what is missing is the presence rule's
        ];

    // Of what is too short to say anything, that is all there is to tell.
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
