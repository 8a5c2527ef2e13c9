namespace ConnectGate.People.Accounts.Keys;

/// <summary>A node says that it runs: at its start, and from time to time.</summary>
public static class AnnounceNode
{
    /// <summary>How often a node announces itself. Two announcements may fail before it counts as ended.</summary>
    public static readonly TimeSpan Every = Node.CountsFor / 4;

    /// <summary>
    /// Refused while another node runs with another certificate, because each would refuse the other's cookies.
    /// </summary>
    /// <param name="Id">Of this start.</param>
    /// <param name="Machine">Its name.</param>
    /// <param name="ProcessId">Of the machine's processes.</param>
    /// <param name="Certificate">SHA-256 of the certificate that encrypts the keys, in hexadecimal.</param>
    [SentBy(Senders.Server)]
    public sealed record Command(string Id, string Machine, int ProcessId, string Certificate) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Command, Outcome<Done>>
    {
        // A number of its own among those that commands lock.
        private const long Lock = 6_147_223;

        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            // Two nodes that start together would otherwise not see each other.
            await context.Dialect.LockNumbersAsync(context, [Lock], cancellationToken);
            var now = actor.Now;
            var nodes = await context.Nodes.ToListAsync(cancellationToken);
            var mine = nodes.Find(node => node.Id == command.Id);
            var others = nodes.Where(node => node != mine).ToLookup(node => node.HasEnded(now));
            if (others[false].FirstOrDefault(node => node.Certificate != command.Certificate) is { } other)
            {
                return Outcome<Done>.Refused([
                    new Refusal(
                        "another-certificate",
                        "",
                        Words.Format("another-certificate", other.Machine, other.ProcessId, other.SecondsLeft(now))
                    ),
                ]);
            }

            context.Nodes.RemoveRange(others[true]);
            if (mine is null)
            {
                context.Nodes.Add(
                    new Node
                    {
                        Id = command.Id,
                        Machine = command.Machine,
                        ProcessId = command.ProcessId,
                        Certificate = command.Certificate,
                        StartedAt = now,
                        SeenAt = now,
                    }
                );
            }
            else
            {
                mine.SeenAt = now;
            }

            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
