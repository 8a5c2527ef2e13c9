namespace ConnectGate.Ties.Meetings;

/// <summary>
/// Two members met in person, and both confirmed it: one showed a code, and the other took it. The row is permanent. A
/// later meeting of the same two members only changes <see cref="At"/>.
/// </summary>
internal sealed class Meeting
{
    /// <summary>What one of the two says they talked about.</summary>
    public static readonly TextLimit TalkedAboutLimit = new("talked-about", 0, 200);

    /// <summary>How long a meeting stays in the lists of the two.</summary>
    public static readonly TimeSpan ListedFor = TimeSpan.FromHours(24);

    private Meeting() { }

    public long Id { get; private set; }
    public long LowId { get; private set; }
    public long HighId { get; private set; }

    /// <summary>The latest confirmation, in UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>What the member with the lower id says they talked about; only they read it. May be empty.</summary>
    public string LowTalkedAbout { get; private set; } = "";

    /// <summary>The same of the other member.</summary>
    public string HighTalkedAbout { get; private set; } = "";

    internal static Meeting Of(long one, long other, DateTime now)
    {
        var pair = Pair.Of(one, other);
        return new Meeting
        {
            LowId = pair.Low,
            HighId = pair.High,
            At = now,
        };
    }

    /// <summary>Keeps the lines of the last hours and clears those of an earlier occasion.</summary>
    internal void Again(DateTime now)
    {
        if (now - At >= ListedFor)
        {
            (LowTalkedAbout, HighTalkedAbout) = ("", "");
        }

        At = now;
    }

    /// <summary>Replaces the line of one of the two.</summary>
    internal void Note(long memberId, string talkedAbout)
    {
        if (memberId == LowId)
        {
            LowTalkedAbout = talkedAbout;
        }
        else
        {
            HighTalkedAbout = talkedAbout;
        }
    }
}

/// <summary>Queries on meetings that several use cases share.</summary>
internal static class MeetingsOfTwo
{
    /// <summary>At most one row. None if both ids are of the same member.</summary>
    public static IQueryable<Meeting> Between(this IQueryable<Meeting> meetings, long one, long other)
    {
        var (low, high) = (Math.Min(one, other), Math.Max(one, other));
        return meetings.Where(meeting => meeting.LowId == low && meeting.HighId == high);
    }

    /// <summary>What the member says they talked about with the other; empty if they said nothing.</summary>
    public static async Task<string> TalkedAboutAsync(
        this IQueryable<Meeting> meetings,
        long memberId,
        long other,
        CancellationToken cancellationToken
    ) =>
        await meetings
            .Between(memberId, other)
            .Select(meeting => meeting.LowId == memberId ? meeting.LowTalkedAbout : meeting.HighTalkedAbout)
            .SingleOrDefaultAsync(cancellationToken)
        ?? "";
}
