using ConnectGate.Care.Moderation.Measures;
using ConnectGate.Web.Markup.Fields;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Moderation.Appeals;

/// <summary>A member's appeal, which another moderator judges.</summary>
[Authorize(Policy = "Moderator")]
public sealed class AppealModel(IMediator mediator, IStringLocalizer<ModerationTexts> texts) : SubjectModel(mediator)
{
    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>Whether the measure is undone.</summary>
    [BindProperty]
    public bool? Undo { get; set; }

    /// <summary>The answer to the member.</summary>
    [BindProperty]
    public string? Words { get; set; }

    public ViewAppeal.View Viewed { get; private set; } = null!;

    public IEnumerable<Choice> Choices =>
        [
            new(bool.FalseString, texts["appeal-stand"], texts["appeal-stand-hint"]),
            new(bool.TrueString, texts["appeal-undo"], texts["appeal-undo-hint"]),
        ];

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        DoAsync(
            new AnswerAppeal.Command(Id, Undo, Words),
            done => new(texts["appeal-answered", done.AuthorName]),
            RedirectToPage("/Moderation/Appeals/Index"),
            cancellationToken
        );

    /// <inheritdoc/>
    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await Mediator.Send(new ViewAppeal.Query(Id), cancellationToken) is not { } viewed)
        {
            return false;
        }

        Viewed = viewed;
        return true;
    }
}
