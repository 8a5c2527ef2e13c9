using ConnectGate.People.Accounts.Passwords;
using ConnectGate.Web.Identity;

namespace ConnectGate.Web.Pages.Settings.Security;

/// <summary>A page that asks for the password again before it changes how a member signs in.</summary>
public abstract class ProvenModel(IMediator mediator, CurrentMember currentMember) : PageModel
{
    [BindProperty]
    public string? CurrentPassword { get; set; }

    /// <summary>The session of this request, which does not end.</summary>
    protected string SessionId => currentMember.Session!.SessionId;

    protected IMediator Mediator { get; } = mediator;

    /// <summary>Checks the password, then sends the command. A wrong password gives its refusal.</summary>
    /// <param name="command">Makes the command from the proof of the password.</param>
    protected Task<Outcome<T>> SendProvenAsync<T>(
        Func<string, ICommand<T>> command,
        CancellationToken cancellationToken
    ) => Mediator.SendProvenAsync(CurrentPassword, command, cancellationToken);
}
