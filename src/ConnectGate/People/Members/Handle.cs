namespace ConnectGate.People.Members;

/// <summary>
/// A member's name in addresses. It is chosen at registration, never changes and is never used again, so that a link
/// always means the same person.
/// </summary>
public readonly record struct Handle
{
    /// <summary>In characters.</summary>
    public const int Minimum = 3,
        Maximum = 30;

    private Handle(string value) => Value = value;

    /// <summary>Only a–z, 0–9 and hyphen.</summary>
    public string Value { get; }

    /// <summary>Ignores case and outer blanks.</summary>
    /// <returns>Null where the text is no handle.</returns>
    public static Handle? Of(string? text)
    {
        var candidate = text?.Trim().ToLowerInvariant() ?? "";
        return candidate.Length is >= Minimum and <= Maximum && candidate.All(IsAllowed) ? new Handle(candidate) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    internal static Refusal Taken => new("handle-taken", "handle", Words.Of("handle-taken"));

    internal static Refusal? Check(string? text) =>
        Of(text) is null
            ? new Refusal("handle-malformed", "handle", Words.Format("handle-malformed", Minimum, Maximum))
            : null;

    private static bool IsAllowed(char c) => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-';
}
