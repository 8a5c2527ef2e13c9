using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.Sent;

/// <summary>Takes a letter back without trace before its delivery, or withdraws it after.</summary>
public static class WithdrawRequest
{
    /// <summary>Ends the request. Not found if it is not the sender's.</summary>
    /// <exception cref="IllegalTransitionException">The sender sees that the request has already ended.</exception>
    [SentBy(Senders.Members)]
    public sealed record Command(string Id) : ICommand<Receipt>;

    /// <param name="TakenBack">Whether the request was taken back before delivery, so that no recipient has seen
    /// it.</param>
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

                // Writes the state even if it did not change, so that the SQL is the same for every decision of the
                // recipient.
                context.Entry(found).Property(withdrawn => withdrawn.State).IsModified = true;
                await mediator.Publish(new RequestWithdrawn(found), cancellationToken);
            }

            await context.SaveChangesAsync(cancellationToken);
            return new Receipt(takenBack);
        }
    }
}
