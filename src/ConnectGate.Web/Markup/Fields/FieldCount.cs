namespace ConnectGate.Web.Markup.Fields;

/// <summary>
/// The line under a field about the length of its text. It is empty until a limit is near. The server counts, since
/// browsers count some scripts differently.
/// </summary>
public static class FieldCount
{
    // The part of the maximum at which the line appears.
    private const double Near = 0.9;

    /// <summary>The text of the line; empty where no limit is near.</summary>
    /// <param name="minimum">A minimum above that of the limit.</param>
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
