using ConnectGate.Gate;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Talks;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Sent;

/// <summary>What a member asked, newest first, as the sender can tell it.</summary>
public static class SentRequests
{
    /// <summary>A page of it.</summary>
    /// <param name="Cursor">Where to go on; null for the beginning.</param>
    /// <param name="OnlyIntroduced">Only what goes by way of a connector.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string? Cursor = null, bool OnlyIntroduced = false) : IQuery<Page<Row>>;

    /// <summary>One of them; null where it is not the sender's.</summary>
    /// <param name="Id">Its public id.</param>
    [SentBy(Senders.Members)]
    public sealed record One(string Id) : IQuery<Row?>;

    /// <summary>One request.</summary>
    /// <param name="Id">Its public id.</param>
    /// <param name="Handle">The recipient's handle.</param>
    /// <param name="DisplayName">The recipient's name.</param>
    /// <param name="Note">What was written.</param>
    /// <param name="Reason">The reason stated.</param>
    /// <param name="ReasonDetail">What completes it.</param>
    /// <param name="State">As the sender can tell it.</param>
    /// <param name="SentAt">When.</param>
    /// <param name="DeliverAt">Until then it can be corrected or taken back.</param>
    /// <param name="ExpiresAt">No answer by then means no.</param>
    /// <param name="AskAgainFrom">From when they may ask again; null where they are connected.</param>
    /// <param name="Reply">The words of a decline, if there were any.</param>
    /// <param name="ReplyChannel">The better way that came with them.</param>
    /// <param name="Connector">By way of whom; null where straight to the recipient. Whether they passed it on is not
    /// told.</param>
    /// <param name="Talk">Whether the recipient wrote to them before deciding, and how that stands.</param>
    public sealed record Row(
        string Id,
        string Handle,
        string DisplayName,
        string Note,
        Reason Reason,
        string ReasonDetail,
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

    internal sealed class Handler(ConnectGateContext context, Actor actor, IOptions<GateOptions> options)
        : IRequestHandler<Query, Page<Row>>,
            IRequestHandler<One, Row?>
    {
        public async Task<Page<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            var rows = query.OnlyIntroduced ? Mine().Where(row => row.Request.IntroducedById != null) : Mine();
            if (Cursor.Parse(query.Cursor) is { } after)
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

            return Cursor.Page(found, row => new Cursor(row.Request.SentAt, row.Request.Id), row => Told(row, now));
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

/// <summary>How the talk about a letter stands for its sender.</summary>
public enum TalkSeen
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>It runs, and the sender can answer.</summary>
    MyTurn,

    /// <summary>It runs, and the recipient can answer.</summary>
    TheirTurn,

    /// <summary>Over.</summary>
    Over,
}
