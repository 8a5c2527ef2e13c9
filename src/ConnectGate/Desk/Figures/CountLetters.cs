using ConnectGate.Desk.Inbox;
using ConnectGate.Foundation.Figures;
using ConnectGate.Gate;
using ConnectGate.Letters.Requests;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ConnectGate.Desk.Figures;

/// <summary>
/// Keeps three counts by the reason and the way of a letter: letters by the day on which they were sent, and standing
/// acceptances and declines by the day of the decision. An undo, a change and a letter that is taken back correct the
/// count of the earlier day. So each count is always what a count of the stored letters would give.
/// </summary>
internal sealed class CountLetters(ConnectGateContext context, DayTally tally, Actor actor)
    : INotificationHandler<RequestSent>,
        INotificationHandler<RequestCorrected>,
        INotificationHandler<RequestTakenBack>,
        INotificationHandler<RequestWithdrawn>,
        INotificationHandler<RequestAccepted>,
        INotificationHandler<AcceptanceOverruled>,
        INotificationHandler<RequestDeclined>,
        INotificationHandler<DeclineUndone>
{
    public const string Sent = "letters-sent",
        Withdrawn = "letters-withdrawn",
        Accepted = "letters-accepted",
        Declined = "letters-declined";

    public Task Handle(RequestSent notification, CancellationToken cancellationToken) => Count(notification.Request);

    public Task Handle(RequestCorrected notification, CancellationToken cancellationToken) =>
        Count(notification.Request);

    public Task Handle(RequestTakenBack notification, CancellationToken cancellationToken) =>
        Count(notification.Request);

    /// <summary>
    /// Also adds nothing to the acceptances, so that the SQL is the same for every decision of the recipient.
    /// </summary>
    public Task Handle(RequestWithdrawn notification, CancellationToken cancellationToken)
    {
        var letter = notification.Request;
        var key = KeyOf(letter.Reason, letter.IntroducedById);
        tally.Add(actor.Now, Withdrawn, key);
        var decidedAt = context.Entry(letter).Property(before => before.DecidedAt).OriginalValue;
        tally.Add(decidedAt ?? actor.Now, Accepted, key, by: 0);
        return Count(letter);
    }

    public Task Handle(RequestAccepted notification, CancellationToken cancellationToken) =>
        Count(notification.Request);

    public Task Handle(AcceptanceOverruled notification, CancellationToken cancellationToken) =>
        Count(notification.Request);

    public Task Handle(RequestDeclined notification, CancellationToken cancellationToken) =>
        Count(notification.Request);

    public Task Handle(DeclineUndone notification, CancellationToken cancellationToken) => Count(notification.Request);

    /// <summary>The key of a letter's counts: <c>MetInPerson introduced</c>.</summary>
    public static string KeyOf(Reason reason, long? introducedById) =>
        $"{reason} {(introducedById is null ? "direct" : "introduced")}";

    // Every event is published before the save, so the context still knows what is stored.
    private Task Count(ConnectionRequest letter)
    {
        var entry = context.Entry(letter);
        var stored = entry.State == EntityState.Added ? null : Counted.Of(entry.OriginalValues);
        var next = entry.State == EntityState.Deleted ? null : Counted.Of(entry.CurrentValues);
        tally.Replace(
            (letter, stored?.Version),
            CountsOf(stored)
                .Except(CountsOf(next))
                .Select(count => (count.At, count.Kind, count.Key, By: -1L))
                .Concat(CountsOf(next).Except(CountsOf(stored)).Select(count => (count.At, count.Kind, count.Key, 1L)))
        );
        return Task.CompletedTask;
    }

    private static IEnumerable<(DateTime At, string Kind, string Key)> CountsOf(Counted? letter)
    {
        if (letter is null)
        {
            yield break;
        }

        var key = KeyOf(letter.Reason, letter.IntroducedById);
        yield return (letter.SentAt.Date, Sent, key);
        if (letter.State == RequestState.Accepted)
        {
            yield return (letter.DecidedAt!.Value.Date, Accepted, key);
        }
        else if (letter.State is RequestState.DeclinedNotNow or RequestState.DeclinedForGood)
        {
            yield return (letter.DecidedAt!.Value.Date, Declined, key);
        }
    }

    /// <summary>The parts of a letter that its counts depend on.</summary>
    private sealed record Counted(
        Reason Reason,
        long? IntroducedById,
        DateTime SentAt,
        RequestState State,
        DateTime? DecidedAt,
        int Version
    )
    {
        public static Counted Of(PropertyValues values) =>
            new(
                values.GetValue<Reason>(nameof(ConnectionRequest.Reason)),
                values.GetValue<long?>(nameof(ConnectionRequest.IntroducedById)),
                values.GetValue<DateTime>(nameof(ConnectionRequest.SentAt)),
                values.GetValue<RequestState>(nameof(ConnectionRequest.State)),
                values.GetValue<DateTime?>(nameof(ConnectionRequest.DecidedAt)),
                values.GetValue<int>(nameof(ConnectionRequest.Version))
            );
    }
}
