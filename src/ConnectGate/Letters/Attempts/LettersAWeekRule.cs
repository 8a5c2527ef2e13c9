using ConnectGate.Gate;
using ConnectGate.Letters.Allowances;

namespace ConnectGate.Letters.Attempts;

/// <summary>
/// Refuses a stranger's letter if the recipient got as many this week as their policy allows, whatever happened to
/// those. The refusal gives the start of the next week. It reveals neither the number of letters nor the limit.
/// </summary>
internal sealed class LettersAWeekRule(FactsReader facts) : IGateRule
{
    public const string Code = "letters-full-this-week";

    public async Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var had = (await facts.OfAsync(attempt, cancellationToken)).Between.StrangersThisWeek;
        return had >= attempt.Recipient.Policy.LettersAWeek && attempt.IsFromStranger()
            ? [Finding.AboutRecipient(Code, FindingKind.Policy, StrangersLetters.WeekOf(attempt.Now).Ends)]
            : [];
    }
}
