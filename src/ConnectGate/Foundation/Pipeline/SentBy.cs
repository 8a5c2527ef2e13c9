using System.Reflection;

namespace ConnectGate.Foundation.Pipeline;

/// <summary>
/// Declares the senders of a command or query. Every message has one; <c>AccessBehavior</c> enforces it.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SentByAttribute(Senders senders) : Attribute
{
    public Senders Senders { get; } = senders;
}

/// <summary>Reads the declaration once for each type of message, because two behaviours need it each time.</summary>
internal static class DeclaredSenders<TMessage>
{
    /// <summary>Null where the message declares none.</summary>
    public static readonly Senders? Value = typeof(TMessage).GetCustomAttribute<SentByAttribute>()?.Senders;
}

public enum Senders
{
    /// <summary>Also a visitor who is not signed in. The message contains its own proof where it needs one.</summary>
    Anybody,

    /// <summary>Everybody who is signed in, suspended or not.</summary>
    Members,

    /// <summary>Everybody who is signed in and is not suspended. For commands only.</summary>
    MembersNotSuspended,

    /// <summary>Moderators and administrators who showed a second factor.</summary>
    Moderators,

    /// <summary>
    /// Administrators who showed a second factor, and the server's console, which does the same by a command.
    /// </summary>
    Administrators,

    /// <summary>The server itself: its console, a worker, or the handler of another message. Never a request.</summary>
    Server,
}
