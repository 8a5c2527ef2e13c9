using System.Text;
using ConnectGate.Ties.Groups.Invitations;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Groups.Joining;

/// <summary>The page where an organiser invites the people on a list.</summary>
public sealed class InviteModel(IMediator mediator, IStringLocalizer<GroupsTexts> texts) : PageModel
{
    // The most wrong lines that the notice names.
    private const int MostNamed = 50;

    /// <summary>The pasted list.</summary>
    [BindProperty]
    public string? List { get; set; }

    [BindProperty(Name = "file")]
    public IFormFile? Attached { get; set; }

    public ListInvited.View Invited { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, string? cursor, CancellationToken cancellationToken) =>
        await FindAsync(id, cursor, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(
            new InviteAttendees.Command(id, await WholeAsync(cancellationToken)),
            cancellationToken
        );
        if (!outcome.Succeeded)
        {
            return !outcome.IsNotFound && await FindAsync(id, null, cancellationToken)
                ? this.ShowRefusals(outcome.Refusals)
                : NotFound();
        }

        this.Say(Said(outcome.Value));
        return RedirectToPage("/Groups/Joining/Invite", new { id });
    }

    public async Task<IActionResult> OnPostTakeBackAsync(string id, string? email, CancellationToken cancellationToken)
    {
        if (!(await mediator.Send(new TakeBackInvitation.Command(id, email ?? ""), cancellationToken)).Succeeded)
        {
            return NotFound();
        }

        this.Say(texts["taken-back", email ?? ""]);
        return RedirectToPage("/Groups/Joining/Invite", new { id });
    }

    private string Said(InviteAttendees.Receipt receipt)
    {
        var said = texts["invited-done", receipt.Invited, receipt.WereInvited].Value;
        return receipt.WrongLines.Count switch
        {
            0 => said,
            > MostNamed => $"{said} {texts["lines-wrong-more", string.Join(", ", receipt.WrongLines.Take(MostNamed))]}",
            _ => $"{said} {texts["lines-wrong", string.Join(", ", receipt.WrongLines)]}",
        };
    }

    // The body limit keeps the file below 64 KB.
    private async Task<string> WholeAsync(CancellationToken cancellationToken)
    {
        if (Attached is null)
        {
            return List ?? "";
        }

        using var reader = new StreamReader(
            Attached.OpenReadStream(),
            Encoding.UTF8,
            detectEncodingFromByteOrderMarks: true
        );
        return await reader.ReadToEndAsync(cancellationToken) + "\n" + List;
    }

    private async Task<bool> FindAsync(string id, string? cursor, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ListInvited.Query(id, cursor), cancellationToken) is not { } invited)
        {
            return false;
        }

        Invited = invited;
        return true;
    }
}
