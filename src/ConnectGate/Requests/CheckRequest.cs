using ConnectGate.Gate;
using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Requests;

/// <summary>What the gate would say to a letter, without sending it; whether it is a copy is said only when it is sent.</summary>
public static class CheckRequest
{
    /// <summary>Asks the gate; stores nothing.</summary>
    /// <param name="Recipient">The recipient's handle.</param>
    /// <param name="Letter">What was written so far.</param>
    public sealed record Query(string Recipient, Letter Letter) : IQuery<View?>;

    /// <summary>Every refusal; none when it would be sent.</summary>
    public sealed record View(IReadOnlyList<Refusal> Refusals);

    internal sealed class Handler(Gate.Gate gate, AttemptReader attempts, AttemptCounts counts, ICurrentMember currentMember, TimeProvider clock) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (counts.Count(currentMember.Id, check: true) is { } tooMany)
            {
                return new View([tooMany]);
            }

            return await attempts.ToSendAsync(request.Recipient, request.Letter, clock.GetUtcNow().UtcDateTime, cancellationToken) is { } attempt
                ? new View(await gate.PreviewAsync(attempt, cancellationToken))
                : null;
        }
    }
}
