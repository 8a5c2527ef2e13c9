namespace ConnectGate.Foundation.Pipeline.Writing;

/// <summary>
/// The pauses of a command that runs again. They grow, and chance makes them differ, so that commands that met once do
/// not meet again.
/// </summary>
/// <param name="clock">Measures the pauses. They are real time, whatever the community's clock says.</param>
/// <param name="chance">A number from 0 to 1 for each pause.</param>
internal sealed class BackOff(TimeProvider clock, Func<double> chance)
{
    /// <summary>How often a command runs at most. All pauses together last 1.03 seconds at most.</summary>
    public const int Runs = 8;

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(10),
        Longest = TimeSpan.FromMilliseconds(400);

    /// <summary>From half of the full pause to all of it. The full pause doubles each time.</summary>
    /// <param name="runs">How often the command ran so far; from 1.</param>
    public TimeSpan After(int runs)
    {
        var full = First * Math.Pow(2, runs - 1);
        return (full < Longest ? full : Longest) * (1 + chance()) / 2;
    }

    public Task WaitAsync(int runs, CancellationToken cancellationToken) =>
        Task.Delay(After(runs), clock, cancellationToken);
}
