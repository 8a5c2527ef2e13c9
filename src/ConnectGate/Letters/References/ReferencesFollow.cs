using ConnectGate.Letters.Requests;
using ConnectGate.People.Members.Suspensions;
using ConnectGate.Ties.Connections;

namespace ConnectGate.Letters.References;

/// <summary>
/// What was asked of somebody, and what they answered, goes with either of the connections that made them a mutual one,
/// and with their suspension. The statements are the same whether anything was asked or not: who it is about may be the
/// one who lets go.
/// </summary>
internal sealed class ReferencesFollow(ConnectGateContext context, IMediator mediator)
    : INotificationHandler<ConnectionEnded>,
        INotificationHandler<MemberSuspended>
{
    public Task Handle(ConnectionEnded notification, CancellationToken cancellationToken)
    {
        var (one, other) = (notification.Connection.LowId, notification.Connection.HighId);
        return RemoveAsync(
            context.References.Where(reference =>
                (reference.AskedId == one && (reference.AskerId == other || reference.AboutId == other))
                || (reference.AskedId == other && (reference.AskerId == one || reference.AboutId == one))
            ),
            [one, other],
            cancellationToken
        );
    }

    public Task Handle(MemberSuspended notification, CancellationToken cancellationToken)
    {
        var member = notification.Suspension.MemberId;
        return RemoveAsync(
            context.References.Where(reference => reference.AskedId == member),
            [member],
            cancellationToken
        );
    }

    private async Task RemoveAsync(
        IQueryable<Reference> gone,
        IReadOnlyList<long> memberIds,
        CancellationToken cancellationToken
    )
    {
        // What they alone vouched for is a stranger's letter again.
        await context
            .Requests.Where(letter =>
                letter.State == RequestState.Waiting
                && letter.IsVouchedFor
                && letter.IntroducedById == null
                && letter.MetAt == null
                && gone.Any(reference => reference.RequestId == letter.Id)
                && !context
                    .References.Vouching()
                    .Any(reference => reference.RequestId == letter.Id && !gone.Any(one => one.Id == reference.Id))
            )
            .ExecuteUpdateAsync(set => set.SetProperty(letter => letter.IsVouchedFor, false), cancellationToken);
        await gone.ExecuteDeleteAsync(cancellationToken);
        await mediator.Publish(new ReferencesGone(memberIds), cancellationToken);
    }
}
