namespace ConnectGate.Gate.Rules;

/// <summary>
/// Refuses a letter without a note, without a reason, or without a detail or shared group that completes the reason.
/// </summary>
internal sealed class PresenceRule : ILetterRule
{
    public Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>([
            .. LetterShape.Of(attempt.Letter).Missing().Select(refusal => new Finding(refusal)),
        ]);
}
