using ConnectGate.Shared;

namespace ConnectGate.Members;

/// <summary>What a member publishes about whom they connect with. Shown before anyone writes; stricter than the gate, never weaker.</summary>
/// <param name="Kind">What the gate enforces.</param>
/// <param name="Text">The member's own words; shown, not enforced.</param>
/// <param name="Questions">What each asker answers, in order.</param>
internal sealed record ConnectionPolicy(PolicyKind Kind, string Text, IReadOnlyList<PolicyQuestion> Questions)
{
    public static readonly TextLimit TextLimit = new("policy-text", 0, 500);

    /// <summary>The most questions a recipient can ask.</summary>
    public const int MostQuestions = 3;

    /// <summary>The policy of a member who has not said otherwise: anyone may ask, with a note.</summary>
    public static ConnectionPolicy OpenToAll() => new(PolicyKind.Open, "", []);

    /// <summary>The question that asks this in the same words, if there is one.</summary>
    public PolicyQuestion? QuestionOf(string text) => Questions.FirstOrDefault(question => question.Text == text);
}

/// <summary>A question that each asker answers. A changed question is a new one, with a new id.</summary>
/// <param name="PublicId">What forms and the API call it.</param>
/// <param name="Text">The question as the asker reads it.</param>
internal sealed record PolicyQuestion(string PublicId, string Text)
{
    public static readonly TextLimit Limit = new("question", 5, 200);
}

/// <summary>Whom a member lets ask.</summary>
public enum PolicyKind
{
    /// <summary>Anyone, with a note and a reason.</summary>
    Open,

    /// <summary>Nobody for now.</summary>
    Closed,
}
