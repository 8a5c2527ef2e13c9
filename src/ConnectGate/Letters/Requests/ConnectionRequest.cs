using ConnectGate.Gate;
using ConnectGate.People.Policy;

namespace ConnectGate.Letters.Requests;

/// <summary>
/// A request from one member to another to connect: a letter. The stored state is the decision. The clock determines
/// delivery, expiry and the end of the grace. The withdrawal and the decision are separate fields, because the sender
/// must not be able to infer the decision from a withdrawal.
/// </summary>
internal sealed partial class ConnectionRequest
{
    private ConnectionRequest() { }

    public long Id { get; private set; }
    public string PublicId { get; private set; } = "";
    public long SenderId { get; private set; }
    public long RecipientId { get; private set; }
    public long LowId { get; private set; }
    public long HighId { get; private set; }

    public PersonalNote Note { get; private set; } = null!;
    public Reason Reason { get; private set; }
    public string ReasonDetail { get; private set; } = "";

    /// <summary>
    /// The group or gathering that completes the reason, or null. At the time of sending, both members were on its
    /// roster and a moderator had recognised it.
    /// </summary>
    public long? GroupId { get; private set; }

    public IReadOnlyList<AnswerGiven> Answers { get; private set; } = [];

    /// <summary>The terms of the recipient's policy at the time of sending.</summary>
    public LetterTerms SentUnder { get; private set; } = null!;

    /// <summary>The sender's display name at the time of sending.</summary>
    public string SenderName { get; private set; } = "";

    /// <summary>The connector who passes it on, or null for a direct letter.</summary>
    public long? IntroducedById { get; private set; }

    /// <summary>The connector's description of how they know both. Null until they pass the letter on.</summary>
    public string? IntroductionWords { get; private set; }

    /// <summary>
    /// The time, as known at sending, at which both last confirmed that they met. Null if they never did.
    /// </summary>
    public DateTime? MetAt { get; private set; }

    /// <summary>Whether the meeting was too long ago at sending, so the letter counts as a stranger's letter.</summary>
    public bool MetLongAgo { get; private set; }

    /// <summary>
    /// Whether the members were introduced or had met, or a mutual connection vouches for the sender. Such letters come
    /// first in the inbox.
    /// </summary>
    public bool IsVouchedFor { get; private set; }

    /// <summary>
    /// Whether the gate advised the sender that the letter could have been written to anyone. Such letters come below
    /// the others in the inbox.
    /// </summary>
    public bool CouldBeToAnyone { get; private set; }

    /// <summary>
    /// The time of sending. For an introduced letter, the time at which the sender asked for the introduction.
    /// </summary>
    public DateTime SentAt { get; private set; }

    /// <summary>
    /// The end of the time in which the sender can correct the letter or take it back without trace. Later events do
    /// not change this date, because the sender sees it.
    /// </summary>
    public DateTime ChangeableUntil { get; private set; }

    /// <summary>
    /// The time from which the recipient can read it. While it is with a connector, the time from which the connector
    /// can.
    /// </summary>
    public DateTime DeliverAt { get; private set; }
    public DateTime ExpiresAt { get; private set; }

    public RequestState State { get; private set; }
    public DateTime? OpenedAt { get; private set; }
    public DateTime? DecidedAt { get; private set; }

    /// <summary>
    /// The end of the time in which an acceptance can be undone. The connection becomes valid at this time.
    /// </summary>
    public DateTime? GraceEndsAt { get; private set; }

    /// <summary>
    /// The decline that an acceptance changed, and its time. An undo within the grace restores it. Null where the
    /// letter waited until the acceptance.
    /// </summary>
    public RequestState? DeclinedBefore { get; private set; }
    public DateTime? DeclinedBeforeAt { get; private set; }

    /// <summary>The time at which the sender withdrew, independent of the decision.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>The text of a decline, or null.</summary>
    public string? ReplyText { get; private set; }

    /// <summary>Another way to reach the recipient, sent with the text of a decline. Null if there is none.</summary>
    public string? ReplyChannel { get; private set; }

    public int Version { get; private set; }

    /// <summary>
    /// The only way to create a request: from a letter that the gate admitted. A vouched letter is delivered at once. A
    /// letter to be passed on goes to its connector first.
    /// </summary>
    internal static ConnectionRequest Send(AdmittedLetter letter, GateOptions options, DateTime now)
    {
        var pair = Pair.Of(letter.SenderId, letter.RecipientId);
        var grounds = letter.Grounds;
        var sentAt = grounds.Introduction?.AskedAt ?? now;
        var goesOutAt = grounds.AreVouched && !grounds.IsToBePassedOn ? now : now + options.DeliveredAfter;
        var request = new ConnectionRequest
        {
            PublicId = Foundation.Data.PublicId.Next(),
            SenderId = letter.SenderId,
            RecipientId = letter.RecipientId,
            LowId = pair.Low,
            HighId = pair.High,
            SenderName = letter.SenderName,
            SentUnder = letter.Terms,
            IntroducedById = grounds.Introduction?.ConnectorId,
            IntroductionWords = grounds.IsToBePassedOn ? null : grounds.Introduction?.Words,
            MetAt = grounds.MetAt,
            MetLongAgo = grounds.MetLongAgo,
            IsVouchedFor = grounds.AreSaid,
            SentAt = sentAt,
            ChangeableUntil = goesOutAt,
            DeliverAt = goesOutAt,
            ExpiresAt = sentAt + options.ExpiresAfter,
            State = grounds.IsToBePassedOn ? RequestState.WithConnector : RequestState.Waiting,
        };
        request.Write(letter);
        return request;
    }

    /// <summary>How the members knew each other at sending, as confirmed by somebody other than the sender.</summary>
    internal Grounds Grounds =>
        new()
        {
            Introduction = IntroducedById is { } connector
                ? new PassedOn(connector, IntroductionWords ?? "", SentAt)
                : null,
            MetAt = MetAt,
            MetLongAgo = MetLongAgo,
        };

    /// <summary>Whether the sender can still take it back without trace.</summary>
    internal bool CanBeTakenBack(DateTime now) => now < ChangeableUntil;

    private void Write(AdmittedLetter letter)
    {
        Note = letter.Note;
        Reason = letter.Reason.Reason;
        ReasonDetail = letter.Reason.Detail;
        GroupId = letter.GroupId;
        CouldBeToAnyone = letter.CouldBeToAnyone;
        Answers = [.. letter.Answers.Select(answer => new AnswerGiven(answer.Question, answer.Text))];
    }
}
