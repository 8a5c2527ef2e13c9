using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Foundation.Data.Queries;
using ConnectGate.Letters.Requests;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Desk.Inbox.Decisions;

/// <summary>
/// Reads what a decision depends on, under the locks of its command. <see cref="LetterView.Decisions"/> says the same
/// to the page.
/// </summary>
internal sealed class DecisionReader(ConnectGateContext context)
{
    private static readonly CompiledQuery<
        Func<ConnectGateContext, long, long, long, DateTime, DateTime, IAsyncEnumerable<Rivals>>
    > Query = Compiled.Query<long, long, long, DateTime, DateTime, Rivals>(
        (context, letterId, low, high, sentAt, now) =>
        {
            var blocks = context.Blocks.Between(low, high);
            var connections = context.Connections.Where(one => one.LowId == low && one.HighId == high);
            var (overtaking, notEnded) = (connections.Overtaking(sentAt, now), connections.NotEnded());
            var running = context
                .Requests.Where(one => one.LowId == low && one.HighId == high && one.Id != letterId)
                .Running(now);
            return from member in context.Members
                where member.Id == low
                select new Rivals
                {
                    Block = blocks.Any(),
                    Overtaking = overtaking.Any(),
                    Connection = notEnded.Any(),
                    Request = running.Any(),
                };
        }
    );

    /// <summary>
    /// Whether a silent decline can be undone. A report stands, and two members have at most one waiting letter.
    /// </summary>
    public async Task<bool> CanWaitAgainAsync(
        ConnectionRequest letter,
        DateTime now,
        CancellationToken cancellationToken
    ) =>
        letter.IsDeclinedSilently(now)
        && !await context.Reports.OfLetter(letter.Id).AnyAsync(cancellationToken)
        && !await context
            .Requests.Between(letter.SenderId, letter.RecipientId)
            .HoldingThePair()
            .AnyAsync(cancellationToken)
        && !await IsPastAsync(letter, now, cancellationToken);

    /// <summary>
    /// True if a block exists between the two, or if they were connected after the letter was sent. A decline can
    /// become an acceptance until the letter expires, but not in either of these cases.
    /// </summary>
    public async Task<bool> IsPastAsync(ConnectionRequest letter, DateTime now, CancellationToken cancellationToken) =>
        (await RivalsAsync(letter, now, cancellationToken)).MakePast;

    /// <summary>What an acceptance can collide with. Needs one statement.</summary>
    public async Task<Rivals> RivalsAsync(
        ConnectionRequest letter,
        DateTime now,
        CancellationToken cancellationToken
    ) =>
        await Query
            .For(context)(context, letter.Id, letter.LowId, letter.HighId, letter.SentAt, now)
            .SingleAsync(cancellationToken);
}

internal sealed class Rivals
{
    public required bool Block { get; init; }

    public required bool Overtaking { get; init; }

    /// <summary>Whether the two have a connection that has not ended; its grace may still run.</summary>
    public required bool Connection { get; init; }

    /// <summary>Whether another request between the two runs.</summary>
    public required bool Request { get; init; }

    /// <summary>Whether the letter is from before a block or an earlier connection.</summary>
    public bool MakePast => Block || Overtaking;
}
