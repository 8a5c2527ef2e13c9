namespace ConnectGate.Tests.Support;

/// <summary>Who sends a command in a test: whoever the test says.</summary>
internal sealed class ActingMember : ICurrentMember
{
    public Person? Person { get; set; }

    public bool IsSignedIn => Person is not null;

    public long Id => Person?.Id ?? throw new InvalidOperationException("Nobody is signed in.");

    public bool MayModerate => Person?.MayModerate ?? false;

    public bool MayAdminister => Person?.MayAdminister ?? false;

    public string? IdempotencyKey { get; set; }
}
