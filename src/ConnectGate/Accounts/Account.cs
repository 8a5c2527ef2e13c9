using Microsoft.AspNetCore.Identity;

namespace ConnectGate.Accounts;

/// <summary>What a member signs in with: ASP.NET Core Identity's user, with the same key as the <c>Member</c> it belongs to.</summary>
public sealed class Account : IdentityUser<long>
{
    internal Account()
    {
    }

    /// <summary>What this account may do beyond a member's own affairs.</summary>
    public Role Role { get; internal set; } = Role.Member;
}

/// <summary>What an account may do; each includes the ones before it.</summary>
public enum Role
{
    /// <summary>A member's own affairs.</summary>
    Member,

    /// <summary>Also reports and measures, with a second factor.</summary>
    Moderator,

    /// <summary>Also the community itself, with a second factor.</summary>
    Administrator,
}
