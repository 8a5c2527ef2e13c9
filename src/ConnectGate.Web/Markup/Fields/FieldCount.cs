namespace ConnectGate.Web.Markup.Fields;

/// <summary>
/// What the line under a field says of the length of its text: silent until a limit is near. The count is the server's,
/// since browsers count some scripts differently.
/// </summary>
public static class FieldCount
{
    // How near the maximum it begins to speak.
    private const double Near = 0.9;

    /// <summary>The words; empty where there is nothing to say.</summary>
    /// <param name="texts">The shared texts.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="limit">The text's limit.</param>
    /// <param name="minimum">A minimum above the limit's own.</param>
    public static string Of(IStringLocalizer<SharedTexts> texts, string? typed, TextLimit limit, int? minimum = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(limit);
        var (least, count) = (Math.Max(minimum ?? 0, limit.Minimum), VisibleText.Count(typed));
        if (count == 0)
        {
            return "";
        }

        if (VisibleText.CountTowardsMinimum(typed) is var weight && weight < least)
        {
            return texts["count-missing", least - weight];
        }

        return count > limit.Maximum ? texts["count-over", count - limit.Maximum]
            : count > limit.Maximum * Near ? texts["count-left", limit.Maximum - count]
            : "";
    }
}
