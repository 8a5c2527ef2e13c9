using ConnectGate.Gate;

namespace ConnectGate.Letters.Allowances;

/// <summary>
/// Refuses too many requests under way or within a day, and says when there is room again. What others vouch for has a
/// limit of its own.
/// </summary>
internal sealed class AllowanceRule(AllowanceReader allowances) : IGateRule
{
    public const string Code = "allowance";

    public async Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var allowance = await allowances.OfAsync(attempt.Sender, attempt.Now, cancellationToken);
        var vouchedFreesUpAt = await allowances.VouchedFreesUpAtAsync(
            attempt.Sender.Id,
            attempt.Now,
            cancellationToken
        );
        var freesUpAt =
            attempt.SentAs > 0 ? null // counted when it was sent
            : attempt.Grounds.AreVouched ? vouchedFreesUpAt
            : allowance.FreesUpAt;
        return freesUpAt is null ? [] : [Finding.AboutRecipient(Code, FindingKind.Plain, freesUpAt)];
    }
}
