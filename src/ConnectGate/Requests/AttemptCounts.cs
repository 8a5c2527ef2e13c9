using System.Collections.Concurrent;
using ConnectGate.Gate;
using ConnectGate.Requests.Refused;
using ConnectGate.Shared;
using MediatR;
using Microsoft.Extensions.Options;

namespace ConnectGate.Requests;

/// <summary>
/// A bare count of what a member tried in this process, sent or refused, so that no machine probes the gate for what it lets through. Nothing of what was
/// tried is kept.
/// </summary>
internal sealed class AttemptCounts(TimeProvider clock, IOptions<GateOptions> options)
{
    private readonly ConcurrentDictionary<(long MemberId, bool Check), (DateTime Since, int Count)> _counts = new();

    /// <summary>Counts one more; a refusal where there were too many within the window.</summary>
    public Refusal? Count(long memberId, bool check)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var window = options.Value.AttemptsWindow;
        var most = check ? options.Value.CheckAttempts : options.Value.SendAttempts;
        Forget(now - window);
        var (since, count) = _counts.AddOrUpdate(
            (memberId, check),
            _ => (now, 1),
            (_, counted) => counted.Since <= now - window ? (now, 1) : (counted.Since, counted.Count + 1));
        return count > most
            ? new Refusal("too-many-attempts", "", Words.Format("too-many-attempts", since + window))
            : null;
    }

    // Kept small without a timer: whoever comes when there are many sweeps.
    private void Forget(DateTime before)
    {
        const int Many = 10_000;
        if (_counts.Count < Many)
        {
            return;
        }

        foreach (var (key, counted) in _counts)
        {
            if (counted.Since <= before)
            {
                _counts.TryRemove(key, out _);
            }
        }
    }
}

/// <summary>Counts every way of asking, before anything else looks at it, and what it was refused for.</summary>
internal sealed class CountingBehavior<TCommand, TOutcome>(AttemptCounts counts, RefusalTally tally, ICurrentMember currentMember)
    : IPipelineBehavior<TCommand, TOutcome>
    where TCommand : IRequest<TOutcome>, IAsk
    where TOutcome : IOutcome<TOutcome>
{
    public async Task<TOutcome> Handle(TCommand request, CancellationToken cancellationToken, RequestHandlerDelegate<TOutcome> next)
    {
        var outcome = counts.Count(currentMember.Id, check: false) is { } tooMany ? TOutcome.Refused([tooMany]) : await next();
        tally.Count(outcome.Refusals);
        return outcome;
    }
}
