using ConnectGate.Gate;
using ConnectGate.People.Policy;

namespace ConnectGate.Letters.Requests;

/// <summary>
/// One member asking another to connect: a letter. Its state is what was decided; delivered, expired and the end of the
/// grace are read by the clock. What the sender did (withdrew) and what the recipient decided are kept apart, since the
/// sender must not be able to tell the second from the answer to the first.
/// </summary>
internal sealed class ConnectionRequest
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
    /// The group or gathering that completes the reason: both were on its roster when it was sent, and a moderator had
    /// recognised it. Null where none was picked.
    /// </summary>
    public long? GroupId { get; private set; }

    public IReadOnlyList<AnswerGiven> Answers { get; private set; } = [];

    /// <summary>What the recipient's policy said of a letter when this one was sent.</summary>
    public LetterTerms SentUnder { get; private set; } = null!;

    /// <summary>The sender's display name when they wrote.</summary>
    public string SenderName { get; private set; } = "";

    /// <summary>Who passes it on; null where it goes straight from its sender.</summary>
    public long? IntroducedById { get; private set; }

    /// <summary>How the connector knows both, in their words; null until they have passed it on.</summary>
    public string? IntroductionWords { get; private set; }

    /// <summary>
    /// When both had last confirmed that they met, as it was when it was sent; null where they never had.
    /// </summary>
    public DateTime? MetAt { get; private set; }

    /// <summary>Whether that was too long before for it to be no stranger's letter.</summary>
    public bool MetLongAgo { get; private set; }

    /// <summary>
    /// Whether somebody beside the sender speaks for it: introduced, met, or vouched for since. Such letters come first
    /// in the inbox.
    /// </summary>
    public bool IsVouchedFor { get; private set; }

    /// <summary>When its sender asked; of an introduced one, when they asked for the introduction.</summary>
    public DateTime SentAt { get; private set; }

    /// <summary>
    /// Until then its sender can correct it, or take it back without trace. They see this date; whatever comes after,
    /// it stays.
    /// </summary>
    public DateTime ChangeableUntil { get; private set; }

    /// <summary>From when its recipient reads it; while it is with a connector, from when they do.</summary>
    public DateTime DeliverAt { get; private set; }
    public DateTime ExpiresAt { get; private set; }

    public RequestState State { get; private set; }
    public DateTime? OpenedAt { get; private set; }
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Until then an acceptance can be undone; the connection is made when it passes.</summary>
    public DateTime? GraceEndsAt { get; private set; }

    /// <summary>When the sender withdrew, whatever the recipient had decided.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>The words of a decline, if it had any.</summary>
    public string? ReplyText { get; private set; }

    /// <summary>A better way to reach the recipient that came with the words.</summary>
    public string? ReplyChannel { get; private set; }

    public int Version { get; private set; }

    /// <summary>
    /// The one factory: a request comes only from what the gate admitted. What others vouch for is delivered at once;
    /// what is to be passed on goes to its connector.
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

    /// <summary>Corrects the letter before it is delivered.</summary>
    /// <exception cref="IllegalTransitionException">It has been delivered.</exception>
    internal void Correct(AdmittedLetter letter, DateTime now)
    {
        Require(now < ChangeableUntil && WithdrawnAt is null, "corrected after delivery");
        Write(letter);
        Version++;
    }

    /// <summary>Its connector passes it on, with their words; it is delivered at once.</summary>
    /// <exception cref="IllegalTransitionException">It is not with a connector, or not yet.</exception>
    internal void PassOn(AdmittedLetter letter, DateTime now)
    {
        Require(State == RequestState.WithConnector && DeliverAt <= now && now < ExpiresAt, "passed on");
        (State, IntroductionWords, DeliverAt) = (RequestState.Waiting, letter.Grounds.Introduction!.Words, now);
        Version++;
    }

    /// <summary>How the two knew each other when it was sent, as far as others said so.</summary>
    internal Grounds Grounds =>
        new()
        {
            Introduction = IntroducedById is { } connector
                ? new PassedOn(connector, IntroductionWords ?? "", SentAt)
                : null,
            MetAt = MetAt,
            MetLongAgo = MetLongAgo,
        };

    /// <summary>Whether it can still be taken back without trace.</summary>
    internal bool CanBeTakenBack(DateTime now) => now < ChangeableUntil;

    /// <summary>
    /// Withdraws. Always succeeds for the sender while they see it as sent, and during the grace it wins over the
    /// acceptance. Returns whether an acceptance was overruled, whose connection must go.
    /// </summary>
    /// <exception cref="IllegalTransitionException">They can see that it came to an end: connected, answered, withdrawn
    /// or expired.</exception>
    internal bool Withdraw(DateTime now)
    {
        Require(SeenBySender(now) == SenderState.Sent, "withdrawn after its end");
        var overruled = State == RequestState.Accepted;
        WithdrawnAt = now;
        if (State is RequestState.Waiting or RequestState.Accepted or RequestState.WithConnector)
        {
            State = RequestState.Withdrawn;
            GraceEndsAt = null;
        }

        Version++;
        return overruled;
    }

    /// <summary>The recipient opened it; only the first time is recorded.</summary>
    internal void Open(DateTime now)
    {
        if (OpenedAt is null)
        {
            OpenedAt = now;
            Version++;
        }
    }

    /// <summary>Accepts, also after a decline while the request has not expired.</summary>
    /// <exception cref="IllegalTransitionException">It is not there to be accepted.</exception>
    internal void Accept(GateOptions options, DateTime now)
    {
        Require(CanBeDecided(now) && State != RequestState.Accepted, "accepted");
        (State, DecidedAt, GraceEndsAt) = (RequestState.Accepted, now, now + options.Grace);
        Version++;
    }

    /// <summary>Undoes an acceptance within its grace; the letter waits again.</summary>
    /// <exception cref="IllegalTransitionException">There is no acceptance, or its grace is over.</exception>
    internal void Undo(DateTime now)
    {
        Require(State == RequestState.Accepted && now < GraceEndsAt, "undone");
        (State, DecidedAt, GraceEndsAt) = (RequestState.Waiting, null, null);
        Version++;
    }

    /// <summary>
    /// Declines, or changes a decline from one kind to the other. Words go out once and cannot be taken back.
    /// </summary>
    /// <exception cref="IllegalTransitionException">It is not there to be declined, or words were sent
    /// already.</exception>
    internal void Decline(bool forGood, DeclineReply? reply, DateTime now)
    {
        Require(CanBeDecided(now) && State != RequestState.Accepted, "declined");
        Require(reply is null || ReplyText is null, "answered twice");
        State = forGood ? RequestState.DeclinedForGood : RequestState.DeclinedNotNow;
        DecidedAt = now;
        ReplyText ??= reply?.Text;
        ReplyChannel ??= reply?.Channel;
        Version++;
    }

    /// <summary>
    /// Declines for good whatever the state was: a report decides also about a letter that was withdrawn or has
    /// expired. Returns whether a running grace was cut short, whose connection must go.
    /// </summary>
    /// <exception cref="IllegalTransitionException">It became a connection; a letter is reported before
    /// that.</exception>
    internal bool DeclineByReport(DateTime now)
    {
        var overruled = State == RequestState.Accepted;
        Require(!overruled || now < GraceEndsAt, "reported once it is a connection");
        (State, DecidedAt, GraceEndsAt) = (RequestState.DeclinedForGood, now, null);
        Version++;
        return overruled;
    }

    /// <summary>
    /// Ends it from outside: a block, a suspension, a gate that lets it no longer pass. Returns whether a running grace
    /// was cut short, whose connection must go.
    /// </summary>
    internal bool Close(DateTime now)
    {
        var overruled = State == RequestState.Accepted && now < GraceEndsAt;
        if (overruled || State is RequestState.Waiting or RequestState.WithConnector)
        {
            (State, GraceEndsAt) = (RequestState.Closed, null);
            Version++;
        }

        return overruled;
    }

    /// <summary>
    /// Its time is over; makes room in the indexes that hold what is open. What was never passed on stays unread.
    /// </summary>
    internal void Lapse(DateTime now)
    {
        Require(State is RequestState.Waiting or RequestState.WithConnector && ExpiresAt <= now, "lapsed");
        State = State == RequestState.Waiting ? RequestState.Expired : RequestState.Closed;
        Version++;
    }

    /// <summary>
    /// A mutual connection's answer speaks for the sender, or no longer does. Introduced or met, it is vouched for
    /// whatever they say.
    /// </summary>
    internal void Vouch(bool byReference)
    {
        IsVouchedFor = Grounds.AreVouched || byReference;
        Version++;
    }

    /// <summary>
    /// The two talk, or stop: its time stands still for as long, and this is where its end is moved to.
    /// </summary>
    internal void MoveExpiry(DateTime until)
    {
        ExpiresAt = until;
        Version++;
    }

    /// <exception cref="IllegalTransitionException">It does not wait for a decision.</exception>
    internal void RequireUndecided(DateTime now) => Require(IsUndecided(now), "talked or asked about");

    /// <exception cref="IllegalTransitionException">Its sender can tell that it has ended.</exception>
    internal void RequireSeenAsSent(DateTime now) =>
        Require(SeenBySender(now) == SenderState.Sent, "talked about by its sender");

    /// <summary>Whether it waits for the recipient's decision.</summary>
    internal bool IsUndecided(DateTime now) => State == RequestState.Waiting && CanBeDecided(now);

    /// <summary>Whether the recipient can decide: delivered, not withdrawn or closed, not expired.</summary>
    internal bool CanBeDecided(DateTime now) =>
        DeliverAt <= now
        && now < ExpiresAt
        && State
            is RequestState.Waiting
                or RequestState.Accepted
                or RequestState.DeclinedNotNow
                or RequestState.DeclinedForGood
        && WithdrawnAt is null;

    /// <summary>
    /// What the sender can tell; the same for a letter that waits, was silently declined, was reported or met a block.
    /// </summary>
    internal SenderState SeenBySender(DateTime now) =>
        SenderView.Of(State, WithdrawnAt, ReplyText, GraceEndsAt, ExpiresAt, now);

    private void Write(AdmittedLetter letter)
    {
        Note = letter.Note;
        Reason = letter.Reason.Reason;
        ReasonDetail = letter.Reason.Detail;
        GroupId = letter.GroupId;
        Answers = [.. letter.Answers.Select(answer => new AnswerGiven(answer.Question, answer.Text))];
    }

    private static void Require(bool legal, string step)
    {
        if (!legal)
        {
            throw new IllegalTransitionException($"A connection request cannot be {step} in its state.");
        }
    }
}
