namespace ConnectGate.Gate;

/// <summary>An answer as the sender typed it.</summary>
/// <param name="QuestionId">The question's id, from the recipient's published policy.</param>
public sealed record Answer(string QuestionId, string? Text)
{
    /// <summary>5 to 500 visible characters (the product's rule).</summary>
    public static readonly TextLimit Limit = new("answer", 5, 500);

    /// <summary>The field name in refusals.</summary>
    public static string Field(string questionId) => $"answers[{questionId}]";
}
