using ConnectGate.Gate.Copies;
using ConnectGate.Gate.Rules;
using ConnectGate.People.Policy;

namespace ConnectGate.Gate;

/// <summary>
/// A letter that the gate admitted. Only <see cref="Gate"/> makes one, and a request can be made only from one.
/// </summary>
internal sealed class AdmittedLetter
{
    private AdmittedLetter(Attempt attempt, bool couldBeToAnyone)
    {
        CouldBeToAnyone = couldBeToAnyone;
        var shape = LetterShape.Of(attempt.Letter);
        SenderId = attempt.Sender.Id;
        SenderName = attempt.Sender.DisplayName;
        RecipientId = attempt.Recipient.Id;
        Note = shape.Note;
        GroupId = attempt.Group?.Id;
        Reason = shape.ReasonIn(attempt.Group?.Name);
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
    /// The picked group, which completes the reason and which both are confirmed to share; null where none was picked.
    /// </summary>
    public long? GroupId { get; }

    /// <summary>Whether the gate advised its writer that it could have been written to anyone.</summary>
    public bool CouldBeToAnyone { get; }

    /// <summary>The print that recognises a copy of the note.</summary>
    public NotePrint Print { get; }

    /// <summary>The recipient's terms when the letter was admitted. A correction is judged by the same terms.</summary>
    public LetterTerms Terms { get; }

    /// <summary>How the two knew each other when the letter was admitted, as far as others confirm it.</summary>
    public Grounds Grounds { get; }

    /// <exception cref="ArgumentException">The letter lacks a note or a reason. A rule should have refused it; this is
    /// the last check.</exception>
    public static AdmittedLetter Of(Attempt attempt, bool couldBeToAnyone = false) => new(attempt, couldBeToAnyone);

    private static string? AnswerTo(Attempt attempt, string questionId) =>
        attempt.Letter.Answers?.FirstOrDefault(answer => answer.QuestionId == questionId)?.Text;
}
