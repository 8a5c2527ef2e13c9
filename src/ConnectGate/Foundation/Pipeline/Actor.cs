using System.Globalization;
using Microsoft.Extensions.Options;

namespace ConnectGate.Foundation.Pipeline;

/// <summary>
/// Who sends the current message, when, and in which language and time zone. The same value for everything that
/// handles the message.
/// </summary>
internal sealed class Actor(ICurrentMember member, TimeProvider clock, Words words, IOptions<SiteOptions> site)
{
    private int _messages;
    private DateTime? _now;

    /// <inheritdoc cref="ICurrentMember.IsSignedIn"/>
    public bool IsSignedIn => member.IsSignedIn;

    /// <inheritdoc cref="ICurrentMember.Id"/>
    public long Id => member.Id;

    /// <inheritdoc cref="ICurrentMember.MayModerate"/>
    public bool MayModerate => member.MayModerate;

    /// <inheritdoc cref="ICurrentMember.IdempotencyKey"/>
    public string? IdempotencyKey => member.IdempotencyKey;

    /// <summary>The instant of the message, in UTC. It stands still while the message is handled.</summary>
    public DateTime Now => _now ??= clock.GetUtcNow().UtcDateTime;

    /// <summary>The language of who sends the message; the community's default for workers and the console.</summary>
    public CultureInfo Language => member.Language ?? words.DefaultLanguage;

    /// <summary>The time zone of who sends the message; the community's for workers and the console.</summary>
    public TimeZoneInfo TimeZone => member.TimeZone ?? site.Value.Zone;

    /// <summary>The text in the language of who sends the message.</summary>
    public string Say(Wording wording) => words.Say(wording, Language);

    /// <summary>Whether the actor is among those senders; their suspension is not looked at here.</summary>
    /// <exception cref="InvalidOperationException">Members are asked for, and nobody is signed in.</exception>
    public bool MaySend(Senders senders) =>
        senders switch
        {
            Senders.Anybody => true,
            Senders.Server => member.IsServer || _messages > 1, // the second is sent by the first one's handler
            _ when !IsSignedIn => throw new InvalidOperationException("Nobody is signed in."),
            Senders.Members or Senders.MembersNotSuspended => true,
            Senders.Moderators => member.MayModerate,
            Senders.Administrators => member.MayAdminister,
            _ => throw new ArgumentOutOfRangeException(nameof(senders), senders, "No such senders."),
        };

    /// <summary>Takes the time anew, for a message that starts or is tried again.</summary>
    public void TakeTime() => _now = null;

    /// <summary>Handles a message at one instant. A message sent by a message shares its instant.</summary>
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
