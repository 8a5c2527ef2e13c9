using ConnectGate.Foundation.Text.Characters;
using ConnectGate.Gate.Reading;
using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Gate.Rules;

/// <summary>
/// Refuses a note that is certainly not personal, and advises on one that is likely not. Says why and how to mend it.
/// Reads note, detail and answers together. To a recipient who takes only letters written for them, a letter that
/// could have been written to anyone is refused with the words of the advice.
/// </summary>
internal sealed class PersonalNoteRule(NoteReader reader) : ILetterRule
{
    private const string NotWrittenForMe = "not-written-for-me";

    /// <summary>The most visible characters of a quotation within a message. The quote itself is not cut.</summary>
    private const int LongestQuoted = 80;

    public Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>(
            // A note of the wrong length gets that refusal from another rule, and no second one here.
            LetterShape.Of(attempt.Letter).HasNote
                ? [.. Findings(reader.Read(Written(attempt)), attempt.Terms.OnlyWrittenForMe)]
                : []
        );

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

    private static IEnumerable<Finding> Findings(Reading.Reading reading, bool onlyWrittenForMe)
    {
        foreach (var remark in reading.Refusals)
        {
            yield return new Finding(Refusal(remark));
        }

        foreach (var remark in reading.Advice)
        {
            var advice = Refusal(remark);
            yield return onlyWrittenForMe && Codes.IsToAnyone(remark.Code)
                ? new Finding(new Refusal(NotWrittenForMe, advice), FindingKind.Policy)
                : new Finding(advice, FindingKind.Advice);
        }
    }

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
            attempt.Terms.WelcomesPitches,
            attempt.Terms.WelcomesJobEnquiries
        );
}
