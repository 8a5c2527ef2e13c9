namespace ConnectGate.Ties.Meetings;

/// <summary>
/// Two members met in person, and both confirmed it: one by showing a code, the other by taking it. For good; a later
/// meeting of the same two moves its date.
/// </summary>
internal sealed class Meeting
{
    private Meeting() { }

    public long Id { get; private set; }
    public long LowId { get; private set; }
    public long HighId { get; private set; }

    /// <summary>When they last confirmed it.</summary>
    public DateTime At { get; private set; }

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

    /// <summary>They met again.</summary>
    internal void Again(DateTime now) => At = now;
}

/// <summary>What several use cases ask about meetings.</summary>
internal static class MeetingsOfTwo
{
    /// <summary>Those of two members: at most one. Of a member with themself none.</summary>
    public static IQueryable<Meeting> Between(this IQueryable<Meeting> meetings, long one, long other)
    {
        var (low, high) = (Math.Min(one, other), Math.Max(one, other));
        return meetings.Where(meeting => meeting.LowId == low && meeting.HighId == high);
    }

    /// <summary>When the two last confirmed that they met; null where they never did.</summary>
    public static Task<DateTime?> MetAtAsync(
        this IQueryable<Meeting> meetings,
        long one,
        long other,
        CancellationToken cancellationToken
    ) => meetings.Between(one, other).Select(meeting => (DateTime?)meeting.At).SingleOrDefaultAsync(cancellationToken);
}
