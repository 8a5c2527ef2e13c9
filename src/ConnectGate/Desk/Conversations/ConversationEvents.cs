namespace ConnectGate.Desk.Conversations;

/// <param name="FirstUnread">Whether the reader had no unread message before.</param>
internal sealed record MessageWritten(Conversation Conversation, Message Message, long ReaderId, bool FirstUnread)
    : INotification;

/// <summary>Published before the save, in its transaction.</summary>
internal sealed record ConversationRead(Conversation Conversation, long ReaderId) : INotification;
