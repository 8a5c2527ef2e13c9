namespace ConnectGate.People.Members;

/// <summary>Another name of a member, or their handle elsewhere.</summary>
internal sealed record OtherName(string Text)
{
    public static readonly TextLimit Limit = new("other-name", 0, 80) { IsName = true };
}

internal sealed record BetterWay(string Text, Audience Audience)
{
    public static readonly TextLimit Limit = new("better-way", 0, 200);
}

/// <summary>The readers of a better way to reach a member.</summary>
public enum Audience
{
    /// <summary>Every member, on the profile.</summary>
    All,

    /// <summary>Members who are about to ask, on the ask page.</summary>
    AskPage,

    /// <summary>Only members to whom the owner sends it with a decline.</summary>
    MyDecline,
}

/// <summary>
/// The members who find a member in search and in others' lists. Anybody with the link of the profile can open it,
/// whatever the value.
/// </summary>
public enum FoundBy
{
    AllMembers,

    /// <summary>Members who share a group, a gathering or a connection with them.</summary>
    Sharing,

    /// <summary>Only their connections; others need the link.</summary>
    MyLink,
}

/// <summary>What a new member does first, in this order.</summary>
public enum FirstStep
{
    /// <summary>A headline, or something about oneself.</summary>
    SayWhoYouAre,

    JoinAGroup,

    /// <summary>A first letter, or a first connection.</summary>
    FindSomebody,
}
