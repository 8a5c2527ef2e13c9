using ConnectGate.Gate;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Talks;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Sent;

/// <summary>Lists the requests of a sender, newest first, with the state that the sender sees.</summary>
public static class SentRequests
{
    /// <param name="Cursor">The position from the previous page; null for the first page.</param>
    /// <param name="OnlyIntroduced">Limits the page to requests that go through a connector.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string? Cursor = null, bool OnlyIntroduced = false) : IQuery<Page<Row>>;

    /// <summary>One request; null if it is not the sender's.</summary>
    [SentBy(Senders.Members)]
    public sealed record One(string Id) : IQuery<Row?>;

    /// <param name="Handle">The recipient's handle.</param>
    /// <param name="DisplayName">The recipient's name.</param>
    /// <param name="ReasonDetail">The text that completes the reason.</param>
    /// <param name="Answers">The answers to the recipient's questions, in the order in which they were asked.</param>
    /// <param name="State">The state as the sender sees it.</param>
    /// <param name="DeliverAt">The end of the time in which the sender can correct it or take it back.</param>
    /// <param name="ExpiresAt">The end of the time for an answer. No answer means no.</param>
    /// <param name="AskAgainFrom">The time from which the sender may ask again; null if they are connected.</param>
    /// <param name="Reply">The text of a decline; null if there is none.</param>
    /// <param name="ReplyChannel">Another way to reach the recipient, sent with the text; null if there is
    /// none.</param>
    /// <param name="Connector">The connector; null for a direct letter. The row does not reveal whether the connector
    /// passed it on.</param>
    /// <param name="Talk">The state of the talk that the recipient began before deciding.</param>
    public sealed record Row(
        string Id,
        string Handle,
        string DisplayName,
        string Note,
        Reason Reason,
        string ReasonDetail,
        IReadOnlyList<Answered> Answers,
        SenderState State,
        DateTime SentAt,
        DateTime DeliverAt,
        DateTime ExpiresAt,
        DateTime? AskAgainFrom,
        string? Reply,
        string? ReplyChannel,
        Connector? Connector,
        TalkSeen Talk
    );

    /// <summary>A question as it was asked at sending, and the sender's answer.</summary>
    public sealed record Answered(string Question, string Answer);

    internal sealed class Handler(
        ConnectGateContext context,
        Actor actor,
        IOptions<GateOptions> options,
        Cursors<Query> cursors
    ) : IRequestHandler<Query, Page<Row>>, IRequestHandler<One, Row?>
    {
        public async Task<Page<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            var rows = query.OnlyIntroduced ? Mine().Where(row => row.Request.IntroducedById != null) : Mine();
            if (cursors.Read(query.Cursor) is { } after)
            {
                rows = rows.Where(row =>
                    row.Request.SentAt < after.At || (row.Request.SentAt == after.At && row.Request.Id < after.Id)
                );
            }

            var found = await rows.AsNoTracking()
                .OrderByDescending(row => row.Request.SentAt)
                .ThenByDescending(row => row.Request.Id)
                .Take(Page<Row>.Size + 1)
                .ToListAsync(cancellationToken);

            return cursors.Page(
                found,
                row => new Cursor(row.Request.Id) { At = row.Request.SentAt },
                row => Told(row, now)
            );
        }

        public async Task<Row?> Handle(One query, CancellationToken cancellationToken) =>
            await Mine().AsNoTracking().SingleOrDefaultAsync(row => row.Request.PublicId == query.Id, cancellationToken)
                is { } row
                ? Told(row, actor.Now)
                : null;

        private IQueryable<Asked> Mine() =>
            from sent in context.Requests
            where sent.SenderId == actor.Id
            join recipient in context.Members on sent.RecipientId equals recipient.Id
            join connector in context.Members on sent.IntroducedById equals (long?)connector.Id into connectors
            from connector in connectors.DefaultIfEmpty()
            join talk in context.Talks on sent.Id equals talk.RequestId into talks
            from talk in talks.DefaultIfEmpty()
            select new Asked
            {
                Request = sent,
                Handle = recipient.Handle,
                DisplayName = recipient.DisplayName,
                ConnectorHandle = connector.Handle,
                ConnectorName = connector.DisplayName,
                Talk = talk,
            };

        private Row Told(Asked asked, DateTime now)
        {
            var sent = asked.Request;
            var state = sent.SeenBySender(now);
            return new Row(
                sent.PublicId,
                asked.Handle,
                asked.DisplayName,
                sent.Note.Text,
                sent.Reason,
                sent.ReasonDetail,
                [.. sent.Answers.Select(answer => new Answered(answer.Question, answer.Text))],
                state,
                sent.SentAt,
                sent.ChangeableUntil,
                sent.ExpiresAt,
                state == SenderState.Connected ? null : sent.SentAt + options.Value.AskAgainAfter,
                sent.ReplyText,
                sent.ReplyChannel,
                asked.ConnectorHandle is { } handle ? new Connector(handle, asked.ConnectorName!) : null,
                asked.Talk is not { } talk ? TalkSeen.None
                    : state != SenderState.Sent || !talk.Runs(now) ? TalkSeen.Over
                    : talk.IsRecipientsTurn ? TalkSeen.TheirTurn
                    : TalkSeen.MyTurn
            );
        }
    }

    private sealed class Asked
    {
        public required ConnectionRequest Request { get; init; }
        public required string Handle { get; init; }
        public required string DisplayName { get; init; }
        public required string? ConnectorHandle { get; init; }
        public required string? ConnectorName { get; init; }
        public required Talk? Talk { get; init; }
    }
}

/// <summary>The state of the talk about a letter, as its sender sees it.</summary>
public enum TalkSeen
{
    None,

    /// <summary>The talk runs, and the next message is the sender's.</summary>
    MyTurn,

    /// <summary>The talk runs, and the next message is the recipient's.</summary>
    TheirTurn,

    /// <summary>The talk or the letter has ended.</summary>
    Over,
}
