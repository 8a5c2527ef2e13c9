using ConnectGate.Foundation.Portability;
using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.Sent;

/// <summary>The member's own letters, in the state that their sender sees.</summary>
internal sealed class SentExport(ConnectGateContext context) : IExports
{
    public IReadOnlyList<Type> Covers => [typeof(ConnectionRequest)];

    public IEnumerable<ExportTable> TablesOf(long memberId, DateTime now) =>
        [
            ExportTable.Of(
                "letters-sent",
                from sent in context.Requests
                where sent.SenderId == memberId
                join recipient in context.Members on sent.RecipientId equals recipient.Id
                join connector in context.Members on sent.IntroducedById equals (long?)connector.Id into connectors
                from connector in connectors.DefaultIfEmpty()
                orderby sent.Id
                select new
                {
                    Letter = sent,
                    recipient.Handle,
                    recipient.DisplayName,
                    Connector = (string?)connector.Handle,
                },
                found => new
                {
                    Id = found.Letter.PublicId,
                    found.Handle,
                    found.DisplayName,
                    AskedToPassOn = found.Connector,
                    Note = found.Letter.Note.Text,
                    found.Letter.Reason,
                    found.Letter.ReasonDetail,
                    found.Letter.Answers,
                    State = found.Letter.SeenBySender(now),
                    found.Letter.SentAt,
                    found.Letter.ExpiresAt,
                    Reply = found.Letter.ReplyText,
                    found.Letter.ReplyChannel,
                }
            ),
        ];
}
