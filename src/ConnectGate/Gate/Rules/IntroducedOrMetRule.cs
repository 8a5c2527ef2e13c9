namespace ConnectGate.Gate.Rules;

/// <summary>
/// Refuses a stranger's letter where the recipient accepts only introduced and met senders. A sender may claim a
/// meeting by the reason, with the time and place as its detail. The claim counts, and the recipient sees that it is a
/// claim.
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
