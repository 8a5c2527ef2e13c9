using System.Reflection;

namespace ConnectGate.People.Members.Suspensions;

/// <summary>
/// Refuses a suspended member each command that declares <see cref="Senders.MembersNotSuspended"/>. Innermost, and
/// after the handler: the handler has locked the member's row by then, as the command that suspends them does, so no
/// suspension can slip in before the commit. The refusal rolls back what the handler saved.
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
        if (
            typeof(TCommand).GetCustomAttribute<SentByAttribute>()?.Senders != Senders.MembersNotSuspended
            || request is IMayBeSilent { IsSilent: true }
        )
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

        // What the handler saved is rolled back; the page that shows the refusal must not read it here.
        context.ChangeTracker.Clear();
        return TOutcome.Refused([Suspension.Refusal]);

        Task<bool> IsSuspendedAsync() => context.Suspensions.IsSuspendedAsync(actor.Id, actor.Now, cancellationToken);
    }

    // The gate finds the suspension itself, together with everything else that is wrong with a letter.
    private static bool SaysSo(TOutcome outcome) =>
        outcome.Refusals.Any(refusal => refusal.Code == Suspension.Refusal.Code);
}

/// <summary>
/// A command for members who are not suspended that others notice only in some cases. A suspended member may send it
/// while nobody notices.
/// </summary>
public interface IMayBeSilent
{
    /// <summary>Whether nobody else notices this one.</summary>
    bool IsSilent { get; }
}
