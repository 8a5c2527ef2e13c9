using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.Introductions;

/// <summary>
/// A connector's answer to a letter that they were asked to pass on. The letter is a <see cref="ConnectionRequest"/>
/// and has a state of its own. Only the connector sees this answer.
/// </summary>
internal sealed class Introduction
{
    private Introduction() { }

    public long RequestId { get; private set; }
    public ConnectionRequest Request { get; private set; } = null!;
    public long ConnectorId { get; private set; }
    public DateTime AskedAt { get; private set; }

    /// <summary>Null until the connector answers.</summary>
    public ConnectorsAnswer? Answer { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>
    /// The connector's words to the recipient; null until the letter is passed on. Stored even if the letter could no
    /// longer arrive.
    /// </summary>
    public string? Words { get; private set; }

    public int Version { get; private set; }

    internal static Introduction Of(ConnectionRequest request) =>
        new()
        {
            Request = request,
            ConnectorId = request.IntroducedById!.Value,
            AskedAt = request.SentAt,
        };

    /// <summary>Allowed also after the connector turned the letter down.</summary>
    /// <exception cref="IllegalTransitionException">The letter was passed on already.</exception>
    internal void PassOn(string words, DateTime now)
    {
        RequireNotPassedOn();
        (Answer, AnsweredAt, Words) = (ConnectorsAnswer.PassedOn, now, words);
        Version++;
    }

    /// <summary>The connector can change this answer later.</summary>
    /// <exception cref="IllegalTransitionException">The letter was passed on already.</exception>
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

/// <summary>
/// A connector's answer. The recipient learns that a letter was passed on. Nobody learns of any other answer.
/// </summary>
public enum ConnectorsAnswer
{
    /// <summary>The connector wrote words to the recipient.</summary>
    PassedOn,

    /// <summary>"I don't know them well enough."</summary>
    DontKnowThem,

    /// <summary>"Not now."</summary>
    NotNow,
}
