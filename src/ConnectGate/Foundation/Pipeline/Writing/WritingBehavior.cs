namespace ConnectGate.Foundation.Pipeline.Writing;

/// <summary>
/// Runs every command in one writing transaction, in its turn, so that it saves onto the state that it read. When
/// another node was faster (a changed version, a unique index), the command runs again on the new state. So exactly one
/// of two competing commands succeeds, and the other gets a defined answer.
/// </summary>
internal sealed class WritingBehavior<TCommand, TOutcome>(
    ConnectGateContext context,
    Actor actor,
    WriterQueue writers,
    Idempotency idempotency
) : IPipelineBehavior<TCommand, TOutcome>
    where TCommand : IRequest<TOutcome>
    where TOutcome : IOutcome<TOutcome>
{
    private const int Attempts = 4;

    public async Task<TOutcome> Handle(
        TCommand request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TOutcome> next
    )
    {
        if (context.Database.CurrentTransaction is not null)
        {
            return await next(); // a command sent by a command is part of its transaction
        }

        using var turn = await writers.WaitAsync(cancellationToken);
        var attempt = 0;
        while (true)
        {
            try
            {
                actor.TakeTime(); // again, after the wait for the turn
                return await OnceAsync(request, next, cancellationToken);
            }
            catch (Exception conflict) when (++attempt < Attempts && context.Dialect.IsConflict(conflict))
            {
                context.ChangeTracker.Clear();
            }
        }
    }

    private async Task<TOutcome> OnceAsync(
        TCommand request,
        RequestHandlerDelegate<TOutcome> next,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var outcome = await idempotency.OnceAsync(request, next, cancellationToken);
        if (outcome.Succeeded || outcome.KeepsChanges)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return outcome;
    }
}
