namespace ConnectGate.Foundation.Pipeline.Writing;

/// <summary>
/// Another writer kept the turn too long, or others changed the same rows again and again. Nothing was done, and a
/// later attempt may succeed.
/// </summary>
public sealed class WriterBusyException : TimeoutException
{
    public WriterBusyException()
        : base("Another writer has had the database for too long.") { }

    public WriterBusyException(string message)
        : base(message) { }

    public WriterBusyException(string message, Exception innerException)
        : base(message, innerException) { }
}
