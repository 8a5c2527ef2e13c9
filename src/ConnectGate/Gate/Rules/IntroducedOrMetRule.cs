namespace ConnectGate.Gate.Rules;

/// <summary>
/// Refuses a stranger's letter to who reads only letters that were passed on, and of those they have met. Having met
/// may be claimed, with when and where as the reason's detail: it counts, and its reader is told that it is a claim.
/// </summary>
internal sealed class IntroducedOrMetRule : ILetterRule
{
    public const string Code = "needs-introduction";

    public Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var (terms, grounds) = (attempt.Terms, attempt.Grounds);
        var may =
            !terms.OnlyIntroducedOrMet
            || grounds.AreSaid
            || (grounds.Talked && terms.TalkedCountsAsMet)
            || attempt.Letter.Reason == Reason.MetInPerson;
        return Task.FromResult<IReadOnlyList<Finding>>(
            may ? [] : [new Finding(new Refusal(Code, "reason", Words.Of(Code)), FindingKind.Policy)]
        );
    }
}
