namespace ConnectGate.Gate.Rules;

/// <summary>
/// Refuses a letter without a note, without a reason, or without what completes it: a detail, or a group that both
/// share.
/// </summary>
internal sealed class PresenceRule : ILetterRule
{
    public Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>([.. Refusals(attempt.Letter).Select(refusal => new Finding(refusal))]);

    /// <summary>What is missing of a letter; the validator of the command asks here too.</summary>
    public static IEnumerable<Refusal> Refusals(Letter letter)
    {
        if (PersonalNote.Limit.Presence(letter.Note, "note") is { } note)
        {
            yield return note;
        }

        if (letter.Reason is not { } reason || !Enum.IsDefined(reason))
        {
            yield return new Refusal("reason-missing", "reason", Words.Of("reason-missing"));
        }

        if (!letter.PicksGroup && StatedReason.DetailLimit.Presence(letter.ReasonDetail, "reasonDetail") is { } detail)
        {
            yield return detail;
        }
    }
}
