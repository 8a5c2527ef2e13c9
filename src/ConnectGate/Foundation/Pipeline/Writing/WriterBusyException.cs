namespace ConnectGate.Foundation.Pipeline.Writing;

/// <summary>Another writer kept the turn too long. Nothing was done, and a later attempt may succeed.</summary>
public sealed class WriterBusyException : TimeoutException
{
    public WriterBusyException()
        : base("Another writer has had the database for too long.") { }

    public WriterBusyException(string message)
        : base(message) { }

    public WriterBusyException(string message, Exception innerException)
        : base(message, innerException) { }
}
