using ConnectGate.Gate;

namespace ConnectGate.Letters.Allowances;

/// <summary>
/// Refuses a request beyond the limits for requests under way, a day or a week, and gives the time at which one may be
/// sent. Vouched requests have their own limit.
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
            attempt.SentAs > 0 ? null // it was counted at sending
            : attempt.Grounds.AreVouched ? vouchedFreesUpAt
            : allowance.FreesUpAt;
        return freesUpAt is null ? [] : [Finding.AboutRecipient(Code, FindingKind.Plain, freesUpAt)];
    }
}
