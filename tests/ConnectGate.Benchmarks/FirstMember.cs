using ConnectGate.Foundation.Pipeline;

namespace ConnectGate.Benchmarks;

/// <summary>The one who acts in a benchmark of one member.</summary>
internal sealed class FirstMember : ICurrentMember
{
    public const long Key = 1;

    public bool IsSignedIn => true;

    public long Id => Key;

    public bool MayModerate => false;

    public bool MayAdminister => false;

    // The import's benchmark saves the slices too, as a worker does.
    public bool IsServer => true;

    public string? IdempotencyKey => null;
}
