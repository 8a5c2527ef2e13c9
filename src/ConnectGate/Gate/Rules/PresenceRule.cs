namespace ConnectGate.Gate.Rules;

/// <summary>
/// Refuses a letter without a note, without a reason, or without a detail or shared group that completes the reason.
/// </summary>
internal sealed class PresenceRule : ILetterRule
{
    public Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>([.. Refusals(attempt.Letter).Select(refusal => new Finding(refusal))]);

    /// <summary>The refusals for the missing parts of a letter. The command's validator asks here too.</summary>
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
