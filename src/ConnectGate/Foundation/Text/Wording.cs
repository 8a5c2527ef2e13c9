namespace ConnectGate.Foundation.Text;

/// <summary>
/// A text that has no language yet: its name in <c>Words.resx</c> and the values for its placeholders.
/// <see cref="Words"/> puts it into a person's language.
/// </summary>
public sealed record Wording
{
    internal Wording(string name, params object?[] values) => (Name, Values) = (name, values);

    internal string Name { get; }

    /// <summary>A value may be one wording or several; commas separate several.</summary>
    internal IReadOnlyList<object?> Values { get; }

    /// <inheritdoc/>
    public bool Equals(Wording? other) => other is not null && Name == other.Name && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);
}
