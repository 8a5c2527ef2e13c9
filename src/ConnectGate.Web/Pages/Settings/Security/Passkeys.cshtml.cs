using System.Globalization;
using ConnectGate.People.Accounts.Passwords;
using ConnectGate.People.Accounts.SecondFactors;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup.Fields;
using ConnectGate.Web.Pages.Account;

namespace ConnectGate.Web.Pages.Settings.Security;

/// <summary>A member's passkeys. Only adding one needs scripts.</summary>
public sealed class PasskeysModel(
    IMediator mediator,
    CurrentMember currentMember,
    Identity.Passkeys passkeys,
    Words words,
    IStringLocalizer<AccountTexts> texts
) : ProvenModel(mediator, currentMember)
{
    private const string Here = "/settings/security/passkeys";

    /// <summary>The name of the new passkey.</summary>
    [BindProperty]
    public string? Name { get; set; }

    public IReadOnlyList<ViewSecurity.Passkey> Known { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Known = (await Mediator.Send(new ViewSecurity.Query(), cancellationToken)).Passkeys;

    /// <summary>
    /// The browser's options for a new passkey. Name and password are checked before the device is asked: a device
    /// would keep a passkey that the server then refuses.
    /// </summary>
    public async Task<IActionResult> OnPostOptionsAsync(CancellationToken cancellationToken)
    {
        if (AddPasskey.NameLimit.Check(Name, "name") is { } unnamed)
        {
            return NotAsked(words.Say(unnamed, CultureInfo.CurrentUICulture));
        }

        var answer = await Mediator.Send(new ReenterPassword.Try(CurrentPassword), cancellationToken);
        if (answer.Refusal is { } refusal)
        {
            return NotAsked(refusal);
        }

        var (session, security) = (Member.Session!, await Mediator.Send(new ViewSecurity.Query(), cancellationToken));
        return Content(
            await passkeys.AskForNewAsync(session.MemberId, security.Email, session.DisplayName),
            "application/json"
        );
    }

    public async Task<IActionResult> OnPostAddAsync(string? credential, CancellationToken cancellationToken)
    {
        var made = await passkeys.TakeNewAsync(credential);
        var outcome = made is null
            ? Outcome<Done>.Refused([new Refusal("passkey-not-made", "", texts["passkey-not-made"])])
            : await SendProvenAsync(proof => new AddPasskey.Command(proof, made, Name), cancellationToken);
        return await AnsweredAsync(outcome, "passkey-added-done", cancellationToken);
    }

    public async Task<IActionResult> OnPostRenameAsync(
        string? id,
        string? newName,
        CancellationToken cancellationToken
    ) =>
        await AnsweredAsync(
            await Mediator.Send(new RenamePasskey.Command(id ?? "", newName), cancellationToken),
            "passkey-renamed",
            cancellationToken
        );

    private CurrentMember Member { get; } = currentMember;

    private static JsonResult NotAsked(Refusal refusal) =>
        new(new { message = refusal.Message, field = refusal.Field })
        {
            StatusCode = StatusCodes.Status422UnprocessableEntity,
        };

    private async Task<IActionResult> AnsweredAsync(
        Outcome<Done> outcome,
        string words,
        CancellationToken cancellationToken
    )
    {
        if (outcome.IsNotFound)
        {
            return NotFound();
        }

        if (!outcome.Succeeded)
        {
            await OnGetAsync(cancellationToken);
            return this.ShowAccountRefusals(outcome.Refusals);
        }

        this.Say(texts[words]);
        return LocalRedirect(Here);
    }
}
