namespace ConnectGate.Foundation.Pipeline;

/// <summary>Gives the message its instant. This behavior is the outermost.</summary>
internal sealed class ActorBehavior<TMessage, TResponse>(Actor actor) : IPipelineBehavior<TMessage, TResponse>
    where TMessage : IRequest<TResponse>
{
    public Task<TResponse> Handle(
        TMessage request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TResponse> next
    ) => actor.AtOneInstantAsync(() => next());
}
