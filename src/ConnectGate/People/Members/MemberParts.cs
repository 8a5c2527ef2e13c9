namespace ConnectGate.People.Members;

/// <summary>Another name of a member, or their handle elsewhere.</summary>
internal sealed record OtherName(string Text)
{
    public static readonly TextLimit Limit = new("other-name", 0, 80) { IsName = true };
}

/// <summary>A better way to reach a member, and who sees it.</summary>
internal sealed record BetterWay(string Text, Audience Audience)
{
    public static readonly TextLimit Limit = new("better-way", 0, 200);
}

/// <summary>Who sees a better way to reach somebody.</summary>
public enum Audience
{
    /// <summary>Every member, on the profile.</summary>
    All,

    /// <summary>Who is about to ask, on the ask page.</summary>
    AskPage,

    /// <summary>Only whom they send it to with a decline.</summary>
    MyDecline,
}

/// <summary>
/// Who comes across a member in search and in others' lists. Whoever has the link of their profile can open it,
/// whatever this says.
/// </summary>
public enum FoundBy
{
    /// <summary>Every member.</summary>
    AllMembers,

    /// <summary>Who shares a group, a gathering or a connection with them.</summary>
    Sharing,

    /// <summary>Nobody but their connections; others need the link.</summary>
    MyLink,
}

/// <summary>When to mail what is new.</summary>
/// <param name="Frequency">How often.</param>
/// <param name="Hour">The hour of the day in the member's time zone, 0 to 23; a weekly digest comes on Mondays.</param>
/// <param name="CoveredUntil">What is older than this was in an earlier digest, or before there was one.</param>
internal sealed record DigestSettings(DigestFrequency Frequency, int Hour, DateTime CoveredUntil)
{
    public const int DefaultHour = 8;
}

/// <summary>How often the digest comes.</summary>
public enum DigestFrequency
{
    /// <summary>Each day that has something new.</summary>
    Daily,

    /// <summary>On Mondays, if the week had something new.</summary>
    Weekly,

    /// <summary>Not at all.</summary>
    Never,
}
