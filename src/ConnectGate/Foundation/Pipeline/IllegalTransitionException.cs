namespace ConnectGate.Foundation.Pipeline;

/// <summary>
/// A step that the thing's state does not allow, such as declining a withdrawn letter. Nothing was changed. The web
/// answers 409.
/// </summary>
public sealed class IllegalTransitionException : Exception
{
    /// <summary>The message names the thing and the step. It contains nothing that a person wrote.</summary>
    public IllegalTransitionException(string message)
        : base(message) { }

    /// <inheritdoc cref="IllegalTransitionException(string)"/>
    public IllegalTransitionException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Without a message; prefer the others.</summary>
    public IllegalTransitionException() { }
}
