using Microsoft.Extensions.Options;

namespace ConnectGate.Gate.Rules;

/// <summary>
/// Refuses a note, detail or answer that is too short or too long. The community may ask for a longer note, and the
/// recipient for a still longer one.
/// </summary>
internal sealed class LengthRule(IOptions<GateOptions> options) : ILetterRule
{
    public Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>([
            .. OfTheRecipient(attempt), // first: of two "too short" refusals only the first is shown
            .. Refusals(attempt.Letter, options.Value.MinimumNote).Select(refusal => new Finding(refusal)),
        ]);

    /// <summary>The refusals for the lengths in a letter. The command's validator asks here too.</summary>
    /// <param name="minimumNote">The least visible characters of a note in this community.</param>
    public static IEnumerable<Refusal> Refusals(Letter letter, int minimumNote)
    {
        IEnumerable<Refusal?> found =
        [
            PersonalNote.Limit.Length(letter.Note, "note", minimumNote),
            StatedReason.DetailLimit.Length(letter.ReasonDetail, "reasonDetail"),
            .. (letter.Answers ?? []).Select(answer =>
                Answer.Limit.Length(answer.Text, Answer.Field(answer.QuestionId))
            ),
        ];
        return found.OfType<Refusal>();
    }

    private IEnumerable<Finding> OfTheRecipient(Attempt attempt) =>
        attempt.Terms.MinimumNote > options.Value.MinimumNote
        && PersonalNote.Limit.Length(attempt.Letter.Note, "note", attempt.Terms.MinimumNote) is { } refusal
            ? [new Finding(refusal, FindingKind.Policy)]
            : [];
}
