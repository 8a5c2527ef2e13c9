namespace ConnectGate.Foundation.Text;

/// <summary>
/// Reads what reaches strangers though it is no letter: a name, a headline, a reply. The gate does; features to its
/// left ask it by this.
/// </summary>
internal interface IReadsLines
{
    /// <summary>
    /// What is wrong with the text: <c>abuse</c> or <c>sales-pitch</c>; null where there is nothing against it.
    /// </summary>
    Refusal? Read(string? text, string field);
}

/// <summary>Lets a validator ask for such a text.</summary>
internal static class LineRules
{
    /// <summary>
    /// Refuses what <see cref="TextLimitRules.Within"/> refuses, and in a text within the limit what nobody should be
    /// met with.
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
