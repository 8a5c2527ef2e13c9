namespace ConnectGate.Foundation.Figures;

/// <summary>
/// Adds what a command counted to the counts of its day, in its transaction.
/// </summary>
internal sealed class TallyBehavior<TCommand, TOutcome>(DayTally tally) : IPipelineBehavior<TCommand, TOutcome>
    where TCommand : IRequest<TOutcome>
    where TOutcome : IOutcome<TOutcome>
{
    public Task<TOutcome> Handle(
        TCommand request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TOutcome> next
    ) => tally.DuringAsync(() => next());
}
