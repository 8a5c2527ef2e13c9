using ConnectGate.Care.Moderation;
using ConnectGate.Ties.Connections.Blocks;

namespace ConnectGate.Web.Pages.Reports;

/// <summary>The fields of a report, as the partial <c>_ReportFields</c> shows them.</summary>
public sealed class ReportForm
{
    public ReportCategory? Category { get; set; }

    public string? Comment { get; set; }

    /// <summary>The handle of a blocked member who might be behind the account.</summary>
    public string? AgainOf { get; set; }

    /// <summary>The members among whom <see cref="AgainOf"/> can be chosen: those blocked last.</summary>
    internal IReadOnlyList<ListBlocked.Row> Blocked { get; private set; } = [];

    internal async Task ReadAsync(IMediator mediator, CancellationToken cancellationToken) =>
        Blocked = (await mediator.Send(new ListBlocked.Query(), cancellationToken)).Items;
}
