namespace ConnectGate.Foundation.Pipeline;

/// <summary>The first wall: a malformed command goes no further, whoever sent it.</summary>
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

        // The second reading knows more about the other person, so its text replaces the first one's.
        return TOutcome.Refused([
            .. refusals.GroupBy(refusal => (refusal.Code, refusal.Field)).Select(same => same.Last()),
        ]);
    }
}

/// <summary>
/// Finds the other refusals of a command that failed its validation, so that the sender can correct everything at once.
/// It only reads.
/// </summary>
internal interface ISecondReading<in TCommand>
{
    /// <summary>Every refusal that the command would meet later.</summary>
    Task<IReadOnlyList<Refusal>> RefusalsAsync(TCommand command, CancellationToken cancellationToken);
}
