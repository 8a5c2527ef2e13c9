namespace ConnectGate.People.Members.Suspensions;

/// <summary>
/// Refuses a suspended member each command that declares <see cref="Senders.MembersNotSuspended"/>. It checks after the
/// handler. The handler has then locked the member's row, as the command that suspends the member does, so no
/// suspension can come between the check and the commit. The refusal rolls back the handler's changes.
/// </summary>
internal sealed class SuspensionBehavior<TCommand, TOutcome>(ConnectGateContext context, Actor actor)
    : IPipelineBehavior<TCommand, TOutcome>
    where TCommand : IRequest<TOutcome>
    where TOutcome : IOutcome<TOutcome>
{
    public async Task<TOutcome> Handle(
        TCommand request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TOutcome> next
    )
    {
        if (DeclaredSenders<TCommand>.Value != Senders.MembersNotSuspended || request is IRefusesTheSuspended)
        {
            return await next();
        }

        try
        {
            var outcome = await next();
            if (outcome.IsNotFound || SaysSo(outcome) || !await IsSuspendedAsync())
            {
                return outcome;
            }
        }
        catch (IllegalTransitionException)
        {
            if (!await IsSuspendedAsync())
            {
                throw;
            }
        }

        // The handler's changes are rolled back. The page that shows the refusal must not read them here.
        context.ChangeTracker.Clear();
        return TOutcome.Refused([Suspension.Refusal]);

        Task<bool> IsSuspendedAsync() => context.Suspensions.IsSuspendedAsync(actor.Id, actor.Now, cancellationToken);
    }

    // The gate finds the suspension itself, together with everything else that is wrong with a letter.
    private static bool SaysSo(TOutcome outcome) =>
        outcome.Refusals.Any(refusal => refusal.Code == Suspension.Refusal.Code);
}

/// <summary>
/// A command whose handler itself refuses a suspended member, under the same locks, together with everything else that
/// is wrong.
/// </summary>
public interface IRefusesTheSuspended;
