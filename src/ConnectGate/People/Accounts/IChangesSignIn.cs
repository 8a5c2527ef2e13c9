using ConnectGate.Foundation.Pipeline.Writing;
using ConnectGate.People.Accounts.Passwords;

namespace ConnectGate.People.Accounts;

/// <summary>
/// A signed-in member's command that changes how they or others sign in, or what they may do. <c>ProofBehavior</c>
/// refuses it without the proof from <see cref="ReenterPassword"/>, so that no handler can forget the check.
/// </summary>
public interface IChangesSignIn : IRunsEachTime
{
    /// <summary>From <see cref="ReenterPassword"/>.</summary>
    string? Proof { get; }
}

/// <summary>
/// The wall before every <see cref="IChangesSignIn"/>. It runs in the command's transaction, where the account cannot
/// change any more. The server's console has nobody signed in, and needs no proof.
/// </summary>
internal sealed class ProofBehavior<TCommand, TOutcome>(OwnAccount own, Actor actor)
    : IPipelineBehavior<TCommand, TOutcome>
    where TCommand : IRequest<TOutcome>, IChangesSignIn
    where TOutcome : IOutcome<TOutcome>
{
    public async Task<TOutcome> Handle(
        TCommand request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TOutcome> next
    ) =>
        !actor.IsSignedIn || await own.IsProvenAsync(request.Proof, cancellationToken)
            ? await next()
            : TOutcome.Refused([OwnAccount.AskAgain]);
}
