using ConnectGate.Letters.Asking;

namespace ConnectGate.Web.Pages.Writing;

/// <summary>The gate's view of a letter, as the panel beside it shows it.</summary>
/// <param name="Missing">The lines that stop the letter.</param>
/// <param name="Helps">The lines that only advise.</param>
/// <param name="Asked">Whether the gate has read the letter.</param>
/// <param name="Later">The reason why the gate did not read it: too many checks.</param>
/// <param name="MinimumNote">The least visible characters of the note, where the gate read it.</param>
public sealed record GateView(
    IReadOnlyList<GateView.Line> Missing,
    IReadOnlyList<GateView.Line> Helps,
    bool Asked = false,
    string? Later = null,
    int? MinimumNote = null
)
{
    // The help on the right is more exact than the refusal on the left, so it replaces the refusal.
    private static readonly Dictionary<string, string> Better = new(StringComparer.Ordinal)
    {
        ["answer-missing"] = "question-open",
        ["note-too-short"] = "characters-left",
    };

    /// <summary>The view before the first check.</summary>
    public static GateView NotAsked { get; } = new([], []);

    public bool Passes => Asked && Missing.Count == 0;

    /// <summary>A message and its field; the field is empty where the message is about none in the form.</summary>
    public sealed record Line(string Field, string Message);

    /// <summary>The gate's answer, each message once.</summary>
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
            [.. view.Help.Except(said).Concat(view.Advice).Select(help => new Line(help.Field, help.Message))],
            Asked: true,
            MinimumNote: view.MinimumNote
        );
    }
}

/// <summary>The answer to the script while a member types: the panel, and the count under each field.</summary>
public sealed record GateAnswer(GateView View, LetterForm Form);
