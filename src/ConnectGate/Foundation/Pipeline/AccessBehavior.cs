namespace ConnectGate.Foundation.Pipeline;

/// <summary>
/// Enforces <see cref="SentByAttribute"/> before anything else sees the message. A message that its sender may not send
/// is not found: a command's outcome says so, and a query gives null. <c>SuspensionBehavior</c> checks the suspension
/// later, because it must be read inside the transaction.
/// </summary>
internal sealed class AccessBehavior<TMessage, TResponse>(Actor actor) : IPipelineBehavior<TMessage, TResponse>
    where TMessage : IRequest<TResponse>
{
    /// <exception cref="InvalidOperationException">
    /// The message declares no senders, or it is for members and nobody is signed in. Both are bugs of the caller: the
    /// endpoints ask for a session first.
    /// </exception>
    public Task<TResponse> Handle(
        TMessage request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TResponse> next
    )
    {
        var senders = DeclaredSenders<TMessage>.Value
            ?? throw new InvalidOperationException($"{typeof(TMessage).FullName} does not declare who may send it.");
        return actor.MaySend(senders) ? next() : Task.FromResult(NotFound());
    }

    private static TResponse NotFound() =>
        (TResponse)typeof(TResponse).GetMethod(nameof(Outcome<>.NotFound), [])?.Invoke(null, null)!;
}
