using ConnectGate.Letters.Directory;
using ConnectGate.People.Members.PrivateNotes;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Members;

public sealed class ProfileModel(IMediator mediator, IStringLocalizer<SharedTexts> shared) : PageModel
{
    /// <summary>The typed note to oneself.</summary>
    [BindProperty]
    public string? Text { get; set; }

    public ViewProfile.View Profile { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string handle, CancellationToken cancellationToken)
    {
        if (!await FindAsync(handle, cancellationToken))
        {
            return NotFound();
        }

        Text = Profile.NoteToSelf;
        return Page();
    }

    public async Task<IActionResult> OnPostNoteAsync(string handle, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new WriteNoteToSelf.Command(handle, Text), cancellationToken);
        var refused = this.ShowRefusals(outcome.Refusals);
        if (outcome.IsNotFound || !await FindAsync(handle, cancellationToken))
        {
            return NotFound();
        }

        if (!outcome.Succeeded)
        {
            return refused;
        }

        this.Say(shared["note-to-self-saved", Profile.DisplayName]);
        return RedirectToPage("/Members/Profile", new { handle });
    }

    private async Task<bool> FindAsync(string handle, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ViewProfile.Query(handle), cancellationToken) is not { } profile)
        {
            return false;
        }

        Profile = profile;
        return true;
    }
}
