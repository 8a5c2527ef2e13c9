using ConnectGate.People.Accounts.Passwords;
using ConnectGate.Web.Identity;

namespace ConnectGate.Web.Pages.Settings.Security;

/// <summary>A page that asks for the password again before it changes how somebody signs in.</summary>
public abstract class ProvenModel(IMediator mediator, CurrentMember currentMember) : PageModel
{
    /// <summary>As typed; never shown again.</summary>
    [BindProperty]
    public string? CurrentPassword { get; set; }

    /// <summary>The session that this comes from, which stays.</summary>
    protected string SessionId => currentMember.Session!.SessionId;

    /// <summary>Sends commands and queries.</summary>
    protected IMediator Mediator { get; } = mediator;

    /// <summary>Sends what the password allows, or gives why the password was refused.</summary>
    /// <param name="command">Makes the command of the proof.</param>
    /// <param name="cancellationToken">Ends it.</param>
    protected async Task<Outcome<T>> SendProvenAsync<T>(
        Func<string, ICommand<T>> command,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(command);
        var answer = await Mediator.Send(new ReenterPassword.Attempt(CurrentPassword), cancellationToken);
        return answer.Proof is { } proof
            ? await Mediator.Send(command(proof), cancellationToken)
            : Outcome<T>.Refused([answer.Refusal!]);
    }
}
