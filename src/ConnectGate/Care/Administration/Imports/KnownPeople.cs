using ConnectGate.Foundation;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Admissions;
using ConnectGate.People.Members.Absences;
using ConnectGate.Ties.Groups;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ConnectGate.Care.Administration.Imports;

/// <summary>
/// Compares rows with the people here. The dry run and the import ask the same questions, so that both come to the same
/// result unless the community changes in between.
/// </summary>
internal sealed class KnownPeople(
    ConnectGateContext context,
    ILookupNormalizer normalizer,
    LastAdministrator lastAdministrator,
    IOptions<SiteOptions> site,
    Actor actor
)
{
    private Dictionary<string, (Account Account, Member Member)> _byEmail = [],
        _byId = [];

    private Dictionary<string, Admitted> _admittedByEmail = [],
        _admittedById = [];

    private ILookup<string, Group> _groups = Array.Empty<Group>().ToLookup(_ => "", StringComparer.Ordinal);
    private HashSet<(long Group, string Email)> _invited = [];
    private HashSet<(long Group, long Member)> _joined = [];
    private DateOnly _today;

    /// <summary>Reads what the plans of these rows need. Everybody is tracked.</summary>
    public async Task LoadAsync(IReadOnlyCollection<MemberRow> rows, CancellationToken cancellationToken)
    {
        _today = site.Value.DayOf(actor.Now);
        List<string> emails = [.. rows.Select(EmailOf)],
            ids = [.. rows.Select(row => row.OutsideId).OfType<string>()];
        var accounts = await (
            from account in context.Users
            where emails.Contains(account.NormalizedEmail!) || ids.Contains(account.OutsideId!)
            join member in context.Members on account.Id equals member.Id
            select new { account, member }
        ).ToListAsync(cancellationToken);
        _byEmail = accounts.ToDictionary(
            one => one.account.NormalizedEmail!,
            one => (one.account, one.member),
            StringComparer.Ordinal
        );
        _byId = accounts
            .Where(one => one.account.OutsideId is not null)
            .ToDictionary(one => one.account.OutsideId!, one => (one.account, one.member), StringComparer.Ordinal);
        var admitted = await context
            .Admitted.Where(one => emails.Contains(one.NormalizedEmail) || ids.Contains(one.OutsideId!))
            .ToListAsync(cancellationToken);
        _admittedByEmail = admitted.ToDictionary(one => one.NormalizedEmail, StringComparer.Ordinal);
        _admittedById = admitted
            .Where(one => one.OutsideId is not null)
            .ToDictionary(one => one.OutsideId!, StringComparer.Ordinal);
        if (rows.Any(row => row.Groups.Count > 0))
        {
            await LoadGroupsAsync(
                [.. emails.Union(_byEmail.Keys, StringComparer.Ordinal)],
                [.. accounts.Select(one => one.account.Id)],
                cancellationToken
            );
        }
    }

    /// <summary>What the import does about that row.</summary>
    public async Task<MemberPlan> PlanAsync(MemberRow row, bool lapsesOthers, CancellationToken cancellationToken)
    {
        var email = EmailOf(row);
        var (byEmail, byId) = (_byEmail.GetValueOrDefault(email), At(_byId, row.OutsideId));
        var (account, member) = byId.Account is null ? byEmail : byId;
        var groups = row.Groups.Select(name => _groups[SearchText.Fold(name)].Take(2).ToList()).ToList();
        var problem =
            Differs(byId.Account, byEmail.Account) ? LineProblemKind.TwoPeople
            : row.OutsideId is not null && account?.OutsideId is { } id && id != row.OutsideId ? LineProblemKind.OtherId
            : groups.Exists(found => found.Count != 1) ? LineProblemKind.GroupUnknown
            : (LineProblemKind?)null;
        if (problem is { } kind)
        {
            return Bad(row, account, kind);
        }

        var invitee = account?.NormalizedEmail ?? email;
        var invites = groups
            .ConvertAll(found => found[0])
            .FindAll(group =>
                !_invited.Contains((group.Id, invitee))
                && (account is null || !_joined.Contains((group.Id, account.Id)))
            );
        if (account is null)
        {
            return OfStranger(row, email, invites);
        }

        var plan = OfMember(row, account, member, invites, lapsesOthers);
        return
            plan is { TakesAway: true } && await lastAdministrator.RefusesAsync(account, cancellationToken) is not null
            ? Bad(row, account, LineProblemKind.LastAdministrator)
            : plan;
    }

    public string EmailOf(MemberRow row) => Normalized(row.Email);

    public string Normalized(string email) => normalizer.NormalizeEmail(email);

    private async Task LoadGroupsAsync(List<string> emails, List<long> members, CancellationToken cancellationToken)
    {
        var open = await context.Groups.Where(group => group.ClosedAt == null).ToListAsync(cancellationToken);
        _groups = open.ToLookup(group => SearchText.Fold(group.Name), StringComparer.Ordinal);
        var invited = await context
            .Invitations.Where(invitation => emails.Contains(invitation.NormalizedEmail))
            .Select(invitation => new { invitation.GroupId, invitation.NormalizedEmail })
            .ToListAsync(cancellationToken);
        _invited = [.. invited.Select(one => (one.GroupId, one.NormalizedEmail))];
        var joined = await context
            .Memberships.Where(membership => members.Contains(membership.MemberId))
            .Select(membership => new { membership.GroupId, membership.MemberId })
            .ToListAsync(cancellationToken);
        _joined = [.. joined.Select(one => (one.GroupId, one.MemberId))];
    }

    private MemberPlan OfStranger(MemberRow row, string email, List<Group> invites)
    {
        var (admitted, earlier) = (_admittedByEmail.GetValueOrDefault(email), At(_admittedById, row.OutsideId));
        return row.ExpiresOn < _today ? new MemberPlan(row)
            : admitted is not null && Differs(earlier, admitted) ? Bad(row, null, LineProblemKind.TwoPeople)
            : new MemberPlan(row)
            {
                Admitted = admitted,
                Earlier = admitted is null ? earlier : null,
                Invites = admitted is null,
                Describes = admitted?.Differs(row.OutsideId, row.Name, row.ExpiresOn) == true,
                Groups = invites,
                Problems = row.Role is not null and not Role.Member
                    ? [LineProblem.Of(row.Line, LineProblemKind.RoleLater, "")]
                    : [],
            };
    }

    private MemberPlan OfMember(MemberRow row, Account account, Member member, List<Group> invites, bool lapsesOthers)
    {
        if (account.LeavesAt is not null)
        {
            // The member asked to be deleted, or is removed. A file does not bring them back.
            return new MemberPlan(row) { Account = account, Member = member };
        }

        var isOver = row.ExpiresOn < _today;
        return new MemberPlan(row)
        {
            Account = account,
            Member = member,
            Describes =
                (row.OutsideId is not null && account.OutsideId is null)
                || (row.ExpiresOn is not null && row.ExpiresOn != account.ExpiresOn),
            GivesRole = row.Role is { } role && role != account.Role && !isOver,
            LetsIn = account.WaitsSince is not null && !isOver,
            Lapses = isOver && account.LapsedAt is null && account.WaitsSince is null,
            Renews = !isOver && account.LapsedAt is not null && (row.ExpiresOn is not null || lapsesOthers),
            Groups = isOver ? [] : invites,
            Problems =
                account.NormalizedEmail == EmailOf(row)
                    ? []
                    : [LineProblem.Of(row.Line, LineProblemKind.OtherAddress, row.Email)],
        };
    }

    private static MemberPlan Bad(MemberRow row, Account? account, LineProblemKind kind) =>
        new(row)
        {
            Account = account,
            IsBad = true,
            Problems =
            [
                LineProblem.Of(
                    row.Line,
                    kind,
                    kind switch
                    {
                        LineProblemKind.GroupUnknown => string.Join("; ", row.Groups),
                        LineProblemKind.OtherId => row.OutsideId!,
                        _ => row.Email,
                    }
                ),
            ],
        };

    private static bool Differs<T>(T? one, T? other)
        where T : class => one is not null && other is not null && !ReferenceEquals(one, other);

    private static T? At<T>(Dictionary<string, T> found, string? id) =>
        id is null ? default : found.GetValueOrDefault(id);
}

/// <summary>What an import does about a row.</summary>
internal sealed record MemberPlan(MemberRow Row)
{
    /// <summary>Null where the address has no account.</summary>
    public Account? Account { get; init; }

    public Member? Member { get; init; }

    /// <summary>The invitation that is there; null for none.</summary>
    public Admitted? Admitted { get; init; }

    /// <summary>The invitation of the same outside id to another address, which this one replaces.</summary>
    public Admitted? Earlier { get; init; }

    public bool Invites { get; init; }

    /// <summary>Writes outside id or end; for an invitation also the name.</summary>
    public bool Describes { get; init; }

    public bool GivesRole { get; init; }
    public bool LetsIn { get; init; }
    public bool Lapses { get; init; }
    public bool Renews { get; init; }

    /// <summary>A member is invited under the address of their account.</summary>
    public string InviteTo => Account?.Email ?? Row.Email;

    /// <summary>The groups to invite to.</summary>
    public IReadOnlyList<Group> Groups { get; init; } = [];

    public IReadOnlyList<LineProblem> Problems { get; init; } = [];

    /// <summary>Nothing of the row is done.</summary>
    public bool IsBad { get; init; }

    /// <summary>Whether an administrator may be missing afterwards.</summary>
    public bool TakesAway => GivesRole || Lapses;

    /// <summary>Each person counts once.</summary>
    public ImportCounts Counts =>
        IsBad ? new() { Bad = 1 }
        : Invites ? new() { Invited = 1 }
        : Lapses ? new() { Lapsed = 1 }
        : Renews ? new() { Renewed = 1 }
        : Describes || GivesRole || LetsIn || Groups.Count > 0 ? new() { Changed = 1 }
        : new() { Unchanged = 1 };
}
