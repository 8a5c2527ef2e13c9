using ConnectGate.Letters.Asking;

namespace ConnectGate.Web.Pages.Writing;

/// <summary>What the panel beside a letter says the gate thinks of it.</summary>
/// <param name="Missing">What must be mended before it can be sent.</param>
/// <param name="Helps">What would help it, and keeps nothing from being sent.</param>
/// <param name="Asked">Whether the gate looked at it.</param>
/// <param name="Later">Why it did not, where it was asked too often.</param>
/// <param name="MinimumNote">The least visible characters of the note, where it did.</param>
public sealed record GateView(
    IReadOnlyList<GateView.Line> Missing,
    IReadOnlyList<GateView.Line> Helps,
    bool Asked = false,
    string? Later = null,
    int? MinimumNote = null
)
{
    // Each says better what the refusal beside it says: which question, how many characters.
    private static readonly Dictionary<string, string> Better = new(StringComparer.Ordinal)
    {
        ["answer-missing"] = "question-open",
        ["note-too-short"] = "characters-left",
    };

    /// <summary>Before anybody asked it.</summary>
    public static GateView NotAsked { get; } = new([], []);

    /// <summary>Whether the letter could be sent as it is.</summary>
    public bool Passes => Asked && Missing.Count == 0;

    /// <summary>One thing to say, and the field it is about; empty where it is about none of the form's.</summary>
    public sealed record Line(string Field, string Message);

    /// <summary>What the gate said, each thing once.</summary>
    public static GateView Of(CheckRequest.View view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.MinimumNote is null)
        {
            return NotAsked with { Later = view.Refusals[0].Message };
        }

        var said = view
            .Help.Where(help =>
                view.Refusals.Any(refusal =>
                    refusal.Field == help.Field && Better.GetValueOrDefault(refusal.Code) == help.Code
                )
            )
            .ToList();
        return new GateView(
            [
                .. from refusal in view.Refusals
                let better = said.Find(help =>
                    help.Field == refusal.Field && Better.GetValueOrDefault(refusal.Code) == help.Code
                )
                select new Line(refusal.Field is "recipient" ? "" : refusal.Field, (better ?? refusal).Message),
            ],
            [.. view.Help.Except(said).Concat(view.Prompts).Select(help => new Line(help.Field, help.Message))],
            Asked: true,
            MinimumNote: view.MinimumNote
        );
    }
}

/// <summary>What a script is answered while somebody types: the panel, and the count under each field.</summary>
/// <param name="View">The panel.</param>
/// <param name="Form">What was typed.</param>
public sealed record GateAnswer(GateView View, LetterForm Form);
