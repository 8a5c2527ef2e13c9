using ConnectGate.Data;
using ConnectGate.Members;
using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Groups;

/// <summary>An organiser makes a group's join code worthless and gets a new one.</summary>
public static class ChangeJoinCode
{
    /// <summary>Changes it. Not found where the current member doesn't organise the group. Refused: <c>suspended</c>.</summary>
    /// <param name="Id">The group's public id.</param>
    public sealed record Command(string Id) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, MyGroups groups, TimeProvider clock) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await groups.HoldToOrganiseAsync(request.Id, cancellationToken) is not { } found)
            {
                return Outcome<Done>.NotFound();
            }

            if (await groups.SuspendedAsync(clock.GetUtcNow().UtcDateTime, cancellationToken))
            {
                return Outcome<Done>.Refused([Suspension.Refusal]);
            }

            found.Group.ChangeCode();
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
