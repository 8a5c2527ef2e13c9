using System.Collections.Concurrent;
using ConnectGate.Gate.Copies;

namespace ConnectGate.Gate.Rules;

/// <summary>Refuses a note that copies an example shown to its writer, even with other names in it.</summary>
internal sealed class CopiedExampleRule(Words words, Actor actor) : ILetterRule
{
    public const string Code = "copied-example";

    // By language, because each reader sees the examples in their own.
    private static readonly ConcurrentDictionary<string, IReadOnlyList<NotePrint>> Examples = new(
        StringComparer.Ordinal
    );

    public Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var examples = Examples.GetOrAdd(actor.Language.Name, _ =>
            [.. GoodExample.All(words, actor.Language).Select(example => NotePrint.Of(example.Note))]
        );
        var print = attempt.Print();
        return Task.FromResult<IReadOnlyList<Finding>>(
            examples.Any(example => NotePrint.Likeness(print, example) >= NotePrint.Copy)
                ? [new Finding(NotePrint.Refusal(Code, attempt.Letter.Note))]
                : []
        );
    }
}
