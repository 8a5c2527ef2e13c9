using ConnectGate.Gate.Copies;
using ConnectGate.People.Policy;

namespace ConnectGate.Gate;

/// <summary>
/// A letter that the gate let through. Only <see cref="Gate"/> makes one, and only from one can a request be made.
/// </summary>
internal sealed class AdmittedLetter
{
    private AdmittedLetter(Attempt attempt)
    {
        SenderId = attempt.Sender.Id;
        SenderName = attempt.Sender.DisplayName;
        RecipientId = attempt.Recipient.Id;
        Note = PersonalNote.Of(attempt.Letter.Note);
        GroupId = attempt.Group?.Id;
        Reason = StatedReason.Of(
            attempt.Letter.Reason,
            VisibleText.IsBlank(attempt.Letter.ReasonDetail) ? attempt.Group?.Name : attempt.Letter.ReasonDetail
        );
        Terms = attempt.Terms;
        Grounds = attempt.Grounds;
        Print = attempt.Print();
        Answers =
        [
            .. attempt.Questions.Select(question =>
                (question.Text, VisibleText.Clean(AnswerTo(attempt, question.PublicId)))
            ),
        ];
    }

    public long SenderId { get; }
    public string SenderName { get; }
    public long RecipientId { get; }
    public PersonalNote Note { get; }
    public StatedReason Reason { get; }
    public IReadOnlyList<(string Question, string Text)> Answers { get; }

    /// <summary>
    /// The group that completes the reason, which both are confirmed to share; null where none was picked.
    /// </summary>
    public long? GroupId { get; }

    /// <summary>What the note is recognised by when it is written again.</summary>
    public NotePrint Print { get; }

    /// <summary>Under which terms it was admitted; a correction is judged by the same.</summary>
    public LetterTerms Terms { get; }

    /// <summary>How the two knew each other then, as far as others said so.</summary>
    public Grounds Grounds { get; }

    /// <exception cref="ArgumentException">The letter lacks a note or a reason: no rule said so, and yet it stops
    /// here.</exception>
    public static AdmittedLetter Of(Attempt attempt) => new(attempt);

    private static string? AnswerTo(Attempt attempt, string questionId) =>
        attempt.Letter.Answers?.FirstOrDefault(answer => answer.QuestionId == questionId)?.Text;
}
