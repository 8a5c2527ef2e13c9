using ConnectGate.Foundation.Portability;
using ConnectGate.Gate;
using ConnectGate.Letters.Requests;
using ConnectGate.Ties.Connections.Blocks;
using Microsoft.Extensions.Options;

namespace ConnectGate.Desk.Inbox.Portability;

/// <summary>The letters that the member can read in their inbox, in the state that their recipient sees.</summary>
internal sealed class InboxExport(ConnectGateContext context, IOptions<GateOptions> options) : IExports
{
    public IReadOnlyList<Type> Covers => [typeof(ConnectionRequest)];

    public IEnumerable<ExportTable> TablesOf(long memberId, DateTime now)
    {
        var blocked = context.Blocks.BlockedBy(memberId);
        return
        [
            ExportTable.Of(
                "letters-received",
                from letter in context.Requests.ReadableBy(memberId, now, now - options.Value.WithdrawnStaysFor)
                join sender in context.Members on letter.SenderId equals sender.Id
                join connector in context.Members on letter.IntroducedById equals (long?)connector.Id into connectors
                from connector in connectors.DefaultIfEmpty()
                orderby letter.Id
                select new
                {
                    Letter = letter,
                    sender.Handle,
                    Connector = (string?)connector.Handle,
                    IsBlocked = blocked.Contains(letter.SenderId),
                },
                found => new
                {
                    Id = found.Letter.PublicId,
                    found.Handle,
                    DisplayName = found.Letter.SenderName,
                    IntroducedBy = found.Connector,
                    found.Letter.IntroductionWords,
                    Note = found.Letter.Note.Text,
                    found.Letter.Reason,
                    found.Letter.ReasonDetail,
                    found.Letter.Answers,
                    ReceivedAt = found.Letter.DeliverAt,
                    State = RecipientView.Of(found.Letter, found.IsBlocked, now),
                    found.Letter.DecidedAt,
                    Reply = found.Letter.ReplyText,
                    found.Letter.ReplyChannel,
                }
            ),
        ];
    }
}
