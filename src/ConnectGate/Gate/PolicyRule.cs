using ConnectGate.Members;

namespace ConnectGate.Gate;

/// <summary>Refuses what the recipient's published policy does not let in.</summary>
internal sealed class PolicyRule : IGateRule
{
    public Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>(attempt.Recipient.Policy.Kind == PolicyKind.Closed
            ? [Finding.AboutRecipient(Finding.Unavailable)]
            : []);
}
