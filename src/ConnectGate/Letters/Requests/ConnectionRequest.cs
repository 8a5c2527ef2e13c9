using ConnectGate.Gate;
using ConnectGate.People.Policy;

namespace ConnectGate.Letters.Requests;

/// <summary>
/// A request from one member to another to connect: a letter. The stored state is the decision. The clock determines
/// delivery, expiry and the end of the grace. The withdrawal and the decision are separate fields, because the sender
/// must not be able to infer the decision from a withdrawal.
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

    /// <exception cref="IllegalTransitionException">The letter has been delivered or withdrawn.</exception>
    internal void Correct(AdmittedLetter letter, DateTime now)
    {
        Require(now < ChangeableUntil && WithdrawnAt is null, "corrected after delivery");
        Write(letter);
        Version++;
    }

    /// <summary>
    /// Delivers the letter before its time, because the recipient wrote to the sender meanwhile. It can no longer be
    /// corrected.
    /// </summary>
    /// <exception cref="IllegalTransitionException">The letter has been delivered, or does not wait.</exception>
    internal void DeliverAtOnce(DateTime now)
    {
        Require(this.Waits(now) && now < DeliverAt, "delivered at once");
        (ChangeableUntil, DeliverAt) = (now, now);
        Version++;
    }

    /// <summary>The connector passes the letter on with their own words. It is delivered at once.</summary>
    /// <exception cref="IllegalTransitionException">The letter is not with a connector, the connector cannot read it
    /// yet, or it has expired.</exception>
    internal void PassOn(AdmittedLetter letter, DateTime now)
    {
        Require(State == RequestState.WithConnector && DeliverAt <= now && now < ExpiresAt, "passed on");
        (State, IntroductionWords, DeliverAt) = (RequestState.Waiting, letter.Grounds.Introduction!.Words, now);
        Version++;
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

    /// <summary>
    /// Withdraws the request. The sender can withdraw while they see it as sent. During the grace, the withdrawal
    /// overrules the acceptance. Returns true if it overruled an acceptance; the caller must then remove the prepared
    /// connection.
    /// </summary>
    /// <exception cref="IllegalTransitionException">The sender sees that the request has ended: connected, answered,
    /// withdrawn or expired.</exception>
    internal bool Withdraw(DateTime now)
    {
        Require(this.SeenBySender(now) == SenderState.Sent, "withdrawn after its end");
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

    /// <summary>Records the first opening only.</summary>
    internal void Open(DateTime now)
    {
        if (OpenedAt is null)
        {
            OpenedAt = now;
            Version++;
        }
    }

    /// <summary>Accepts the request. An acceptance is possible after a decline, until the request expires.</summary>
    /// <exception cref="IllegalTransitionException">The request cannot be decided now, or it is already
    /// accepted.</exception>
    internal void Accept(GateOptions options, DateTime now)
    {
        Require(CanBeDecided(now) && State != RequestState.Accepted, "accepted");
        (DeclinedBefore, DeclinedBeforeAt) = (State == RequestState.Waiting ? null : State, DecidedAt);
        (State, DecidedAt, GraceEndsAt) = (RequestState.Accepted, now, now + options.Grace);
        Version++;
    }

    /// <summary>
    /// Undoes an acceptance within its grace. The letter waits for a decision again, or is declined as before.
    /// </summary>
    /// <exception cref="IllegalTransitionException">There is no acceptance, or its grace has ended.</exception>
    internal void Undo(DateTime now)
    {
        Require(IsInGrace(now), "undone");
        (State, DecidedAt, GraceEndsAt) = (DeclinedBefore ?? RequestState.Waiting, DeclinedBeforeAt, null);
        Version++;
    }

    /// <summary>
    /// Declines the request, or changes the kind of an earlier decline. A reply is sent once and cannot be taken back.
    /// </summary>
    /// <exception cref="IllegalTransitionException">The request cannot be declined now, or a reply was already
    /// sent.</exception>
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
    /// Declines for good from any state, because a member can also report a withdrawn or expired letter. Returns true
    /// if it overruled an acceptance in its grace; the caller must then remove the prepared connection.
    /// </summary>
    /// <exception cref="IllegalTransitionException">The request has become a connection.</exception>
    internal bool DeclineByReport(DateTime now)
    {
        var overruled = IsInGrace(now);
        Require(overruled || State != RequestState.Accepted, "reported once it is a connection");
        (State, DecidedAt, GraceEndsAt) = (RequestState.DeclinedForGood, now, null);
        Version++;
        return overruled;
    }

    /// <summary>
    /// Ends the request because of a block, a suspension or a refusal by the gate. Returns true if it overruled an
    /// acceptance in its grace; the caller must then remove the prepared connection.
    /// </summary>
    internal bool Close(DateTime now)
    {
        var overruled = IsInGrace(now);
        if (overruled || State is RequestState.Waiting or RequestState.WithConnector)
        {
            (State, GraceEndsAt) = (RequestState.Closed, null);
            Version++;
        }

        return overruled;
    }

    /// <summary>
    /// Marks an expired request as ended, so that it leaves the unique indexes of open requests. The recipient cannot
    /// read a letter that the connector never passed on.
    /// </summary>
    internal void Lapse(DateTime now)
    {
        Require(State is RequestState.Waiting or RequestState.WithConnector && ExpiresAt <= now, "lapsed");
        State = State == RequestState.Waiting ? RequestState.Expired : RequestState.Closed;
        Version++;
    }

    /// <summary>
    /// Records whether a mutual connection vouches for the sender. An introduced or met sender stays vouched for in any
    /// case.
    /// </summary>
    internal void Vouch(bool byReference)
    {
        IsVouchedFor = Grounds.AreVouched || byReference;
        Version++;
    }

    /// <summary>Moves the expiry; a talk pauses the clock.</summary>
    internal void MoveExpiry(DateTime until)
    {
        ExpiresAt = until;
        Version++;
    }

    /// <exception cref="IllegalTransitionException">The request is not waiting for a decision.</exception>
    internal void RequireUndecided(DateTime now) => Require(IsUndecided(now), "talked or asked about");

    /// <exception cref="IllegalTransitionException">The sender sees that the request has ended.</exception>
    internal void RequireSeenAsSent(DateTime now) =>
        Require(this.SeenBySender(now) == SenderState.Sent, "talked about by its sender");

    /// <summary>As <see cref="RunningRequests.Waiting"/>: not decided and not expired; it may not be delivered
    /// yet.</summary>
    internal bool Waits(DateTime now) => State == RequestState.Waiting && ExpiresAt > now;

    /// <summary>As <see cref="RunningRequests.InGrace"/>: an acceptance that can still be undone.</summary>
    internal bool IsInGrace(DateTime now) => State == RequestState.Accepted && GraceEndsAt > now;

    /// <summary>Whether the request is delivered and waits for a decision of the recipient.</summary>
    internal bool IsUndecided(DateTime now) => Waits(now) && CanBeDecided(now);

    /// <summary>
    /// Whether the recipient can decide: the request is delivered and not withdrawn, closed or expired.
    /// </summary>
    internal bool CanBeDecided(DateTime now) =>
        DeliverAt <= now
        && now < ExpiresAt
        && State
            is RequestState.Waiting
                or RequestState.Accepted
                or RequestState.DeclinedNotNow
                or RequestState.DeclinedForGood
        && WithdrawnAt is null;

    private void Write(AdmittedLetter letter)
    {
        Note = letter.Note;
        Reason = letter.Reason.Reason;
        ReasonDetail = letter.Reason.Detail;
        GroupId = letter.GroupId;
        CouldBeToAnyone = letter.CouldBeToAnyone;
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
