using ConnectGate.People.Accounts.Admissions;
using ConnectGate.People.Members;
using ConnectGate.People.Members.Registering;
using ConnectGate.Web.Api;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup.Fields;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace ConnectGate.Web.Pages.Account.Registering;

/// <summary>Registration. The next page is the same whether the address is new, known or not admitted.</summary>
[AllowAnonymous]
[LeadsOnWhenSignedIn]
public sealed class RegisterModel(
    IMediator mediator,
    ICurrentMember currentMember,
    BrowserSession browser,
    MailedTo mailedTo,
    IOptions<AdmissionOptions> admission,
    IStringLocalizer<AccountTexts> texts
) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? DisplayName { get; set; }

    [BindProperty]
    public string? Handle { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>One of <see cref="Digests"/>. The form preselects none.</summary>
    [BindProperty]
    public string? Digest { get; set; }

    /// <summary>The reasons to join.</summary>
    [BindProperty]
    public string? Application { get; set; }

    /// <summary>The browser's time zone, which a script fills in; empty without scripts.</summary>
    [BindProperty]
    public string? TimeZone { get; set; }

    /// <summary>Whether an administrator decides, who may be told why they want to join.</summary>
    public bool AsksWhy => admission.Value.By == AdmissionBy.Approval;

    public IEnumerable<Choice> Digests =>
        [
            new("daily", texts["digest-daily"]),
            new("weekly", texts["digest-weekly"]),
            new("never", texts["digest-never"]),
        ];

    public IActionResult OnGet() => currentMember.IsSignedIn ? LocalRedirect("/inbox") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(
            new RegisterMember.Command(
                Email,
                Password,
                Handle,
                DisplayName,
                KebabCase.Parse<DigestFrequency>(Digest),
                browser.Network
            )
            {
                Application = Application,
                TimeZone = TimeZone,
            },
            cancellationToken
        );
        if (!outcome.Succeeded)
        {
            return this.ShowAccountRefusals(outcome.Refusals);
        }

        mailedTo.Keep(Email!, outcome.Value.Id);
        return LocalRedirect("/account/register/sent");
    }
}
