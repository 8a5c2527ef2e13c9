using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.Introductions;

/// <summary>
/// A member asks a connection of theirs to pass a letter on: what the connector makes of it. The letter itself is the
/// request, which lives its life whatever is answered here; the answer is the connector's alone.
/// </summary>
internal sealed class Introduction
{
    private Introduction() { }

    public long RequestId { get; private set; }
    public ConnectionRequest Request { get; private set; } = null!;
    public long ConnectorId { get; private set; }
    public DateTime AskedAt { get; private set; }

    /// <summary>Null while they have not answered.</summary>
    public ConnectorsAnswer? Answer { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>What they wrote to pass it on; there also where the letter could no longer arrive.</summary>
    public string? Words { get; private set; }

    public int Version { get; private set; }

    /// <summary>A letter goes to its connector.</summary>
    internal static Introduction Of(ConnectionRequest request) =>
        new()
        {
            Request = request,
            ConnectorId = request.IntroducedById!.Value,
            AskedAt = request.SentAt,
        };

    /// <summary>Passes it on, also after a no.</summary>
    /// <exception cref="IllegalTransitionException">It was passed on before.</exception>
    internal void PassOn(string words, DateTime now)
    {
        RequireNotPassedOn();
        (Answer, AnsweredAt, Words) = (ConnectorsAnswer.PassedOn, now, words);
        Version++;
    }

    /// <summary>Does not pass it on; can be changed.</summary>
    /// <exception cref="IllegalTransitionException">It was passed on before.</exception>
    internal void TurnDown(ConnectorsAnswer answer, DateTime now)
    {
        RequireNotPassedOn();
        (Answer, AnsweredAt) = (answer, now);
        Version++;
    }

    private void RequireNotPassedOn()
    {
        if (Answer == ConnectorsAnswer.PassedOn)
        {
            throw new IllegalTransitionException("The letter was passed on already.");
        }
    }
}

/// <summary>What a connector makes of being asked. Only that it was passed on is ever told, to its recipient.</summary>
public enum ConnectorsAnswer
{
    /// <summary>Passed on with their words.</summary>
    PassedOn,

    /// <summary>"I don't know them well enough."</summary>
    DontKnowThem,

    /// <summary>"Not now."</summary>
    NotNow,
}
