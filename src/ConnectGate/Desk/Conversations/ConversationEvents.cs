namespace ConnectGate.Desk.Conversations;

/// <summary>A member wrote in a conversation. Published before the save, in its transaction.</summary>
/// <param name="Conversation">Where.</param>
/// <param name="Message">What; its author is <see cref="Message.AuthorId"/>.</param>
/// <param name="ReaderId">The other of the two.</param>
/// <param name="FirstUnread">Whether the reader had nothing unread before.</param>
internal sealed record MessageWritten(Conversation Conversation, Message Message, long ReaderId, bool FirstUnread)
    : INotification;

/// <summary>A member read a conversation up to a message. Published before the save, in its transaction.</summary>
/// <param name="Conversation">Which.</param>
/// <param name="ReaderId">Who.</param>
internal sealed record ConversationRead(Conversation Conversation, long ReaderId) : INotification;
