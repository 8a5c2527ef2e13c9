using ConnectGate.Gate;
using ConnectGate.People.Members.Suspensions;
using ConnectGate.Ties.Connections.Mutual;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Introductions.Offers;

/// <summary>A member offers to introduce two of their connections to each other.</summary>
public static class OfferIntroduction
{
    /// <summary>
    /// Makes the offer to both. Not found if the current member is not connected to both. Refusals: the codes of
    /// <see cref="PassedOn"/>'s limit, <c>abuse</c> (fields <c>words</c>, <c>otherWords</c>),
    /// <c>same-member</c> (field <c>other</c>), <c>suspended</c>, <c>already-offered</c>, <c>too-many-offers</c>. A
    /// block or a connection between the two is not refused, because the refusal would reveal it. Such an offer stays
    /// without effect.
    /// </summary>
    /// <param name="Handle">The handle of the first member.</param>
    /// <param name="Other">The handle of the second member.</param>
    /// <param name="Words">The text for the first member: about the second member, and on how the current member knows
    /// both.</param>
    /// <param name="OtherWords">The text for the second member.</param>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(string Handle, string Other, string? Words, string? OtherWords) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IReadsLines lines)
        {
            RuleFor(command => command.Words).ForStrangers(PassedOn.Limit, lines);
            RuleFor(command => command.OtherWords).ForStrangers(PassedOn.Limit, lines);
            RuleFor(command => command.Other)
                .Must((command, other) => !string.Equals(other, command.Handle, StringComparison.OrdinalIgnoreCase))
                .OverridePropertyName("other")
                .WithErrorCode("same-member")
                .WithMessage(_ => Foundation.Text.Words.Of("same-member"));
        }
    }

    internal sealed class Handler(
        ConnectGateContext context,
        Offers offers,
        Actor actor,
        IMediator mediator,
        IOptions<GateOptions> options
    ) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            if (
                await ConnectionAsync(command.Handle, now, cancellationToken) is not { } one
                || await ConnectionAsync(command.Other, now, cancellationToken) is not { } other
            )
            {
                return Outcome<Done>.NotFound();
            }

            await context.LockMembersAsync(cancellationToken, actor.Id, one, other);
            if (await RefusalAsync(one, other, now, cancellationToken) is { } refusal)
            {
                return Outcome<Done>.Refused([refusal]);
            }

            var offer = Offer.By(
                actor.Id,
                (one, VisibleText.Clean(command.Words)),
                (other, VisibleText.Clean(command.OtherWords)),
                now
            );
            context.Offers.Add(offer);
            await mediator.Publish(new IntroductionOffered(offer), cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }

        private async Task<Refusal?> RefusalAsync(
            long one,
            long other,
            DateTime now,
            CancellationToken cancellationToken
        )
        {
            var open = await offers
                .ByMe(now)
                .Select(offer => offer.To.Any(to => to.MemberId == one) && offer.To.Any(to => to.MemberId == other))
                .ToListAsync(cancellationToken);
            return open.Contains(true) ? new Refusal("already-offered", "", Words.Of("already-offered"))
                : open.Count >= options.Value.OpenOffers
                    ? new Refusal(
                        "too-many-offers",
                        "",
                        Words.Format("too-many-offers", options.Value.OpenOffers, options.Value.OffersLast.Days)
                    )
                : null;
        }

        private async Task<long?> ConnectionAsync(string handle, DateTime now, CancellationToken cancellationToken) =>
            await context.Members.IdOfAsync(handle, cancellationToken) is { } member
            && member != actor.Id
            && await context.Connections.Live(now).Between(actor.Id, member).AnyAsync(cancellationToken)
                ? member
                : null;
    }
}
