using ConnectGate.Gate;
using ConnectGate.Letters.Allowances;

namespace ConnectGate.Letters.Attempts;

/// <summary>
/// Refuses a stranger's letter if the recipient got as many this week as their policy allows, whatever happened to
/// those. The refusal gives the start of the next week. It reveals neither the number of letters nor the limit.
/// </summary>
internal sealed class LettersAWeekRule(ConnectGateContext context) : IGateRule
{
    public const string Code = "letters-full-this-week";

    public async Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var (begins, ends) = StrangersLetters.WeekOf(attempt.Now);
        var recipient = attempt.Recipient.Id;
        var had = await context
            .Requests.FromStrangers()
            .CountAsync(
                request => request.RecipientId == recipient && request.SentAt >= begins && request.SentAt < ends,
                cancellationToken
            );
        return had >= attempt.Recipient.Policy.LettersAWeek && attempt.IsFromStranger()
            ? [Finding.AboutRecipient(Code, FindingKind.Policy, ends)]
            : [];
    }
}
