using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Accounts;

/// <summary>
/// What a member signs in with: ASP.NET Core Identity's user, with the same key as the <c>Member</c> it belongs to.
/// </summary>
public sealed class Account : IdentityUser<long>
{
    /// <summary>Of <see cref="Application"/>.</summary>
    public static readonly TextLimit ApplicationLimit = new("application", 0, 500);

    internal Account() { }

    /// <summary>What this account may do beyond a member's own affairs.</summary>
    public Role Role { get; internal set; } = Role.Member;

    /// <summary>Since when they wait for an administrator to let them in; null for who need not.</summary>
    public DateTime? WaitsSince { get; private set; }

    /// <summary>Why they want to join, in their words, for as long as they wait; may be empty.</summary>
    public string? Application { get; private set; }

    /// <summary>
    /// Whether they belong to the community: the address is theirs, and they wait for nobody. Who does not is found
    /// nowhere.
    /// </summary>
    public bool IsIn => EmailConfirmed && WaitsSince is null;

    internal void Wait(string? application, DateTime now) =>
        (WaitsSince, Application) = (now, VisibleText.Clean(application));

    /// <summary>Lets them in. Of two decisions at once one finds that the account has changed.</summary>
    internal void LetIn() => (WaitsSince, Application, ConcurrencyStamp) = (null, null, Guid.NewGuid().ToString());
}

/// <summary>What several use cases ask about accounts.</summary>
internal static class FoundAccounts
{
    /// <summary>Those for whom <see cref="Account.IsIn"/> holds.</summary>
    public static IQueryable<Account> WhoAreIn(this IQueryable<Account> accounts) =>
        accounts.Where(account => account.EmailConfirmed && account.WaitsSince == null);

    /// <summary>Those about whom an administrator is to decide: the address is theirs, and they wait.</summary>
    public static IQueryable<Account> WhoWait(this IQueryable<Account> accounts) =>
        accounts.Where(account => account.EmailConfirmed && account.WaitsSince != null);
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
