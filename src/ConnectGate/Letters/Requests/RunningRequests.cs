namespace ConnectGate.Letters.Requests;

/// <summary>
/// The conditions on requests that combine the stored state with the clock (product, part 3). They are in one place
/// because all readers must agree. A method after a query says the same of one loaded request.
/// </summary>
internal static class RunningRequests
{
    /// <summary>
    /// The requests that wait for a decision of the recipient: not decided, not withdrawn, not expired. The recipient
    /// cannot read one before its delivery; see <see cref="LettersToMe"/>.
    /// </summary>
    public static IQueryable<ConnectionRequest> Waiting(this IQueryable<ConnectionRequest> requests, DateTime now) =>
        requests.Where(request => request.State == RequestState.Waiting && request.ExpiresAt > now);

    /// <summary>
    /// The requests of which a pair of members can have one: waiting, or expired and not ended by
    /// <see cref="ConnectionRequest.Lapse"/> yet.
    /// </summary>
    public static IQueryable<ConnectionRequest> HoldingThePair(this IQueryable<ConnectionRequest> requests) =>
        requests.Where(request => request.State == RequestState.Waiting);

    public static bool Waits(this ConnectionRequest request, DateTime now) =>
        request.State == RequestState.Waiting && request.ExpiresAt > now;

    /// <summary>The requests that have been delivered to their recipient, or to their connector.</summary>
    public static IQueryable<ConnectionRequest> Delivered(this IQueryable<ConnectionRequest> requests, DateTime now) =>
        requests.Where(request => request.DeliverAt <= now);

    /// <summary>The accepted requests whose acceptance can still be undone.</summary>
    public static IQueryable<ConnectionRequest> InGrace(this IQueryable<ConnectionRequest> requests, DateTime now) =>
        requests.Where(request => request.State == RequestState.Accepted && request.GraceEndsAt > now);

    public static bool IsInGrace(this ConnectionRequest request, DateTime now) =>
        request.State == RequestState.Accepted && request.GraceEndsAt > now;

    /// <summary>
    /// The requests that need nothing more of the recipient: neither waiting nor in their grace.
    /// </summary>
    public static IQueryable<ConnectionRequest> Decided(this IQueryable<ConnectionRequest> requests, DateTime now) =>
        requests.Where(request =>
            (request.State != RequestState.Waiting || request.ExpiresAt <= now)
            && (request.State != RequestState.Accepted || request.GraceEndsAt <= now)
        );

    /// <summary>
    /// The requests that a block, a suspension or another acceptance must close: waiting, with a connector, or in their
    /// grace. Includes expired requests that <see cref="ConnectionRequest.Lapse"/> has not ended yet.
    /// </summary>
    public static IQueryable<ConnectionRequest> Running(this IQueryable<ConnectionRequest> requests, DateTime now) =>
        requests.Where(request =>
            request.State == RequestState.Waiting
            || request.State == RequestState.WithConnector
            || (request.State == RequestState.Accepted && request.GraceEndsAt > now)
        );

    public static bool Runs(this ConnectionRequest request, DateTime now) =>
        request.State is RequestState.Waiting or RequestState.WithConnector || request.IsInGrace(now);

    /// <summary>Whether the request expired while it waited or was with a connector.</summary>
    public static bool IsLapsed(this ConnectionRequest request, DateTime now) =>
        request.State is RequestState.Waiting or RequestState.WithConnector && request.ExpiresAt <= now;

    /// <summary>Whether the request is delivered and waits for a decision of the recipient.</summary>
    public static bool IsUndecided(this ConnectionRequest request, DateTime now) =>
        request.Waits(now) && request.CanBeDecided(now);

    /// <summary>
    /// Whether the recipient can decide: the request is delivered and not withdrawn, closed or expired.
    /// </summary>
    public static bool CanBeDecided(this ConnectionRequest request, DateTime now) =>
        request.DeliverAt <= now
        && now < request.ExpiresAt
        && request.State
            is RequestState.Waiting
                or RequestState.Accepted
                or RequestState.DeclinedNotNow
                or RequestState.DeclinedForGood
        && request.WithdrawnAt is null;

    /// <summary>Whether the recipient declined without words and can still decide otherwise.</summary>
    public static bool IsDeclinedSilently(this ConnectionRequest request, DateTime now) =>
        request.CanBeDecided(now)
        && request is { State: RequestState.DeclinedNotNow or RequestState.DeclinedForGood, ReplyText: null };

    /// <summary>The requests between two members, in either direction.</summary>
    public static IQueryable<ConnectionRequest> Between(
        this IQueryable<ConnectionRequest> requests,
        long one,
        long other
    )
    {
        var pair = Pair.Of(one, other);
        return requests.Where(request => request.LowId == pair.Low && request.HighId == pair.High);
    }
}
