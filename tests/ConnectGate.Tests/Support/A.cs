using System.Globalization;
using ConnectGate.Accounts;
using ConnectGate.Gate;
using ConnectGate.Members;

namespace ConnectGate.Tests.Support;

/// <summary>Things that are right in every way a test does not speak of; change the rest by <c>with</c>.</summary>
internal static class A
{
    private static int _members;

    /// <summary>The password of every member whose account has one.</summary>
    public const string Password = "paper lantern orchard";

    /// <summary>A member of long standing who lets anybody ask.</summary>
    public static NewMember Member()
    {
        var number = Interlocked.Increment(ref _members).ToString(CultureInfo.InvariantCulture);
        return new NewMember($"member-{number}", $"Member {number}");
    }

    /// <summary>A letter that the gate admits.</summary>
    public static Letter Letter() => new(
        "I heard your talk on tide tables last week and would like to compare notes.", Reason.YourWork, "Your talk on tide tables", null);
}

/// <summary>A member as a test wants them.</summary>
internal sealed record NewMember(string Handle, string DisplayName)
{
    /// <summary>How long ago they joined; by default long enough to have the full allowance.</summary>
    public TimeSpan JoinedAgo { get; init; } = TimeSpan.FromDays(400);

    public PolicyKind Policy { get; init; } = PolicyKind.Open;

    public string PolicyText { get; init; } = "";

    /// <summary>The questions they ask; each one's id is <c>q1</c>, <c>q2</c>, <c>q3</c>.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    public DigestFrequency Digest { get; init; } = DigestFrequency.Never;

    public Role Role { get; init; } = Role.Member;

    /// <summary>Whether they can sign in through the form; costs the hashing of <see cref="A.Password"/>.</summary>
    public bool CanSignIn { get; init; }
}
