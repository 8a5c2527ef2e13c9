using ConnectGate.Gate;
using ConnectGate.Letters.Attempts.Refused;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Attempts;

/// <summary>
/// Limits the attempts of a member, both sent and refused, so that a program cannot probe the gate for its rules.
/// </summary>
internal sealed class AttemptCounts(BareCounts counts, IOptions<GateOptions> options)
{
    /// <summary>
    /// Counts one attempt. Returns a refusal if the member made too many within the window, otherwise null.
    /// </summary>
    public Refusal? Count(long memberId, bool check)
    {
        var (rules, name) = (options.Value, check ? "check" : "send");
        return
            counts.Take(
                new CountedAct(name, check ? rules.CheckAttempts : rules.SendAttempts, rules.AttemptsWindow),
                memberId
            )
                is { } until
            ? new Refusal("too-many-attempts", "", Words.Format("too-many-attempts", until))
            : null;
    }
}

/// <summary>Counts every attempt before any other check, and counts the codes of its refusals.</summary>
internal sealed class CountingBehavior<TCommand, TOutcome>(AttemptCounts counts, RefusalTally tally, Actor actor)
    : IPipelineBehavior<TCommand, TOutcome>
    where TCommand : IRequest<TOutcome>, IAsk
    where TOutcome : IOutcome<TOutcome>
{
    public async Task<TOutcome> Handle(
        TCommand request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TOutcome> next
    )
    {
        var outcome = counts.Count(actor.Id, check: false) is { } tooMany ? TOutcome.Refused([tooMany]) : await next();
        tally.Count(outcome.Refusals);
        return outcome;
    }
}
