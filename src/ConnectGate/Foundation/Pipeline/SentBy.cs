namespace ConnectGate.Foundation.Pipeline;

/// <summary>
/// Declares who may send a command or query. Every message has one; <c>AccessBehavior</c> enforces it.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SentByAttribute(Senders senders) : Attribute
{
    /// <summary>Who may send it.</summary>
    public Senders Senders { get; } = senders;
}

/// <summary>Who may send a message.</summary>
public enum Senders
{
    /// <summary>Also a visitor who is not signed in. The message carries its own proof where it needs one.</summary>
    Anybody,

    /// <summary>Everybody who is signed in.</summary>
    Members,

    /// <summary>Everybody who is signed in and is not suspended. For commands only.</summary>
    MembersNotSuspended,

    /// <summary>Moderators and administrators who showed a second factor.</summary>
    Moderators,

    /// <summary>Administrators who showed a second factor.</summary>
    Administrators,

    /// <summary>The server itself: its console, a worker, or the handler of another message. Never a request.</summary>
    Server,
}
