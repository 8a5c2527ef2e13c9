namespace ConnectGate.Letters.Requests;

/// <summary>
/// The words of a decline and, if the recipient likes, a better way to reach them. Cannot be answered.
/// </summary>
/// <param name="Text">What the sender reads.</param>
/// <param name="Channel">A pointer to another channel, or null.</param>
public sealed record DeclineReply(string Text, string? Channel)
{
    /// <summary>1 to 500 visible characters (the product's rule).</summary>
    public static readonly TextLimit TextLimit = new("reply", 1, 500);

    /// <summary>As long as a better way to reach somebody.</summary>
    public static readonly TextLimit ChannelLimit = new("reply-channel", 0, 200);
}
