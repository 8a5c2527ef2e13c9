namespace ConnectGate.Foundation.Text;

/// <summary>
/// Reads texts that reach strangers although they are no letters: a name, a headline, a reply. The gate implements it
/// for the features below the gate.
/// </summary>
internal interface IReadsLines
{
    /// <summary>A refusal <c>abuse</c>; null where nothing is wrong with the text.</summary>
    Refusal? Read(string? text, string field);
}

internal static class LineRules
{
    /// <summary>
    /// Refuses a text that <see cref="TextLimitRules.Within"/> refuses. Within the limit, also refuses a text that
    /// <see cref="IReadsLines.Read"/> refuses.
    /// </summary>
    public static IRuleBuilderOptionsConditions<T, string?> ForStrangers<T>(
        this IRuleBuilder<T, string?> rule,
        TextLimit limit,
        IReadsLines lines
    ) =>
        rule.Custom(
            (text, context) =>
            {
                var field = FieldName.Of(context.PropertyPath);
                if ((limit.Check(text, field) ?? lines.Read(text, field)) is { } refusal)
                {
                    context.Refuse(refusal);
                }
            }
        );
}
