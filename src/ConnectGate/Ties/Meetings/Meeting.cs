namespace ConnectGate.Ties.Meetings;

/// <summary>
/// Two members met in person, and both confirmed it: one showed a code, and the other took it. The row is permanent. A
/// later meeting of the same two members only changes <see cref="At"/>.
/// </summary>
internal sealed class Meeting
{
    private Meeting() { }

    public long Id { get; private set; }
    public long LowId { get; private set; }
    public long HighId { get; private set; }

    /// <summary>The latest confirmation, in UTC.</summary>
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

    internal void Again(DateTime now) => At = now;
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

    /// <summary>The latest confirmation, in UTC; null if the two never met.</summary>
    public static Task<DateTime?> MetAtAsync(
        this IQueryable<Meeting> meetings,
        long one,
        long other,
        CancellationToken cancellationToken
    ) => meetings.Between(one, other).Select(meeting => (DateTime?)meeting.At).SingleOrDefaultAsync(cancellationToken);
}
