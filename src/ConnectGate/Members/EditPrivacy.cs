using ConnectGate.Data;
using ConnectGate.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Members;

/// <summary>A member says who comes across them.</summary>
public static class EditPrivacy
{
    /// <summary>The current member's choice, as the form begins.</summary>
    public sealed record Query : IQuery<FoundBy>;

    /// <summary>Changes it, from now on. Refused: <c>found-by-missing</c>.</summary>
    /// <param name="FoundBy">Who may find them.</param>
    public sealed record Command(FoundBy? FoundBy) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.FoundBy).Must(chosen => chosen is { } whom && Enum.IsDefined(whom))
            .OverridePropertyName("foundBy").WithErrorCode("found-by-missing").WithMessage(_ => Words.Of("found-by-missing"));
    }

    internal sealed class Handler(ConnectGateContext context, ICurrentMember currentMember) : IRequestHandler<Query, FoundBy>, IRequestHandler<Command, Outcome<Done>>
    {
        public Task<FoundBy> Handle(Query request, CancellationToken cancellationToken) =>
            context.Members.Where(member => member.Id == currentMember.Id).Select(member => member.FoundBy).SingleAsync(cancellationToken);

        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            await context.LockMembersAsync(cancellationToken, currentMember.Id);
            var me = await context.Members.SingleAsync(member => member.Id == currentMember.Id, cancellationToken);
            me.BeFoundBy(request.FoundBy!.Value);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
