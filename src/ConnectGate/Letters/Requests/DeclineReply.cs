namespace ConnectGate.Letters.Requests;

/// <summary>
/// The text of a decline and, optionally, another way to reach the recipient. The sender cannot answer it.
/// </summary>
/// <param name="Text">The text that the sender reads.</param>
/// <param name="Channel">Another way to reach the recipient, or null.</param>
public sealed record DeclineReply(string Text, string? Channel)
{
    /// <summary>1 to 500 visible characters (product rule).</summary>
    public static readonly TextLimit TextLimit = new("reply", 1, 500);

    /// <summary>At most 200 visible characters, the same as a better way to reach a member.</summary>
    public static readonly TextLimit ChannelLimit = new("reply-channel", 0, 200);
}
