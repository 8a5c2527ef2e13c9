using ConnectGate.Gate;

namespace ConnectGate.Letters.Attempts;

/// <summary>
/// Refuses a request beyond the limits for requests under way, a day or a week, and gives the time at which one may be
/// sent. Vouched requests have their own limit.
/// </summary>
internal sealed class AllowanceRule(FactsReader facts) : IGateRule
{
    public const string Code = "allowance";

    public async Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var allowances = (await facts.OfAsync(attempt, cancellationToken)).Allowances;
        var freesUpAt =
            attempt.SentAs > 0 ? null // it was counted at sending
            : attempt.Grounds.AreVouched ? allowances.VouchedFreesUpAt
            : allowances.Usual.FreesUpAt;
        return freesUpAt is null ? [] : [Finding.AboutRecipient(Code, FindingKind.Plain, freesUpAt)];
    }
}
