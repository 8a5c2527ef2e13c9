namespace ConnectGate.Gate.Rules;

/// <summary>
/// Refuses a picked group that the two don't share, as far as the ask page shows it to the sender, and one that
/// completes another reason than the one chosen. What was picked is looked for among what both share and nowhere else:
/// a foreign group, one that nobody has and one whose roster does not name the recipient are the same.
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
