namespace ConnectGate.Foundation.Pipeline;

/// <summary>The first wall: a command of the wrong shape goes no further, whoever sent it.</summary>
internal sealed class ValidationBehavior<TCommand, TOutcome>(
    IEnumerable<IValidator<TCommand>> validators,
    IEnumerable<ISecondReading<TCommand>> secondReadings
) : IPipelineBehavior<TCommand, TOutcome>
    where TCommand : IRequest<TOutcome>
    where TOutcome : IOutcome<TOutcome>
{
    public async Task<TOutcome> Handle(
        TCommand request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TOutcome> next
    )
    {
        var refusals = validators
            .SelectMany(validator => validator.Validate(request).Errors)
            .Select(RefusalRules.ToRefusal)
            .ToList();
        if (refusals.Count == 0)
        {
            return await next();
        }

        foreach (var reading in secondReadings)
        {
            refusals.AddRange(await reading.RefusalsAsync(request, cancellationToken));
        }

        // The second reading knows more of whom it is about: its words stand for the first's.
        return TOutcome.Refused([
            .. refusals.GroupBy(refusal => (refusal.Code, refusal.Field)).Select(same => same.Last()),
        ]);
    }
}

/// <summary>
/// What else there is to say about a command that failed its shape, so that its writer can mend everything in one go.
/// Reads only.
/// </summary>
/// <typeparam name="TCommand">The command.</typeparam>
internal interface ISecondReading<in TCommand>
{
    /// <summary>Every refusal that the command would meet further on.</summary>
    Task<IReadOnlyList<Refusal>> RefusalsAsync(TCommand command, CancellationToken cancellationToken);
}
