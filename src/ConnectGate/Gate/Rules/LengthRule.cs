using Microsoft.Extensions.Options;

namespace ConnectGate.Gate.Rules;

/// <summary>
/// Refuses a note, detail or answer that is too short or too long; the community may ask for a longer note, and the
/// recipient for a still longer one.
/// </summary>
internal sealed class LengthRule(IOptions<GateOptions> options) : ILetterRule
{
    public Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>([
            .. OfTheRecipient(attempt), // first, since of two that say "too short" the first is told
            .. Refusals(attempt.Letter, options.Value.MinimumNote).Select(refusal => new Finding(refusal)),
        ]);

    /// <summary>What is too short or too long in a letter; the validator of the command asks here too.</summary>
    /// <param name="letter">What was typed.</param>
    /// <param name="minimumNote">The least visible characters of a note here.</param>
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
