using ConnectGate.Foundation.Pipeline;

namespace ConnectGate.Benchmarks;

/// <summary>The current member in benchmarks with one member.</summary>
internal sealed class FirstMember : ICurrentMember
{
    public const long Key = 1;

    public bool IsSignedIn => true;

    public long Id => Key;

    public bool MayModerate => false;

    public bool MayAdminister => false;

    // The import benchmark also saves the slices, as the server's worker does.
    public bool IsServer => true;

    public string? IdempotencyKey => null;
}
