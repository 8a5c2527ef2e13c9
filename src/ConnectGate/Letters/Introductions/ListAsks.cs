using ConnectGate.Gate;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Introductions;

/// <summary>The letters that the current member is asked to pass on, newest first.</summary>
public static class ListAsks
{
    /// <param name="Cursor">Null for the first page.</param>
    /// <param name="Answered">True for the letters that the member answered; false for those that wait for an
    /// answer.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string? Cursor = null, bool Answered = false) : IQuery<Page<Row>>;

    /// <param name="Id">The letter's public id.</param>
    /// <param name="RequesterHandle">The handle of the letter's sender.</param>
    /// <param name="RequesterName">The display name of the letter's sender.</param>
    /// <param name="RecipientName">The display name of the member to whom the sender wants to be introduced.</param>
    /// <param name="Reason">The sender's reason.</param>
    /// <param name="ReasonDetail">The text that completes the reason.</param>
    /// <param name="AskedAt">In UTC.</param>
    /// <param name="Until">The last moment to pass the letter on, in UTC.</param>
    /// <param name="Answer">Null until the current member answers.</param>
    public sealed record Row(
        string Id,
        string RequesterHandle,
        string RequesterName,
        string RecipientName,
        Reason Reason,
        string ReasonDetail,
        DateTime AskedAt,
        DateTime Until,
        ConnectorsAnswer? Answer
    );

    internal sealed class Handler(
        ConnectGateContext context,
        Asks asks,
        Actor actor,
        IOptions<GateOptions> options,
        Cursors<Query> cursors
    ) : IRequestHandler<Query, Page<Row>>
    {
        public async Task<Page<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            var rows =
                from asked in asks.OfMe(actor.Now)
                where (asked.Answer != null) == query.Answered
                join requester in context.Members on asked.Request.SenderId equals requester.Id
                join recipient in context.Members on asked.Request.RecipientId equals recipient.Id
                select new
                {
                    asked,
                    asked.Request,
                    requester.Handle,
                    Requester = requester.DisplayName,
                    Recipient = recipient.DisplayName,
                };
            if (cursors.Read(query.Cursor) is { } after)
            {
                rows = rows.Where(row =>
                    row.asked.AskedAt < after.At || (row.asked.AskedAt == after.At && row.asked.RequestId < after.Id)
                );
            }

            var found = await rows.AsNoTracking()
                .OrderByDescending(row => row.asked.AskedAt)
                .ThenByDescending(row => row.asked.RequestId)
                .Take(Page<Row>.Size + 1)
                .ToListAsync(cancellationToken);
            return cursors.Page(
                found,
                row => new Cursor(row.asked.RequestId) { At = row.asked.AskedAt },
                row => new Row(
                    row.Request.PublicId,
                    row.Handle,
                    row.Requester,
                    row.Recipient,
                    row.Request.Reason,
                    row.Request.ReasonDetail,
                    row.asked.AskedAt,
                    row.asked.AskedAt + options.Value.PassedOnWithin,
                    row.asked.Answer
                )
            );
        }
    }
}
