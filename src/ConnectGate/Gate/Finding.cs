namespace ConnectGate.Gate;

/// <summary>What a rule has against an attempt.</summary>
/// <param name="Refusal">What the sender may be told.</param>
/// <param name="Kind">What telling it would give away.</param>
internal sealed record Finding(Refusal Refusal, FindingKind Kind = FindingKind.Plain)
{
    /// <summary>The code that a closed policy, a block and a decline for good have in common.</summary>
    public const string Unavailable = "unavailable";

    /// <summary>The field of findings that no words of the sender's can mend.</summary>
    public const string Recipient = "recipient";

    /// <summary>A finding without a field of its own in the form: it is about the recipient.</summary>
    public static Finding AboutRecipient(string code, FindingKind kind = FindingKind.Plain, params object?[] values) =>
        new(new Refusal(code, Recipient, Words.Format(code, values)), kind);
}

/// <summary>What telling a finding would give away.</summary>
internal enum FindingKind
{
    /// <summary>Nothing.</summary>
    Plain,

    /// <summary>What the recipient's policy asks for: nothing, but that it is not closed.</summary>
    Policy,

    /// <summary>
    /// That there is a request of the sender's own, running or recent, with its date: nothing they don't know.
    /// </summary>
    OwnRequest,

    /// <summary>What the recipient decided in private: a block, a decline for good.</summary>
    Secret,
}
