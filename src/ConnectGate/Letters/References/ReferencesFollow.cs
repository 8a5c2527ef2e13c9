using ConnectGate.Letters.Requests;
using ConnectGate.People.Members.Suspensions;
using ConnectGate.Ties.Connections;

namespace ConnectGate.Letters.References;

/// <summary>
/// Deletes the references to a member, with their answers, when one of the two connections that made the member a
/// mutual connection ends, and when the member is suspended. The statements are the same whether any reference exists
/// or not, because the letter's sender can be the member who ends the connection, and must not notice a reference.
/// </summary>
internal sealed class ReferencesFollow(ConnectGateContext context, Actor actor, IMediator mediator)
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
        // A letter counts as a stranger's again if no other reference vouches for it. The letters are found by their
        // keys, or the database would read all that wait.
        var letterIds = gone.Select(reference => reference.RequestId);
        await context
            .Requests.Waiting(actor.Now)
            .Where(letter =>
                letterIds.Contains(letter.Id)
                && letter.IsVouchedFor
                && letter.IntroducedById == null
                && letter.MetAt == null
                && !context
                    .References.Vouching()
                    .Any(reference => reference.RequestId == letter.Id && !gone.Any(one => one.Id == reference.Id))
            )
            .ExecuteUpdateAsync(set => set.SetProperty(letter => letter.IsVouchedFor, false), cancellationToken);
        await gone.ExecuteDeleteAsync(cancellationToken);
        await mediator.Publish(new ReferencesGone(memberIds), cancellationToken);
    }
}
