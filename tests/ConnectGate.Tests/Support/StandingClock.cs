using Microsoft.Extensions.Time.Testing;

namespace ConnectGate.Tests.Support;

/// <summary>The clock of the tests: it stands still until a test moves it.</summary>
internal static class StandingClock
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static FakeTimeProvider New() => new(Start);

    extension(FakeTimeProvider clock)
    {
        /// <summary>Now, as entities store it.</summary>
        public DateTime Now => clock.GetUtcNow().UtcDateTime;
    }
}
