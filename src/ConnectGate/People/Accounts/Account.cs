using ConnectGate.People.Accounts.Former;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Accounts;

/// <summary>A member's sign-in: ASP.NET Core Identity's user, with the same key as its <c>Member</c>.</summary>
public sealed class Account : IdentityUser<long>
{
    public static readonly TextLimit ApplicationLimit = new("application", 0, 500);

    /// <summary>A deletion can be taken back for this time.</summary>
    public static readonly TimeSpan MayStayFor = TimeSpan.FromDays(14);

    internal Account() { }

    /// <summary>The account's rights beyond a member's own affairs.</summary>
    public Role Role { get; internal set; } = Role.Member;

    /// <summary>
    /// The time since which the applicant waits for an administrator's approval; null for everybody else.
    /// </summary>
    public DateTime? WaitsSince { get; private set; }

    /// <summary>The reason for joining, in the applicant's words, kept only while they wait; may be empty.</summary>
    public string? Application { get; private set; }

    /// <summary>
    /// The time since which the membership has lapsed; null while it runs. Nothing is deleted meanwhile.
    /// </summary>
    public DateTime? LapsedAt { get; private set; }

    /// <summary>
    /// The time from which everything of the member is deleted; null unless the member or an administrator asked for
    /// it. Nothing is deleted before, and the membership has lapsed meanwhile.
    /// </summary>
    public DateTime? LeavesAt { get; private set; }

    /// <summary>Whether an administrator asked for the deletion. Only an administrator can take that back.</summary>
    public bool WasRemoved { get; private set; }

    /// <summary>
    /// A keyed hash of the address of a deleted account (<see cref="FormerNames"/>); null for everybody else. If
    /// somebody registers with that address again, blocks, measures and waiting times apply to them.
    /// </summary>
    public string? FormerAddress { get; private set; }

    /// <summary>
    /// A keyed hash of the handle of a deleted account, which nobody else may use; null for everybody else.
    /// </summary>
    public string? FormerHandle { get; private set; }

    /// <summary>
    /// The account of the administrator who invited or approved the member; null where nobody did, and for members of
    /// before version 0.2 who were invited.
    /// </summary>
    public long? LetInById { get; internal set; }

    /// <summary>
    /// The member's number in the host's own list, by which an import finds the account again; unique. Null where no
    /// import has set it.
    /// </summary>
    public string? OutsideId { get; private set; }

    /// <summary>The last day of the membership, from an import; null where it has no end.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>
    /// Whether the person belongs to the community: the address is confirmed, no approval is pending, and the
    /// membership has not lapsed. Members cannot find anybody else.
    /// </summary>
    public bool IsIn => EmailConfirmed && WaitsSince is null && LapsedAt is null;

    internal void Wait(string? application, DateTime now) =>
        (WaitsSince, Application) = (now, VisibleText.Clean(application));

    /// <summary>
    /// Approves the applicant. The new stamp makes the second of two simultaneous decisions fail as a conflict.
    /// </summary>
    /// <param name="byId">The administrator; null for a command on the server.</param>
    internal void LetIn(long? byId) =>
        (WaitsSince, Application, LetInById, ConcurrencyStamp) = (null, null, byId, Guid.NewGuid().ToString());

    internal void Lapse(DateTime now) => LapsedAt = now;

    /// <summary>Forgets an end that was set before, or the membership would end again.</summary>
    internal void Renew() => (LapsedAt, ExpiresOn) = (null, null);

    /// <summary>Null changes nothing.</summary>
    internal void Describe(string? outsideId, DateOnly? expiresOn) =>
        (OutsideId, ExpiresOn) = (outsideId ?? OutsideId, expiresOn ?? ExpiresOn);

    /// <summary>Ends the membership at once, so that whatever hides the lapsed hides the member.</summary>
    /// <param name="removed">Whether an administrator asks for it.</param>
    internal void Leave(bool removed, DateTime now) =>
        (LapsedAt, LeavesAt, WasRemoved) = (LapsedBeforeLeaving ?? now, now + MayStayFor, removed);

    /// <summary>The membership runs again, unless it had lapsed before.</summary>
    internal void Stay() => (LapsedAt, LeavesAt, WasRemoved) = (LapsedBeforeLeaving, null, false);

    private DateTime? LapsedBeforeLeaving =>
        LeavesAt is { } leaves && LapsedAt == leaves - MayStayFor ? null : LapsedAt;

    /// <summary>
    /// Leaves an account to which nobody can sign in. It counts as lapsed, so that no list shows its member.
    /// </summary>
    internal void Erase(string userName, string formerAddress, string formerHandle, DateTime now)
    {
        (Email, NormalizedEmail, EmailConfirmed) = (null, null, false);
        (UserName, NormalizedUserName) = (userName, userName.ToUpperInvariant());
        (PasswordHash, PhoneNumber, Application, TwoFactorEnabled) = (null, null, null, false);
        (SecurityStamp, ConcurrencyStamp) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        (FormerAddress, FormerHandle, LapsedAt, LeavesAt) = (formerAddress, formerHandle, now, null);
        (OutsideId, ExpiresOn) = (null, null);
        Role = Role.Member;
    }
}

/// <summary>Queries on accounts that several use cases share.</summary>
internal static class FoundAccounts
{
    /// <summary>The accounts for which <see cref="Account.IsIn"/> is true.</summary>
    public static IQueryable<Account> WhoAreIn(this IQueryable<Account> accounts) =>
        accounts.Where(account => account.EmailConfirmed && account.WaitsSince == null && account.LapsedAt == null);

    /// <summary>
    /// The accounts of members, also of those whose membership has lapsed and of those about to be deleted.
    /// </summary>
    public static IQueryable<Account> WhoJoined(this IQueryable<Account> accounts) =>
        accounts.Where(account => account.EmailConfirmed && account.WaitsSince == null);

    /// <summary>
    /// The accounts that wait for an administrator's decision: the address is confirmed, the approval is pending.
    /// </summary>
    public static IQueryable<Account> WhoWait(this IQueryable<Account> accounts) =>
        accounts.Where(account => account.EmailConfirmed && account.WaitsSince != null);
}

/// <summary>The rights of an account; each role includes the ones before it.</summary>
public enum Role
{
    Member,

    /// <summary>Also reports and measures; needs a second factor.</summary>
    Moderator,

    /// <summary>Also the community itself; needs a second factor.</summary>
    Administrator,
}
