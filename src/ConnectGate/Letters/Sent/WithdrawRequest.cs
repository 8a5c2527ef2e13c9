using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.Sent;

/// <summary>A sender takes a letter back before its delivery, without trace, or withdraws it after.</summary>
public static class WithdrawRequest
{
    /// <summary>Ends the request. Not found where it is not the sender's.</summary>
    /// <param name="Id">The request's public id.</param>
    /// <exception cref="IllegalTransitionException">The sender can see that it has come to an end already.</exception>
    [SentBy(Senders.Members)]
    public sealed record Command(string Id) : ICommand<Receipt>;

    /// <summary>How it ended.</summary>
    /// <param name="TakenBack">Whether nobody will ever have seen it.</param>
    public sealed record Receipt(bool TakenBack);

    internal sealed class Handler(ConnectGateContext context, Actor actor, IMediator mediator)
        : IRequestHandler<Command, Outcome<Receipt>>
    {
        public async Task<Outcome<Receipt>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            var found = await context.Requests.SingleOrDefaultAsync(
                sent => sent.PublicId == command.Id && sent.SenderId == actor.Id,
                cancellationToken
            );
            if (found is null)
            {
                return Outcome<Receipt>.NotFound();
            }

            await context.LockMembersAsync(cancellationToken, found.SenderId, found.RecipientId);
            await context.Entry(found).ReloadAsync(cancellationToken);
            var takenBack = found.CanBeTakenBack(now);
            if (takenBack)
            {
                context.Requests.Remove(found);
                await mediator.Publish(new RequestTakenBack(found), cancellationToken);
            }
            else
            {
                if (found.Withdraw(now))
                {
                    await mediator.Publish(new AcceptanceOverruled(found), cancellationToken);
                }

                // Written whether it changed or not: the statement is the same whatever the recipient had decided.
                context.Entry(found).Property(withdrawn => withdrawn.State).IsModified = true;
                await mediator.Publish(new RequestWithdrawn(found), cancellationToken);
            }

            await context.SaveChangesAsync(cancellationToken);
            return new Receipt(takenBack);
        }
    }
}
