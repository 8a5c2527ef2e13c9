using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ConnectGate.Foundation.Data;

/// <summary>
/// Times are UTC and cut to microseconds. PostgreSQL keeps no more, and SQLite cannot compare
/// <see cref="DateTimeOffset"/>.
/// </summary>
internal sealed class UtcMicroseconds()
    : ValueConverter<DateTime, DateTime>(time => Cut(time), time => DateTime.SpecifyKind(time, DateTimeKind.Utc))
{
    /// <exception cref="ArgumentException">The time is not UTC.</exception>
    public static DateTime Cut(DateTime time) =>
        time.Kind == DateTimeKind.Utc
            ? time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond))
            : throw new ArgumentException("Times are UTC.", nameof(time));
}
