using ConnectGate.Gate;
using ConnectGate.Letters.Requests;
using ConnectGate.People.Members.Suspensions;
using ConnectGate.Ties.Connections;
using ConnectGate.Ties.Connections.Mutual;
using Microsoft.Extensions.Options;

namespace ConnectGate.Desk.Inbox.Decisions;

/// <summary>The recipient accepts a letter. This is the second, deliberate step.</summary>
public static class AcceptRequest
{
    /// <summary>
    /// A declined letter can also be accepted until it expires. The acceptance can be undone until the receipt's time;
    /// only then are the two connected and the sender notified. Not found where the current member cannot open the
    /// letter. Refused: <c>suspended</c>, <c>how-we-know-each-other-too-long</c>, <c>message-too-long</c> (field
    /// <c>answer</c>).
    /// </summary>
    /// <param name="MaySeeMyConnections">Whether the sender may see my connections. The product's default is
    /// no.</param>
    /// <param name="MayBeNamedAsLink">Whether I may be named as the link to people we both know. The default is yes; it
    /// has an effect only where all agree.</param>
    /// <param name="HowWeKnowEachOther">Private to the accepter; may be empty.</param>
    /// <param name="Answer">An answer to the note, sent at the end of the grace; null or blank for none.</param>
    /// <exception cref="IllegalTransitionException">The letter is accepted, withdrawn, closed or expired.</exception>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(
        string Id,
        bool MaySeeMyConnections,
        bool MayBeNamedAsLink,
        string? HowWeKnowEachOther,
        string? Answer
    ) : ICommand<Receipt>, IRefusesTheSuspended;

    /// <param name="State">Always <see cref="LetterState.InGrace"/>.</param>
    /// <param name="UndoUntil">The end of the grace.</param>
    public sealed record Receipt(LetterState State, DateTime UndoUntil);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.HowWeKnowEachOther).Within(Connection.HowWeKnowEachOtherLimit);
    }

    internal sealed class Handler(
        ConnectGateContext context,
        Actor actor,
        DecisionReader decisions,
        IMediator mediator,
        IOptions<GateOptions> options
    ) : IRequestHandler<Command, Outcome<Receipt>>
    {
        public async Task<Outcome<Receipt>> Handle(Command command, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            if (await decisions.LockAsync(command.Id, now, cancellationToken) is not { Letter: var letter } facts)
            {
                return Outcome<Receipt>.NotFound();
            }

            if (facts.RecipientIsSuspended)
            {
                return Outcome<Receipt>.Refused([Suspension.Refusal]);
            }

            if (facts.IsPast)
            {
                throw new IllegalTransitionException("The letter is from before a block or an earlier connection.");
            }

            letter.Accept(options.Value, now);
            var askers = await CloseOthersAsync(facts, now, cancellationToken);
            var mine = new Side(
                command.MaySeeMyConnections,
                command.MayBeNamedAsLink,
                VisibleText.Clean(command.HowWeKnowEachOther)
            );
            var connection = Connection.Agreed(
                (letter.Id, letter.IntroducedById),
                (letter.Note, StatedReason.FromStore(letter.Reason, letter.ReasonDetail)),
                (letter.SenderId, askers),
                (me, mine),
                letter.GraceEndsAt!.Value
            );
            context.Connections.Add(connection);
            await mediator.Publish(
                new RequestAccepted(
                    letter,
                    connection,
                    VisibleText.IsBlank(command.Answer) ? null : VisibleText.Clean(command.Answer),
                    facts.HasReferences
                ),
                cancellationToken
            );
            await context.SaveChangesAsync(cancellationToken);
            return new Receipt(LetterState.InGrace, connection.ValidFrom);
        }

        /// <summary>
        /// Closes the other requests between the two, so that one acceptance remains. If the sender has just accepted a
        /// letter of mine, this connection keeps the choices they made then.
        /// </summary>
        private async Task<Side> CloseOthersAsync(
            DecisionFacts facts,
            DateTime now,
            CancellationToken cancellationToken
        )
        {
            if (facts is { HasConnection: false, HasAnotherRunning: false })
            {
                return Side.OfTheAsker;
            }

            var letter = facts.Letter;
            var prepared = await context
                .Connections.Between(letter.SenderId, letter.RecipientId)
                .NotEnded()
                .SingleOrDefaultAsync(cancellationToken);
            var running = await context
                .Requests.Between(letter.SenderId, letter.RecipientId)
                .Running(now)
                .Where(other => other.Id != letter.Id)
                .ToListAsync(cancellationToken);
            foreach (var overruled in running.Where(other => other.Close(now)))
            {
                await mediator.Publish(new AcceptanceOverruled(overruled), cancellationToken);
            }

            return prepared?.SideOf(letter.SenderId) ?? Side.OfTheAsker;
        }
    }
}
