using ConnectGate.Gate;
using ConnectGate.Letters.Allowances;
using ConnectGate.Ties.Connections.Mutual;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Attempts;

/// <summary>
/// What the database says about an attempt. The gate's rules share it, and the pages around the gate.
/// </summary>
/// <param name="Common">What the two have in common, as far as the sender may know.</param>
internal sealed record AttemptFacts(BetweenTwo Between, AllowedNow Allowances, CommonGround Common);

/// <summary>
/// Reads the facts about an attempt, once for all rules and in the same three statements whatever they are. A command
/// asks after it has locked the members, so that limits cannot be exceeded meanwhile.
/// </summary>
internal sealed class FactsReader(ConnectGateContext context, AllowanceReader allowances, IOptions<GateOptions> options)
{
    private (Attempt Attempt, AttemptFacts Facts)? _read;

    public async Task<AttemptFacts> OfAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        if (_read is not { } read || !ReferenceEquals(read.Attempt, attempt))
        {
            _read = read = (attempt, await ReadAsync(attempt, cancellationToken));
        }

        return read.Facts;
    }

    private async Task<AttemptFacts> ReadAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var (sender, recipient, now) = (attempt.Sender.Id, attempt.Recipient.Id, attempt.Now);
        return new AttemptFacts(
            await BetweenTwo.ReadAsync(
                context,
                (sender, recipient),
                now,
                now - options.Value.AskAgainAfterLettingGo,
                cancellationToken
            ),
            await allowances.OfAsync(attempt.Sender, now, cancellationToken),
            await CommonGround.OfAsync(context, sender, recipient, now, cancellationToken)
        );
    }
}
