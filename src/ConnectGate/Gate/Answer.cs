namespace ConnectGate.Gate;

/// <summary>An answer to one of the recipient's questions, as it was typed.</summary>
/// <param name="QuestionId">The question's id, from the recipient's published policy.</param>
/// <param name="Text">The answer.</param>
public sealed record Answer(string QuestionId, string? Text)
{
    /// <summary>5 to 500 visible characters (the product's rule).</summary>
    public static readonly TextLimit Limit = new("answer", 5, 500);

    /// <summary>The field of a question's answer in refusals.</summary>
    public static string Field(string questionId) => $"answers[{questionId}]";
}
