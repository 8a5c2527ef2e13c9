using ConnectGate.Foundation.Portability;

namespace ConnectGate.Care.Moderation.Reports;

/// <summary>
/// The member's own reports and what they learnt of each. Reports about the member stay hidden from them.
/// </summary>
internal sealed class ReportsExport(ConnectGateContext context) : IExports
{
    public IReadOnlyList<Type> Covers => [typeof(Report)];

    public IEnumerable<ExportTable> TablesOf(long memberId, DateTime now) =>
        [
            ExportTable.Of(
                "reports",
                from report in context.Reports
                where report.ReporterId == memberId
                orderby report.Id
                select new { Report = report, report.Case.Upheld },
                found =>
                {
                    var evidence = Evidence.FromJson(found.Report.Evidence);
                    return new
                    {
                        found.Report.Kind,
                        found.Report.Category,
                        Author = evidence.NameWhenReported,
                        Text = evidence.Note,
                        found.Report.Comment,
                        found.Report.At,
                        Answer = ListMyReports.AnswerTo(found.Report, found.Upheld),
                    };
                }
            ),
        ];
}
