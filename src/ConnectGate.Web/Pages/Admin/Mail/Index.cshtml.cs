using ConnectGate.Care.Administration.Outgoing;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup.Fields;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Admin.Mail;

/// <summary>The mail that is not sent yet. The audit log records each view, because the page shows addresses.</summary>
[Authorize(Policy = ConnectGateIdentity.Administrator)]
public sealed class IndexModel(IMediator mediator, IStringLocalizer<AdminTexts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public ListMail.Only Only { get; set; }

    /// <summary>Where the test mail goes.</summary>
    [BindProperty]
    public string? Email { get; set; }

    public ListMail.View Mail { get; private set; } = null!;

    public IEnumerable<Choice> Choices =>
        Enum.GetValues<ListMail.Only>().Select(only => new Choice(only.ToString(), texts.NameOf(only)));

    public async Task<IActionResult> OnGetAsync(string? cursor, CancellationToken cancellationToken) =>
        await ListAsync(cursor, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSendAgainAsync(long? id, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new SendMailAgain.Command(id), cancellationToken);
        if (!outcome.Succeeded)
        {
            return NotFound();
        }

        this.Say(
            outcome.Value.Count switch
            {
                0 => texts["mail-again-none"],
                var count => texts["mail-again", count],
            }
        );
        return RedirectToPage(new { only = Only });
    }

    public async Task<IActionResult> OnPostTestAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new SendTestMail.Command(Email), cancellationToken);
        if (outcome.Succeeded)
        {
            this.Say(texts["mail-test-sent", Email!.Trim()]);
            return RedirectToPage();
        }

        return !outcome.IsNotFound && await ListAsync(null, cancellationToken)
            ? this.ShowRefusals(outcome.Refusals)
            : NotFound();
    }

    private async Task<bool> ListAsync(string? cursor, CancellationToken cancellationToken)
    {
        var listed = await mediator.Send(new ListMail.Command(Only, cursor), cancellationToken);
        Mail = listed.Succeeded ? listed.Value : null!;
        return listed.Succeeded;
    }
}
