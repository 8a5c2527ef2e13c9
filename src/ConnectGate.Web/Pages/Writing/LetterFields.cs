using ConnectGate.Gate;
using ConnectGate.Letters.Asking;
using ConnectGate.Ties.Groups.Roster;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Writing;

/// <summary>The fields of a letter, for sending and for correcting alike.</summary>
/// <param name="Form">The letter as typed.</param>
/// <param name="RecipientName">The name in the label of the note.</param>
/// <param name="Questions">The recipient's questions.</param>
/// <param name="MinimumNote">The least visible characters of a note.</param>
public sealed record LetterFields(
    LetterForm Form,
    string RecipientName,
    IReadOnlyList<LetterFields.Question> Questions,
    int MinimumNote
)
{
    /// <summary>The confirmed groups that the two share; one of them can complete the reason.</summary>
    public IReadOnlyList<SharedContext.Shared> Groups { get; init; } = [];

    /// <summary>Whether both confirmed that they met: the detail then says when and where.</summary>
    public bool Met { get; init; }

    /// <summary>The answers from the sender's profile, by the ids of the questions.</summary>
    public IReadOnlyDictionary<string, string?> UsualAnswers { get; init; } =
        new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>The fields of a letter that is to be written.</summary>
    public static LetterFields Of(LetterForm form, ComposeLetter.View asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return new(
            form,
            asked.Recipient.DisplayName,
            [.. asked.Policy.Questions.Select(question => new Question(question.Id, question.Text))],
            asked.Policy.MinimumNote
        )
        {
            Groups = [.. asked.SharedGroups.Where(group => group.Confirmed)],
            Met = asked.MetAt is not null,
            UsualAnswers = asked.UsualAnswers.ToDictionary(
                answer => answer.QuestionId,
                answer => answer.Text,
                StringComparer.Ordinal
            ),
        };
    }

    /// <summary>
    /// The fields of a letter that is to be corrected. A group that it names stays among the choices.
    /// </summary>
    public static LetterFields Of(LetterForm form, CorrectRequest.View sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        return new(
            form,
            sent.RecipientName,
            [.. sent.Questions.Select(question => new Question(question.Id, question.Text))],
            sent.MinimumNote
        )
        {
            Groups = [.. sent.SharedGroups.Where(group => group.Confirmed || group.Id == sent.Letter.Group)],
        };
    }

    /// <summary>The groups to choose from, "none" first.</summary>
    public IEnumerable<Choice> GroupChoices(IStringLocalizer texts) =>
        Groups.Select(group => new Choice(group.Id, group.Name)).Prepend(new Choice("", texts["group-none"]));

    /// <summary>A question of the recipient. Its id names the field of the answer.</summary>
    public sealed record Question(string Id, string Text);

    public static IEnumerable<Choice> Reasons(IStringLocalizer texts) =>
        Enum.GetValues<Reason>().Select(reason => new Choice(reason.ToString(), texts.NameOf(reason)));
}
