namespace ConnectGate.People.Members.Photos;

/// <summary>The current member replaces their photo. The address of the earlier one stops working.</summary>
public static class ChangePhoto
{
    /// <summary>Refuses what the reading refused.</summary>
    /// <param name="Photo">The result of <see cref="ReadPhoto"/>.</param>
    [SentBy(Senders.Members)]
    public sealed record Command(ReadPhoto.View Photo) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (command.Photo.Refusal is { } unusable)
            {
                return Outcome<Done>.Refused([unusable]);
            }

            var me = actor.Id;
            await context.LockMembersAsync(cancellationToken, me);
            var member = await context.Members.SingleAsync(member => member.Id == me, cancellationToken);
            await context.Photos.Where(photo => photo.MemberId == me).ExecuteDeleteAsync(cancellationToken);
            context.Photos.Add(
                new Photo
                {
                    MemberId = me,
                    Large = command.Photo.Large,
                    Small = command.Photo.Small,
                }
            );
            member.Picture(PublicId.Next());
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
