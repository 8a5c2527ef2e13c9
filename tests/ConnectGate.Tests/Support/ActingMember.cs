using System.Globalization;

namespace ConnectGate.Tests.Support;

/// <summary>The member in whose name a test sends a command.</summary>
internal sealed class ActingMember : ICurrentMember
{
    public Person? Person { get; set; }

    public bool IsSignedIn => Person is not null;

    public long Id => Person?.Id ?? throw new InvalidOperationException("Nobody is signed in.");

    public bool MayModerate => Person?.MayModerate ?? false;

    public bool MayAdminister => Person?.MayAdminister ?? false;

    /// <summary>Whether the server sends, as a console's command or a worker does: where a test names nobody.</summary>
    public bool IsServer => Person is null;

    public string? IdempotencyKey { get; set; }

    public CultureInfo? Language { get; set; }
}
