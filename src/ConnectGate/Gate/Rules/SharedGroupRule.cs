namespace ConnectGate.Gate.Rules;

/// <summary>
/// Refuses a picked group that the two do not share as far as the sender may know, and a group that does not match the
/// chosen reason. A foreign group, a missing group and a group whose roster does not list the recipient get the same
/// refusal, because the gate looks only among the groups that both share.
/// </summary>
internal sealed class SharedGroupRule : ILetterRule
{
    public const string Code = "group-not-shared",
        OtherReason = "group-other-reason",
        Field = "group";

    public Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var (letter, picked) = (attempt.Letter, attempt.Group);
        var code =
            string.IsNullOrWhiteSpace(letter.Group) ? null
            : picked is null ? Code
            : letter.Reason is { } reason && reason != picked.Completes ? OtherReason
            : null;
        return Task.FromResult<IReadOnlyList<Finding>>(
            code is null ? [] : [new Finding(new Refusal(code, Field, Words.Of(code)))]
        );
    }
}
