using ConnectGate.Foundation.Portability;

namespace ConnectGate.Letters.References;

/// <summary>
/// The questions "do you know this person?" that the member asked, without the private answers of others, and those
/// that the member was asked, with their own answers. Questions about the member stay hidden from them.
/// </summary>
internal sealed class ReferencesExport(ConnectGateContext context) : IExports
{
    public IReadOnlyList<Type> Covers => [typeof(Reference)];

    public IEnumerable<ExportTable> TablesOf(long memberId, DateTime now)
    {
        var open = context.References.Open(context.Requests, now);
        return
        [
            ExportTable.Of(
                "references-asked",
                from reference in context.References
                where reference.AskerId == memberId
                join asked in context.Members on reference.AskedId equals asked.Id
                join about in context.Members on reference.AboutId equals about.Id
                orderby reference.Id
                select new
                {
                    Asked = asked.Handle,
                    AskedName = asked.DisplayName,
                    About = about.Handle,
                    AboutName = about.DisplayName,
                    reference.AskedAt,
                },
                row => row
            ),
            ExportTable.Of(
                "references-given",
                from reference in context.References
                where
                    reference.AskedId == memberId
                    && (reference.Answer != null || open.Any(one => one.Id == reference.Id))
                join asker in context.Members on reference.AskerId equals asker.Id
                join about in context.Members on reference.AboutId equals about.Id
                orderby reference.Id
                select new
                {
                    AskedBy = asker.Handle,
                    AskedByName = asker.DisplayName,
                    About = about.Handle,
                    AboutName = about.DisplayName,
                    reference.AskedAt,
                    reference.Answer,
                    reference.Line,
                    reference.AnsweredAt,
                },
                row => row
            ),
        ];
    }
}
