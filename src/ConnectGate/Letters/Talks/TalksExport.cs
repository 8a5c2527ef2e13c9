using ConnectGate.Foundation.Portability;
using ConnectGate.Gate;
using ConnectGate.Letters.Requests;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Talks;

/// <summary>
/// What was written about letters before a decision: the member's own messages, and those that reached them.
/// </summary>
internal sealed class TalksExport(ConnectGateContext context, IOptions<GateOptions> options) : IExports
{
    public IReadOnlyList<Type> Covers => [typeof(Talk), typeof(TalkMessage)];

    public IEnumerable<ExportTable> TablesOf(long memberId, DateTime now)
    {
        var received = context.Requests.ReadableBy(memberId, now, now - options.Value.WithdrawnStaysFor);
        return
        [
            ExportTable.Of(
                "talks-before-a-decision",
                from letter in context.Requests
                where letter.SenderId == memberId || received.Any(one => one.Id == letter.Id)
                join message in context.TalkMessages on letter.Id equals message.RequestId
                where message.IsDelivered || message.AuthorId == memberId
                orderby message.Id
                select new
                {
                    Letter = letter.PublicId,
                    Mine = message.AuthorId == memberId,
                    message.Text,
                    message.WrittenAt,
                },
                row => row
            ),
        ];
    }
}
