namespace ConnectGate.Foundation.Pipeline.Writing;

/// <summary>
/// Runs every command in one writing transaction, in its turn, so that it saves onto the state that it read. When
/// another node was faster (a changed version, a unique index), the command runs again on the new state, after a pause.
/// So exactly one of two competing commands succeeds, and the other gets a defined answer.
/// </summary>
/// <exception cref="WriterBusyException">The turn did not come in time, or others were faster each time.</exception>
internal sealed class WritingBehavior<TCommand, TOutcome>(
    ConnectGateContext context,
    Actor actor,
    WriterQueue writers,
    BackOff backOff,
    Idempotency idempotency,
    LastWrites last
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
        // A command sent by a command is part of its transaction.
        if (context.Database.CurrentTransaction is not null || request is IReadsOutOfTurn)
        {
            return await next();
        }

        var runs = 0;
        while (true)
        {
            try
            {
                return await OnceAsync(request, again: runs > 0, next, cancellationToken);
            }
            catch (Exception conflict) when (context.Dialect.IsConflict(conflict))
            {
                if (++runs == BackOff.Runs)
                {
                    throw new WriterBusyException("Others changed the same rows each time.", conflict);
                }
            }

            context.ChangeTracker.Clear();
            await backOff.WaitAsync(runs, cancellationToken);
        }
    }

    private async Task<TOutcome> OnceAsync(
        TCommand request,
        bool again,
        RequestHandlerDelegate<TOutcome> next,
        CancellationToken cancellationToken
    )
    {
        using var turn = await writers.WaitAsync(cancellationToken);
        actor.TakeTime(); // again, after the wait for the turn
        last.Forget();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var outcome = await idempotency.OnceAsync(request, again, next, cancellationToken);
        if (outcome.Succeeded || outcome.KeepsChanges)
        {
            await last.RunAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return outcome;
    }
}

/// <summary>
/// A command that reads much and seldom writes. It takes no turn and has no transaction. Its handler sends a command
/// for what it writes.
/// </summary>
public interface IReadsOutOfTurn;
