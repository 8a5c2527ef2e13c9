namespace ConnectGate.People.Members;

/// <summary>
/// What a member is called in addresses. Chosen at registration, kept for good and never used again, so that a link
/// always means the same person.
/// </summary>
public readonly record struct Handle
{
    /// <summary>The fewest and the most characters.</summary>
    public const int Minimum = 3,
        Maximum = 30;

    private Handle(string value) => Value = value;

    /// <summary>Three to thirty of a–z, 0–9 and hyphen.</summary>
    public string Value { get; }

    /// <summary>Takes a handle as typed: case and outer blanks don't matter.</summary>
    /// <returns>The handle, or null where the text is none.</returns>
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
