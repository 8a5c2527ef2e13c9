namespace ConnectGate.Gate;

/// <summary>One objection of a rule to an attempt.</summary>
/// <param name="Refusal">The refusal as the sender may read it.</param>
/// <param name="Kind">The private fact that the refusal would reveal.</param>
internal sealed record Finding(Refusal Refusal, FindingKind Kind = FindingKind.Plain)
{
    public bool IsAdvice => Kind == FindingKind.Advice;

    /// <summary>
    /// The common code of a closed policy, a block and a permanent decline, so that a sender cannot tell them apart.
    /// </summary>
    public const string Unavailable = "unavailable";

    /// <summary>The field of findings that no change to the letter can mend.</summary>
    public const string Recipient = "recipient";

    /// <summary>A finding about the recipient, not about a field of the form.</summary>
    public static Finding AboutRecipient(string code, FindingKind kind = FindingKind.Plain, params object?[] values) =>
        new(new Refusal(code, Recipient, Words.Format(code, values)), kind);
}

/// <summary>The private fact that a finding would reveal to the sender.</summary>
internal enum FindingKind
{
    /// <summary>Nothing.</summary>
    Plain,

    /// <summary>Nothing. The finding is only likely, and the writer decides.</summary>
    Advice,

    /// <summary>The policy's demand, and so that the policy is not closed.</summary>
    Policy,

    /// <summary>The sender's own current or recent request, with its date. The sender already knows it.</summary>
    OwnRequest,

    /// <summary>A private decision of the recipient: a block or a permanent decline.</summary>
    Secret,
}
