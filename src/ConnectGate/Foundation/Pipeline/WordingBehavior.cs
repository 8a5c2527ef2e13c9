namespace ConnectGate.Foundation.Pipeline;

/// <summary>
/// Puts the refusals in a message's result into the sender's language and time zone. Inside the pipeline they have
/// neither.
/// </summary>
internal sealed class WordingBehavior<TMessage, TResponse>(Actor actor, Words words)
    : IPipelineBehavior<TMessage, TResponse>
    where TMessage : IRequest<TResponse>
{
    public async Task<TResponse> Handle(
        TMessage request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TResponse> next
    )
    {
        try
        {
            var response = await next();
            return response is ICarriesRefusals carrier
                ? (TResponse)carrier.Worded(refusal => words.Say(refusal, actor.Reader))
                : response;
        }
        catch (TooOftenException tooOften)
        {
            tooOften.Refusal = words.Say(tooOften.Refusal, actor.Reader);
            throw;
        }
    }
}
