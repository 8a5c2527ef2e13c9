using Microsoft.Extensions.Options;

namespace ConnectGate.Gate.Rules;

/// <summary>
/// Refuses a note, detail or answer that is too short or too long. The community may ask for a longer note, and the
/// recipient for a still longer one.
/// </summary>
internal sealed class LengthRule(IOptions<GateOptions> options) : ILetterRule
{
    public Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var (shape, minimumNote) = (LetterShape.Of(attempt.Letter), options.Value.MinimumNote);
        return Task.FromResult<IReadOnlyList<Finding>>([
            .. OfTheRecipient(), // first: of two "too short" refusals only the first is shown
            .. shape.WrongLengths(minimumNote).Select(refusal => new Finding(refusal)),
        ]);

        IEnumerable<Finding> OfTheRecipient() =>
            attempt.Terms.MinimumNote is { } minimum
            && minimum > minimumNote
            && shape.NoteLength(minimum) is { } refusal
                ? [new Finding(refusal, FindingKind.Policy)]
                : [];
    }
}
