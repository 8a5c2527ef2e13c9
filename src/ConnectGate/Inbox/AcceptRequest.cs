using ConnectGate.Connections;
using ConnectGate.Shared;
using FluentValidation;
using MediatR;

namespace ConnectGate.Inbox;

/// <summary>The recipient accepts a letter, the second, deliberate step.</summary>
public static class AcceptRequest
{
    /// <summary>
    /// Accepts, also after a decline until the request's expiry. Can be undone until the receipt's time; only then are the two connected and the sender
    /// told. Not found where the current member can't open the letter. Refused: <c>suspended</c>, <c>how-we-know-each-other-too-long</c>, <c>message-too-long</c> (field <c>answer</c>).
    /// </summary>
    /// <param name="Id">The letter's public id.</param>
    /// <param name="MaySeeMyConnections">Whether the sender may see my connections; the product's default is no.</param>
    /// <param name="MayBeNamedAsLink">Whether I may be named as the link to people we both know; default yes, counts only where all agree.</param>
    /// <param name="HowWeKnowEachOther">Private to the accepter; may be empty.</param>
    /// <param name="Answer">An answer to the note, which goes out at the end of the grace; null or blank for none.</param>
    /// <exception cref="IllegalTransitionException">It is accepted already, withdrawn, closed or expired.</exception>
    public sealed record Command(string Id, bool MaySeeMyConnections, bool MayBeNamedAsLink, string? HowWeKnowEachOther, string? Answer) : ICommand<Receipt>;

    /// <summary>How it stands now.</summary>
    /// <param name="State">In grace.</param>
    /// <param name="UndoUntil">Until when it can be undone.</param>
    public sealed record Receipt(LetterState State, DateTime UndoUntil);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.HowWeKnowEachOther).Within(Connection.HowWeKnowEachOtherLimit);
    }

    internal sealed class Handler : IRequestHandler<Command, Outcome<Receipt>>
    {
        public Task<Outcome<Receipt>> Handle(Command request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
