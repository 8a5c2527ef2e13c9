using ConnectGate.Foundation.Figures;

namespace ConnectGate.Letters.Attempts.Refused;

/// <summary>Adds to the stored numbers of refusals by code and day.</summary>
internal static class AddRefusalCounts
{
    /// <summary>The kind of these counts; their key is the code.</summary>
    public const string Kind = "refusals";

    /// <summary>Sent by <see cref="RefusalTally"/>.</summary>
    [SentBy(Senders.Server)]
    public sealed record Command(IReadOnlyList<(DateOnly Day, string Code, int Count)> Counts) : ICommand<Done>;

    internal sealed class Handler(DayTally days) : IRequestHandler<Command, Outcome<Done>>
    {
        public Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            foreach (var (day, code, count) in command.Counts)
            {
                days.Add(day, Kind, code, count);
            }

            return Task.FromResult(Outcome<Done>.Of(default));
        }
    }
}
