namespace ConnectGate.Foundation.Pipeline;

/// <summary>Outermost of all: gives the message its instant.</summary>
internal sealed class ActorBehavior<TMessage, TResponse>(Actor actor) : IPipelineBehavior<TMessage, TResponse>
    where TMessage : IRequest<TResponse>
{
    public Task<TResponse> Handle(
        TMessage request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TResponse> next
    ) => actor.AtOneInstantAsync(() => next());
}
