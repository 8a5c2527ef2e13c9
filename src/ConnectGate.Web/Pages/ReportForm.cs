using ConnectGate.Care.Moderation;

namespace ConnectGate.Web.Pages;

/// <summary>The fields of a report, as the partial <c>_ReportFields</c> shows them.</summary>
public sealed class ReportForm
{
    public ReportCategory? Category { get; set; }

    public string? Comment { get; set; }
}
