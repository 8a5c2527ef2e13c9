using ConnectGate.People.Policy;

namespace ConnectGate.Gate.Rules;

/// <summary>Refuses every letter to who takes none. What else a policy can ask for is a rule of its own each.</summary>
internal sealed class PolicyRule : IGateRule
{
    public Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>(
            attempt.Recipient.Policy.Kind == PolicyKind.Closed ? [Finding.AboutRecipient(Finding.Unavailable)] : []
        );
}
