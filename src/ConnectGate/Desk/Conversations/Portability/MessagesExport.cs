using ConnectGate.Foundation.Portability;

namespace ConnectGate.Desk.Conversations.Portability;

/// <summary>Everything that the member can read in their conversations.</summary>
internal sealed class MessagesExport(ConnectGateContext context) : IExports
{
    public IReadOnlyList<Type> Covers => [typeof(Conversation), typeof(Message)];

    public IEnumerable<ExportTable> TablesOf(long memberId, DateTime now) =>
        [
            ExportTable.Of(
                "messages",
                from conversation in context.Conversations
                where conversation.LowId == memberId || conversation.HighId == memberId
                join other in context.Members
                    on conversation.LowId == memberId ? conversation.HighId : conversation.LowId equals other.Id
                join message in context.Messages on conversation.Id equals message.ConversationId
                where message.VisibleFrom <= now
                orderby message.Id
                select new
                {
                    other.Handle,
                    other.DisplayName,
                    Mine = message.AuthorId == memberId,
                    message.Kind,
                    message.Text,
                    message.WrittenAt,
                },
                row => row
            ),
        ];
}
