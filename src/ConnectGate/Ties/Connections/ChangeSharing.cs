using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Ties.Connections;

/// <summary>A member changes their own settings and private words for one of their connections.</summary>
public static class ChangeSharing
{
    /// <summary>
    /// Replaces all three values. Not found where the two are not connected. Refused:
    /// <c>how-we-know-each-other-too-long</c>.
    /// </summary>
    /// <param name="OtherMaySeeMyConnections">Whether the other member may see my connections.</param>
    /// <param name="MayBeNamedAsLink">Whether I may be named as a link. It counts only where all members on both
    /// connections agree.</param>
    /// <param name="HowWeKnowEachOther">Only its writer can read it; may be empty.</param>
    [SentBy(Senders.Members)]
    public sealed record Command(
        string Handle,
        bool OtherMaySeeMyConnections,
        bool MayBeNamedAsLink,
        string? HowWeKnowEachOther
    ) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.HowWeKnowEachOther).Within(Connection.HowWeKnowEachOtherLimit);
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var me = actor.Id;
            if (
                await context.Members.IdOfAsync(command.Handle, cancellationToken) is not { } other
                || other == me
                || await context.Connections.Live(actor.Now).Between(me, other).SingleOrDefaultAsync(cancellationToken)
                    is not { } connection
            )
            {
                return Outcome<Done>.NotFound();
            }

            connection.Change(
                me,
                new Side(
                    command.OtherMaySeeMyConnections,
                    command.MayBeNamedAsLink,
                    VisibleText.Clean(command.HowWeKnowEachOther)
                )
            );
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
