using ConnectGate.Ties.Groups;

namespace ConnectGate.Ties.Agendas;

/// <summary>
/// What an attendee comes to a gathering for, and what they can give. Belongs to a membership and is deleted with it.
/// </summary>
internal sealed class AgendaEntry
{
    public static readonly TextLimit ComesForLimit = new("comes-for", 0, 160);
    public static readonly TextLimit CanGiveLimit = new("can-give", 0, 160);

    /// <summary>An agenda is open from so many days before the first day until so many days after the last.</summary>
    public const int DaysBefore = 14,
        DaysAfter = 14;

    private AgendaEntry() { }

    /// <summary>The primary key.</summary>
    public long MembershipId { get; private set; }

    /// <summary>One line; may be empty if <see cref="CanGive"/> is not.</summary>
    public string ComesFor { get; private set; } = "";

    /// <summary>One line; may be empty if <see cref="ComesFor"/> is not.</summary>
    public string CanGive { get; private set; } = "";

    /// <summary>When the member last wrote it, in UTC.</summary>
    public DateTime At { get; private set; }

    internal static AgendaEntry Of(Membership membership, string comesFor, string canGive, DateTime now)
    {
        var entry = new AgendaEntry { MembershipId = membership.Id };
        entry.Write(comesFor, canGive, now);
        return entry;
    }

    internal void Write(string comesFor, string canGive, DateTime now) =>
        (ComesFor, CanGive, At) = (comesFor, canGive, now);
}

/// <summary>The time in which an agenda is open. It is in one place because all readers must agree.</summary>
internal static class OpenAgendas
{
    /// <summary>The memberships of gatherings whose agenda is open. Days are in UTC.</summary>
    public static IQueryable<Membership> WithOpenAgenda(this IQueryable<Membership> memberships, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        var (latest, earliest) = (today.AddDays(AgendaEntry.DaysBefore), today.AddDays(-AgendaEntry.DaysAfter));
        return memberships.Where(membership =>
            membership.Group.BeginsOn <= latest && membership.Group.EndsOn >= earliest
        );
    }
}
