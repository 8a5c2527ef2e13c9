namespace ConnectGate.Letters.Attempts.Refused;

/// <summary>Adds to the numbers of refusals by code and day.</summary>
internal static class AddRefusalCounts
{
    /// <summary>
    /// Sent by the <see cref="RefusalTally"/>, always in the order of days and codes, so that two nodes don't hold each
    /// other up.
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
                    // Two first ones at once meet in the primary key, and one runs again.
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
