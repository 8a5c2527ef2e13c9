namespace ConnectGate.Gate.Rules;

/// <summary>Refuses while the recipient is away, and names the day from which they take letters again.</summary>
internal sealed class AwayRule : IGateRule
{
    public const string Code = "away";

    public Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>(
            attempt.Recipient.Policy.AwayAt(attempt.Now) is { } until
                ? [Finding.AboutRecipient(Code, FindingKind.Policy, until)]
                : []
        );
}
