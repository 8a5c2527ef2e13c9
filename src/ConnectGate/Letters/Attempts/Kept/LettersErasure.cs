using ConnectGate.Foundation.Portability;
using ConnectGate.Gate;
using ConnectGate.Letters.Copies;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Talks;
using ConnectGate.Ties.Connections.Mutual;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Attempts.Kept;

/// <summary>
/// The member's letters. One that its recipient opened stays with the recipient. Letters to the member stay as they
/// are: their senders learn no more than from a recipient who does not answer.
/// </summary>
internal sealed class LettersErasure(
    ConnectGateContext context,
    IMediator mediator,
    Actor actor,
    IOptions<GateOptions> options
) : IErases
{
    public IReadOnlyDictionary<Type, string> Outcomes { get; } =
        new Dictionary<Type, string>
        {
            [typeof(ConnectionRequest)] = "unopened letters are deleted; opened ones stay, from a former member",
            [typeof(Talk)] = "stays with its letter",
            [typeof(TalkMessage)] = "stays with its letter",
            [typeof(SentNote)] = "deleted",
            [typeof(SentNoteKey)] = "deleted",
            [typeof(KeptWait)] = "kept for the next member with the address",
        };

    public async Task EraseAsync(Leaver leaver, CancellationToken cancellationToken)
    {
        var id = leaver.Id;
        var mine = context.Requests.Where(letter => letter.SenderId == id);
        await KeepWaitsAsync(id, cancellationToken);
        await context.SentNotes.Where(note => note.SenderId == id).ExecuteDeleteAsync(cancellationToken);
        await RemoveAsync(
            mine.Where(letter => letter.OpenedAt == null && letter.State != RequestState.Accepted),
            cancellationToken
        );
        await WithdrawAsync(mine, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await mine.ExecuteUpdateAsync(
            set => set.SetProperty(letter => letter.SenderName, leaver.FormerName),
            cancellationToken
        );
    }

    public async Task BindAsync(long formerId, long memberId, CancellationToken cancellationToken)
    {
        var former = await context.KeptWaits.Where(wait => wait.SenderId == formerId).ToListAsync(cancellationToken);
        await KeepAsync(memberId, former.Select(wait => (wait.RecipientId, wait.Until)), cancellationToken);
        context.KeptWaits.RemoveRange(former);
    }

    private async Task KeepWaitsAsync(long id, CancellationToken cancellationToken)
    {
        var (now, limits) = (actor.Now, options.Value);
        var sent = await context
            .Requests.AsNoTracking()
            .Where(letter => letter.SenderId == id)
            .ToListAsync(cancellationToken);
        var waits = sent.Where(letter => letter.SeenBySender(now) != SenderState.Connected)
            .Select(letter =>
                (
                    letter.RecipientId,
                    letter.State == RequestState.DeclinedForGood
                        ? null
                        : (DateTime?)(letter.SentAt + limits.AskAgainAfter)
                )
            );
        var ended = await context
            .Connections.AsNoTracking()
            .Of(id)
            .Begun(now)
            .Where(connection => !connection.EndedByBlock)
            .ToListAsync(cancellationToken);
        await KeepAsync(
            id,
            waits.Concat(
                ended.Select(one =>
                    (
                        one.LowId == id ? one.HighId : one.LowId,
                        (DateTime?)((one.EndedAt ?? now) + limits.AskAgainAfterLettingGo)
                    )
                )
            ),
            cancellationToken
        );
    }

    // The longest wait counts, and none counts as longest where it is null.
    private async Task KeepAsync(
        long senderId,
        IEnumerable<(long RecipientId, DateTime? Until)> waits,
        CancellationToken cancellationToken
    )
    {
        var now = actor.Now;
        var kept = await context
            .KeptWaits.Where(wait => wait.SenderId == senderId)
            .ToDictionaryAsync(wait => wait.RecipientId, cancellationToken);
        foreach (var (recipientId, until) in waits.Where(wait => wait.Until is null || wait.Until > now))
        {
            if (!kept.TryGetValue(recipientId, out var known))
            {
                kept[recipientId] = known = new KeptWait
                {
                    SenderId = senderId,
                    RecipientId = recipientId,
                    Until = until,
                };
                context.KeptWaits.Add(known);
            }
            else if (known.Until is not null && (until is null || until > known.Until))
            {
                known.Until = until;
            }
        }
    }

    // Nobody but a connector has read them. The figures still count them.
    private async Task RemoveAsync(IQueryable<ConnectionRequest> unread, CancellationToken cancellationToken)
    {
        var ids = unread.Select(letter => letter.Id);
        await context
            .TalkMessages.Where(message => ids.Contains(message.RequestId))
            .ExecuteDeleteAsync(cancellationToken);
        await context.Talks.Where(talk => ids.Contains(talk.RequestId)).ExecuteDeleteAsync(cancellationToken);
        await unread.ExecuteDeleteAsync(cancellationToken);
    }

    private async Task WithdrawAsync(IQueryable<ConnectionRequest> mine, CancellationToken cancellationToken)
    {
        var now = actor.Now;
        foreach (var letter in await mine.Running(now).ToListAsync(cancellationToken))
        {
            var runs = letter.SeenBySender(now) == SenderState.Sent;
            if (runs ? letter.Withdraw(now) : letter.Close(now))
            {
                await mediator.Publish(new AcceptanceOverruled(letter), cancellationToken);
            }

            if (runs)
            {
                await mediator.Publish(new RequestWithdrawn(letter), cancellationToken);
            }
        }
    }
}
