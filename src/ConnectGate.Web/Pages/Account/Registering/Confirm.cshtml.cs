using ConnectGate.People.Members;
using ConnectGate.People.Members.Registering;
using ConnectGate.Web.Markup.Fields;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Account.Registering;

/// <summary>
/// Where the link of the first mail leads. Opening it changes nothing, since mail scanners open links too; the button
/// confirms, with the registration's password.
/// </summary>
[AllowAnonymous]
public sealed class ConfirmModel(IMediator mediator, IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>Of this registration; never shown again.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Another handle, as typed; null until the page asked for one.</summary>
    [BindProperty]
    public string? Handle { get; set; }

    /// <summary>Whether the page asks for another handle, since the registered one was taken meanwhile.</summary>
    public bool AsksForHandle { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var answer = await mediator.Send(new ConfirmRegistration.Try(Code, Password, Handle), cancellationToken);
        if (answer.Opened is not { } opened)
        {
            AsksForHandle = Handle is not null || answer.Refusals.Any(refusal => refusal.Field == "handle");
            return this.ShowAccountRefusals(answer.Refusals);
        }

        this.Say(texts[opened.Waits ? "confirmed-waits" : "confirmed"]);
        return LocalRedirect("/account/sign-in");
    }
}
