using ConnectGate.Foundation.Portability;

namespace ConnectGate.Care.Moderation.Measures;

/// <summary>The moderators' decisions about the member and the member's appeals, as the member reads them.</summary>
internal sealed class DecisionsExport(ConnectGateContext context) : IExports
{
    public IReadOnlyList<Type> Covers => [typeof(Measure)];

    public IEnumerable<ExportTable> TablesOf(long memberId, DateTime now) =>
        [
            ExportTable.Of(
                "decisions",
                context.Measures.Where(measure => measure.MemberId == memberId).OrderBy(measure => measure.Id),
                measure => ReadDecisions.Decision.Of(measure, now)
            ),
        ];
}
