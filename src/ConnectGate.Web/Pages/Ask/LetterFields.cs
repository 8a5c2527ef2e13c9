using ConnectGate.Gate;
using ConnectGate.Letters.Asking;
using ConnectGate.Ties.Groups.Roster;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Ask;

/// <summary>What the fields of a letter show, for sending and for correcting alike.</summary>
/// <param name="Form">What was typed so far.</param>
/// <param name="RecipientName">Who is asked.</param>
/// <param name="Questions">The recipient's questions.</param>
/// <param name="MinimumNote">The least visible characters of a note.</param>
public sealed record LetterFields(
    LetterForm Form,
    string RecipientName,
    IReadOnlyList<LetterFields.Question> Questions,
    int MinimumNote
)
{
    /// <summary>What the two share that is confirmed, to complete the reason.</summary>
    public IReadOnlyList<SharedContext.Shared> Groups { get; init; } = [];

    /// <summary>Whether both confirmed that they met: the detail then says when and where.</summary>
    public bool Met { get; init; }

    /// <summary>For a letter that is to be written.</summary>
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
        };
    }

    /// <summary>What there is to pick, none first.</summary>
    public IEnumerable<Choice> GroupChoices(IStringLocalizer texts) =>
        Groups.Select(group => new Choice(group.Id, group.Name)).Prepend(new Choice("", texts["group-none"]));

    /// <summary>A question and the id its answer goes by.</summary>
    public sealed record Question(string Id, string Text);

    /// <summary>The reasons to choose from.</summary>
    public static IEnumerable<Choice> Reasons(IStringLocalizer texts) =>
        Enum.GetValues<Reason>().Select(reason => new Choice(reason.ToString(), texts.NameOf(reason)));
}
