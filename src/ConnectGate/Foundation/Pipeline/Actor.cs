using System.Globalization;
using Microsoft.Extensions.Options;

namespace ConnectGate.Foundation.Pipeline;

/// <summary>
/// The sender of the current message, the time, the language and the time zone. All code that handles the message sees
/// the same values.
/// </summary>
internal sealed class Actor(ICurrentMember member, TimeProvider clock, Words words, IOptions<SiteOptions> site)
{
    private int _messages;
    private DateTime? _now;

    public bool IsSignedIn => member.IsSignedIn;

    /// <inheritdoc cref="ICurrentMember.Id"/>
    public long Id => member.Id;

    /// <summary>The sender's key; null for the server and for visitors.</summary>
    public long? Sender => IsSignedIn ? Id : null;

    /// <inheritdoc cref="ICurrentMember.MayModerate"/>
    public bool MayModerate => member.MayModerate;

    /// <inheritdoc cref="ICurrentMember.IdempotencyKey"/>
    public string? IdempotencyKey => member.IdempotencyKey;

    /// <inheritdoc cref="ICurrentMember.SessionId"/>
    public string? SessionId => member.SessionId;

    /// <summary>The instant of the message, in UTC. It does not change while the message is handled.</summary>
    public DateTime Now => _now ??= clock.GetUtcNow().UtcDateTime;

    /// <summary>The sender's language; the community's default for workers and the console.</summary>
    public CultureInfo Language => member.Language ?? words.DefaultLanguage;

    /// <summary>The sender's time zone; the community's for workers and the console.</summary>
    public TimeZoneInfo TimeZone => member.TimeZone ?? site.Value.Zone;

    /// <summary>The sender as the reader of a text.</summary>
    public Reader Reader => new(Language, TimeZone, Now);

    /// <summary>The text in the sender's language and time zone.</summary>
    public string Say(Wording wording) => words.Say(wording, Reader);

    /// <summary>
    /// Whether the actor is among those senders. Ignores a suspension, which <c>SuspensionBehavior</c> checks.
    /// </summary>
    /// <exception cref="InvalidOperationException">The message is for members, and nobody is signed in.</exception>
    public bool MaySend(Senders senders) =>
        senders switch
        {
            Senders.Anybody => true,
            Senders.Server => member.IsServer || _messages > 1, // the first message's handler sends the second
            Senders.Administrators when member.IsServer => true,
            _ when !IsSignedIn => throw new InvalidOperationException("Nobody is signed in."),
            Senders.Members or Senders.MembersNotSuspended => true,
            Senders.Moderators => member.MayModerate,
            Senders.Administrators => member.MayAdminister,
            _ => throw new ArgumentOutOfRangeException(nameof(senders), senders, "No such senders."),
        };

    /// <summary>
    /// Forgets the instant, for a message that starts or is tried again. The next use reads the clock.
    /// </summary>
    public void TakeTime() => _now = null;

    /// <summary>
    /// Handles a message at one instant. A message sent by another message's handler shares its instant.
    /// </summary>
    public async Task<T> AtOneInstantAsync<T>(Func<Task<T>> handle)
    {
        if (_messages++ == 0)
        {
            TakeTime();
        }

        try
        {
            return await handle();
        }
        finally
        {
            _messages--;
        }
    }
}
