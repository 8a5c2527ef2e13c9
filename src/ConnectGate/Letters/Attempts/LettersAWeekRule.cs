using ConnectGate.Gate;
using ConnectGate.Letters.Allowances;

namespace ConnectGate.Letters.Attempts;

/// <summary>
/// Refuses a stranger's letter where the recipient has had as many this week as they want, whatever became of those.
/// Says when the next week begins, and neither how many there were nor how many they take.
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
