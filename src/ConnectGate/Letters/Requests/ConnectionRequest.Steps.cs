using ConnectGate.Gate;

namespace ConnectGate.Letters.Requests;

/// <content>The steps of a request's life. Each changes the version, so that of two steps at once one fails.</content>
internal sealed partial class ConnectionRequest
{
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

    /// <summary>
    /// Moves the delivery. Reports against the sender hold it back, which the sender does not see, or their decision
    /// ends that. A letter that would expire before is never delivered: it ends in the same instant.
    /// </summary>
    internal void DeliverFrom(DateTime at)
    {
        DeliverAt = at < ExpiresAt ? at : ExpiresAt - Instant;
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

    /// <summary>Accepts the request. An acceptance is possible after a decline, until the request expires.</summary>
    /// <exception cref="IllegalTransitionException">The request cannot be decided now, or it is already
    /// accepted.</exception>
    internal void Accept(GateOptions options, DateTime now)
    {
        Require(this.CanBeDecided(now) && State != RequestState.Accepted, "accepted");
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
        Require(this.IsInGrace(now), "undone");
        (State, DecidedAt, GraceEndsAt) = (DeclinedBefore ?? RequestState.Waiting, DeclinedBeforeAt, null);
        Version++;
    }

    /// <summary>Undoes a decline without words. The letter waits for a decision again.</summary>
    /// <exception cref="IllegalTransitionException">The letter is not declined, its sender has read words, or it can no
    /// longer be decided.</exception>
    internal void LetWait(DateTime now)
    {
        Require(this.IsDeclinedSilently(now), "let wait again");
        (State, DecidedAt) = (RequestState.Waiting, null);
        Version++;
    }

    /// <summary>
    /// Declines the request, or changes the kind of an earlier decline. A reply is sent once and cannot be taken back.
    /// </summary>
    /// <exception cref="IllegalTransitionException">The request cannot be declined now, or a reply was already
    /// sent.</exception>
    internal void Decline(bool forGood, DeclineReply? reply, DateTime now)
    {
        Require(this.CanBeDecided(now) && State != RequestState.Accepted, "declined");
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
        var overruled = this.IsInGrace(now);
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
        var overruled = this.IsInGrace(now);
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
        Require(this.IsLapsed(now), "lapsed");
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
    internal void RequireUndecided(DateTime now) => Require(this.IsUndecided(now), "talked or asked about");

    /// <exception cref="IllegalTransitionException">The sender sees that the request has ended.</exception>
    internal void RequireSeenAsSent(DateTime now) =>
        Require(this.SeenBySender(now) == SenderState.Sent, "talked about by its sender");

    // The database keeps microseconds.
    private static readonly TimeSpan Instant = TimeSpan.FromMicroseconds(1);

    private static void Require(bool legal, string step)
    {
        if (!legal)
        {
            throw new IllegalTransitionException($"A connection request cannot be {step} in its state.");
        }
    }
}
