namespace ConnectGate.Tests.Support;

/// <summary>A member of the test's community: what a test needs to act as them and to name them.</summary>
public sealed record Person(long Id, string Handle, string DisplayName, string Email)
{
    /// <summary>Whether they act with a moderator's session that showed its second factor.</summary>
    public bool MayModerate { get; init; }

    /// <summary>Whether they act with an administrator's session that showed its second factor.</summary>
    public bool MayAdminister { get; init; }
}
