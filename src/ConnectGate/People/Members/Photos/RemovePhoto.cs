namespace ConnectGate.People.Members.Photos;

/// <summary>The current member removes their photo. Lists show their initials again.</summary>
public static class RemovePhoto
{
    /// <summary>Succeeds also where there is no photo.</summary>
    [SentBy(Senders.Members)]
    public sealed record Command : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var me = actor.Id;
            await context.LockMembersAsync(cancellationToken, me);
            var member = await context.Members.SingleAsync(member => member.Id == me, cancellationToken);
            await context.Photos.Where(photo => photo.MemberId == me).ExecuteDeleteAsync(cancellationToken);
            member.Picture(null);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
