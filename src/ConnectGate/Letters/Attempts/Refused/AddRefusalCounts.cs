namespace ConnectGate.Letters.Attempts.Refused;

/// <summary>Adds to the stored numbers of refusals by code and day.</summary>
internal static class AddRefusalCounts
{
    /// <summary>
    /// Sent by <see cref="RefusalTally"/>. The counts are always in the order of day and code, so that two nodes cannot
    /// deadlock.
    /// </summary>
    [SentBy(Senders.Server)]
    public sealed record Command(IReadOnlyList<(DateOnly Day, string Code, int Count)> Counts) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            foreach (var (day, code, more) in command.Counts)
            {
                var added = await context
                    .RefusalCounts.Where(count => count.Day == day && count.Code == code)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(count => count.Count, count => count.Count + more),
                        cancellationToken
                    );
                if (added == 0)
                {
                    // If two nodes insert the same first count, the primary key stops one of them, and that one is
                    // retried.
                    context.RefusalCounts.Add(
                        new RefusalCount
                        {
                            Day = day,
                            Code = code,
                            Count = more,
                        }
                    );
                }
            }

            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
