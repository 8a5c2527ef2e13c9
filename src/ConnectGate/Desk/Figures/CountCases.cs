using ConnectGate.Care.Moderation;
using ConnectGate.Foundation.Figures;

namespace ConnectGate.Desk.Figures;

/// <summary>
/// Counts reports by category, opened cases, and decided cases by the time that they were open, each on its day.
/// </summary>
internal sealed class CountCases(DayTally tally)
    : INotificationHandler<ReportMade>,
        INotificationHandler<CaseOpened>,
        INotificationHandler<CaseClosed>
{
    public const string Reports = "reports",
        Opened = "cases-opened",
        Decided = "cases-decided";

    /// <summary>The keys of <see cref="Decided"/> with the end of each, in order. The last has no end.</summary>
    public static readonly IReadOnlyList<(string Key, TimeSpan Below)> Times =
    [
        ("1h", TimeSpan.FromHours(1)),
        ("6h", TimeSpan.FromHours(6)),
        ("24h", TimeSpan.FromHours(24)),
        ("3d", TimeSpan.FromDays(3)),
        ("7d", TimeSpan.FromDays(7)),
        ("longer", TimeSpan.MaxValue),
    ];

    public Task Handle(ReportMade notification, CancellationToken cancellationToken)
    {
        tally.Add(notification.Report.At, Reports, notification.Report.Category.ToString());
        return Task.CompletedTask;
    }

    public Task Handle(CaseOpened notification, CancellationToken cancellationToken)
    {
        tally.Add(notification.File.OpenedAt, Opened, "");
        return Task.CompletedTask;
    }

    public Task Handle(CaseClosed notification, CancellationToken cancellationToken)
    {
        var closedAt = notification.File.ClosedAt!.Value;
        var took = closedAt - notification.File.OpenedAt;
        tally.Add(closedAt, Decided, Times.First(time => took < time.Below).Key);
        return Task.CompletedTask;
    }
}
