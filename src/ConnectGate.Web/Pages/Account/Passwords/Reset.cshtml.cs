using ConnectGate.People.Accounts.Passwords;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup.Fields;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Account.Passwords;

/// <summary>Where the mailed link leads: choosing a new password, and removing what else signs in.</summary>
[AllowAnonymous]
public sealed class ResetModel(
    IMediator mediator,
    BrowserSession browser,
    ReaderTime reader,
    IStringLocalizer<AccountTexts> texts
) : PageModel
{
    // No passkey's id is thirteen characters long, since no bytes are in base64url.
    private const string Authenticator = "authenticator";

    /// <summary>From the link.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>What is to be removed: <see cref="Authenticator"/>, and ids of passkeys.</summary>
    [BindProperty]
    public IReadOnlyList<string> Remove { get; set; } = [];

    /// <summary>What else signs in to the account; null where the link is worthless.</summary>
    public ViewReset.View? Else { get; private set; }

    /// <summary>What can be removed.</summary>
    public IEnumerable<Choice> Removable
    {
        get
        {
            if (Else is { MayRemoveAuthenticator: true })
            {
                yield return new Choice(Authenticator, texts["authenticator-title"]);
            }

            foreach (var passkey in Else?.Passkeys ?? [])
            {
                var label = texts["reset-passkey", passkey.Name, reader.Day(passkey.CreatedAt)];
                yield return new Choice(passkey.Id, label);
            }
        }
    }

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Else = await mediator.Send(new ViewReset.Query(Code), cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(
            new ResetPassword.Command(Code, Password)
            {
                RemoveAuthenticator = Remove.Contains(Authenticator, StringComparer.Ordinal),
                RemovePasskeys = Remove,
                DeviceTicket = browser.Origin.DeviceTicket,
            },
            cancellationToken
        );
        if (!outcome.Succeeded)
        {
            await OnGetAsync(cancellationToken);
            return this.ShowRefusals(outcome.Refusals);
        }

        browser.Trust(outcome.Value.DeviceTicket);
        this.Say(texts["reset-done"]);
        return LocalRedirect("/account/sign-in");
    }
}
