using System.Text;
using ConnectGate.Groups;
using ConnectGate.Web.Markup;
using ConnectGate.Web.Resources;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace ConnectGate.Web.Pages.Groups;

/// <summary>Where an organiser invites those on an attendee list.</summary>
public sealed class InviteModel(IMediator mediator, IStringLocalizer<GroupsTexts> texts) : PageModel
{
    private const string Wrong = "WrongLines";
    private const int MostNamed = 50;

    /// <summary>The list as pasted.</summary>
    [BindProperty]
    public string? List { get; set; }

    /// <summary>The list as a file.</summary>
    [BindProperty(Name = "file")]
    public IFormFile? Attached { get; set; }

    /// <summary>Who is invited.</summary>
    public ListInvited.View Invited { get; private set; } = null!;

    /// <summary>Which lines of the last list could not be read; null where all could.</summary>
    public string? WrongLines { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, string? cursor, CancellationToken cancellationToken)
    {
        WrongLines = ViewData.ModelState.IsValid && HttpContext.Request.Cookies.ContainsKey(Refusals.NoticeCookie) ? TempData[Wrong] as string : null;
        return await FindAsync(id, cursor, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new InviteAttendees.Command(id, await WholeAsync(cancellationToken)), cancellationToken);
        if (!outcome.Succeeded)
        {
            return !outcome.IsNotFound && await FindAsync(id, null, cancellationToken) ? this.ShowRefusals(outcome.Refusals) : NotFound();
        }

        var receipt = outcome.Value;
        this.Say(texts["invited-done", receipt.Invited, receipt.WereInvited]);
        if (receipt.WrongLines.Count > 0)
        {
            TempData[Wrong] = texts[
                receipt.WrongLines.Count > MostNamed ? "lines-wrong-more" : "lines-wrong", string.Join(", ", receipt.WrongLines.Take(MostNamed))].Value;
        }

        return RedirectToPage("/Groups/Invite", new { id });
    }

    public async Task<IActionResult> OnPostTakeBackAsync(string id, string? email, CancellationToken cancellationToken)
    {
        if (!(await mediator.Send(new TakeBackInvitation.Command(id, email ?? ""), cancellationToken)).Succeeded)
        {
            return NotFound();
        }

        this.Say(texts["taken-back"]);
        return RedirectToPage("/Groups/Invite", new { id });
    }

    // A form is at most 64 KB, so the file is no more.
    private async Task<string> WholeAsync(CancellationToken cancellationToken)
    {
        if (Attached is null)
        {
            return List ?? "";
        }

        using var reader = new StreamReader(Attached.OpenReadStream(), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
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
