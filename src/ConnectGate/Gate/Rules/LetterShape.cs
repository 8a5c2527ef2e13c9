using System.Runtime.CompilerServices;

namespace ConnectGate.Gate.Rules;

/// <summary>
/// The shape of a letter: which parts are missing, and how long the texts are. This is the one place for presence and
/// length. The validators of the commands that ask, the rules and the admitted letter all read it. A letter never
/// changes, so it is measured once, whoever asks first.
/// </summary>
internal sealed class LetterShape
{
    private const string NoteField = "note",
        DetailField = "reasonDetail";

    private static readonly ConditionalWeakTable<Letter, LetterShape> Known = [];

    private readonly Letter _letter;
    private readonly MeasuredText _note;
    private readonly MeasuredText _detail;
    private readonly IReadOnlyList<(string Field, MeasuredText Text)> _answers;

    private LetterShape(Letter letter)
    {
        _letter = letter;
        _note = PersonalNote.Limit.Measure(letter.Note);
        _detail = StatedReason.DetailLimit.Measure(letter.ReasonDetail);
        _answers =
        [
            .. (letter.Answers ?? []).Select(answer =>
                (Answer.Field(answer.QuestionId), Answer.Limit.Measure(answer.Text))
            ),
        ];
    }

    public static LetterShape Of(Letter letter) => Known.GetValue(letter, one => new LetterShape(one));

    /// <summary>Note, reason, and the detail or shared group that completes the reason, where they are
    /// missing.</summary>
    public IEnumerable<Refusal> Missing()
    {
        if (_note.Presence(NoteField) is { } note)
        {
            yield return note;
        }

        if (_letter.Reason is not { } reason || !Enum.IsDefined(reason))
        {
            yield return new Refusal("reason-missing", "reason", Words.Of("reason-missing"));
        }

        if (!_letter.PicksGroup && _detail.Presence(DetailField) is { } detail)
        {
            yield return detail;
        }
    }

    /// <summary>Null where the question has an answer.</summary>
    public Refusal? MissingAnswer(string questionId)
    {
        var field = Answer.Field(questionId);
        return (_answers.FirstOrDefault(answer => answer.Field == field).Text ?? Answer.Limit.Measure(null)).Presence(
            field
        );
    }

    /// <summary>The texts that are there, but too short or too long.</summary>
    /// <param name="minimumNote">The least visible characters of a note in this community.</param>
    public IEnumerable<Refusal> WrongLengths(int minimumNote)
    {
        IEnumerable<Refusal?> found =
        [
            NoteLength(minimumNote),
            _detail.Length(DetailField),
            .. _answers.Select(answer => answer.Text.Length(answer.Field)),
        ];
        return found.OfType<Refusal>();
    }

    /// <summary>Null where the note is missing or has its length.</summary>
    public Refusal? NoteLength(int minimum) => _note.Length(NoteField, minimum);

    /// <summary>The length of the note that counts towards a minimum.</summary>
    public int NoteTowardsMinimum => _note.TowardsMinimum;

    /// <summary>Whether the note is a personal note, where neither community nor recipient asks for more.</summary>
    public bool HasNote => _note.Check(NoteField) is null;

    /// <exception cref="ArgumentException">The note is missing, too short or too long.</exception>
    public PersonalNote Note => PersonalNote.Of(_note);

    /// <summary>The reason, completed by the detail or, where that is blank, by the name of the picked group.</summary>
    /// <exception cref="ArgumentException">The reason is missing, or neither completes it.</exception>
    public StatedReason ReasonIn(string? group) =>
        _detail.Presence(DetailField) is not null && group is not null
            ? StatedReason.Of(_letter.Reason, group)
            : StatedReason.Of(_letter.Reason, _detail);
}
