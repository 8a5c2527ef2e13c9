namespace ConnectGate.Foundation.Pipeline;

/// <summary>
/// A member read more than any person reads, and must wait. A query can only give a view or nothing, so this is an
/// exception. The web answers 429 with the text and the time of the next try.
/// </summary>
public sealed class TooOftenException : Exception
{
    internal TooOftenException(Refusal refusal, DateTime until)
        : base(refusal.Code) => (Refusal, Until) = (refusal, until);

    /// <summary>In the member's language once it has left the pipeline.</summary>
    public Refusal Refusal { get; internal set; }

    /// <summary>The member may read again from then on. In UTC.</summary>
    public DateTime Until { get; }
}
