namespace ConnectGate.Foundation.Pipeline;

/// <summary>
/// A member read more than anybody reads, and must wait. A query has no other answer for that: what it gives is a view
/// or nothing. Answered with 429, the words, and when to try again.
/// </summary>
public sealed class TooOftenException : Exception
{
    internal TooOftenException(Refusal refusal, DateTime until)
        : base(refusal.Code) => (Refusal, Until) = (refusal, until);

    /// <summary>What the member reads.</summary>
    public Refusal Refusal { get; internal set; }

    /// <summary>From when it is free again, in UTC.</summary>
    public DateTime Until { get; }
}
