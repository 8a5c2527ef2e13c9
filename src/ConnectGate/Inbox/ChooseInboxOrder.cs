using ConnectGate.Data;
using ConnectGate.Members;
using ConnectGate.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Inbox;

/// <summary>A member says what comes first in their inbox. Kept until they say otherwise.</summary>
public static class ChooseInboxOrder
{
    /// <summary>Chooses. Refused: <c>order-missing</c> (field <c>order</c>) for what is no order.</summary>
    /// <param name="Order">What comes first.</param>
    public sealed record Command(InboxOrder Order) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Order).IsInEnum()
            .OverridePropertyName("order").WithErrorCode("order-missing").WithMessage(_ => Words.Of("order-missing"));
    }

    internal sealed class Handler(ConnectGateContext context, ICurrentMember currentMember) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            await context.LockMembersAsync(cancellationToken, currentMember.Id);
            var me = await context.Members.SingleAsync(member => member.Id == currentMember.Id, cancellationToken);
            me.ChooseInboxOrder(request.Order);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
