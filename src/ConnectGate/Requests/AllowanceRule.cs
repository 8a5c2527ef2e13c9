using ConnectGate.Gate;

namespace ConnectGate.Requests;

/// <summary>Refuses too many requests under way or within a day, and says when there is room again.</summary>
internal sealed class AllowanceRule(Allowances allowances) : IGateRule
{
    public const string Code = "allowance";

    public async Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var allowance = await allowances.OfAsync(attempt.Sender, attempt.Now, cancellationToken);
        return allowance.Left > 0 ? [] : [Finding.AboutRecipient(Code, FindingKind.Plain, allowance.FreesUpAt)];
    }
}
