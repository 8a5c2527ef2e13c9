using Microsoft.AspNetCore.Identity;

namespace ConnectGate.Ties.Groups.Invitations;

/// <summary>
/// An organiser invites the addresses on an attendee list. The answer does not reveal which of them have an account, or
/// whose owner declined.
/// </summary>
public static class InviteAttendees
{
    /// <summary>
    /// Invites every address that is not invited yet. A member with that confirmed address may accept, also one who
    /// registers later. Not found where the current member doesn't organise the group, or the group is closed. Refused:
    /// <c>suspended</c>; at the field <c>list</c>: <c>list-missing</c>, <c>list-too-long</c>,
    /// <c>list-without-addresses</c>, <c>too-many-invitations</c>.
    /// </summary>
    /// <param name="List">CSV with an address column, or one address a line; at most 2,000 lines.</param>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(string Id, string? List) : ICommand<Receipt>;

    /// <param name="Invited">The number of newly invited addresses.</param>
    /// <param name="WereInvited">The number of addresses that were invited before.</param>
    /// <param name="WrongLines">The numbers of the lines without a readable address.</param>
    public sealed record Receipt(int Invited, int WereInvited, IReadOnlyList<int> WrongLines);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.List)
                .Must(list => !VisibleText.IsBlank(list?[..Math.Min(list.Length, AttendeeList.Longest)]))
                .OverridePropertyName("list")
                .WithErrorCode("list-missing")
                .WithMessage(_ => Words.Of("list-missing"));
            RuleFor(command => command.List)
                .Must(list => list is null || list.Length <= AttendeeList.Longest)
                .OverridePropertyName("list")
                .WithErrorCode("list-too-long")
                .WithMessage(_ => Words.Format("list-too-long", AttendeeList.MostLines));
        }
    }

    internal sealed class Handler(
        ConnectGateContext context,
        Actor actor,
        MyGroups groups,
        ILookupNormalizer normalizer,
        IMediator mediator
    ) : IRequestHandler<Command, Outcome<Receipt>>
    {
        public async Task<Outcome<Receipt>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (
                await groups.LockToOrganiseAsync(command.Id, cancellationToken)
                is not { Group: { ClosedAt: null } group }
            )
            {
                return Outcome<Receipt>.NotFound();
            }

            var now = actor.Now;
            if (AttendeeList.Read(command.List!) is not { } list)
            {
                return Refused("list-too-long", AttendeeList.MostLines);
            }

            if (list.Addresses.Count == 0)
            {
                return Refused("list-without-addresses");
            }

            var (there, room) = await InvitedAsync(group, cancellationToken);
            var anew = list
                .Addresses.Select(address => (Address: address, Normalized: normalizer.NormalizeEmail(address)))
                .Where(one => !there.Contains(one.Normalized))
                .ToList();
            if (anew.Count > room)
            {
                return Refused("too-many-invitations", room);
            }

            context.Invitations.AddRange(
                anew.Select(one => new Invitation
                {
                    GroupId = group.Id,
                    Email = one.Address,
                    NormalizedEmail = one.Normalized,
                    InvitedById = actor.Id,
                    At = now,
                })
            );
            await mediator.Publish(
                new AttendeesInvited(group, actor.Id, anew.ConvertAll(one => one.Normalized)),
                cancellationToken
            );
            await context.SaveChangesAsync(cancellationToken);
            return new Receipt(anew.Count, list.Addresses.Count - anew.Count, list.WrongLines);
        }

        private async Task<(HashSet<string> There, int Room)> InvitedAsync(
            Group group,
            CancellationToken cancellationToken
        )
        {
            var there = await context
                .Invitations.Where(invitation => invitation.GroupId == group.Id)
                .Select(invitation => invitation.NormalizedEmail)
                .ToListAsync(cancellationToken);
            var most = group.RecognisedAt is null ? Invitation.Most : Invitation.MostOfRecognised;
            return (there.ToHashSet(StringComparer.Ordinal), Math.Max(0, most - there.Count));
        }

        private static Outcome<Receipt> Refused(string code, params object[] values) =>
            Outcome<Receipt>.Refused([new Refusal(code, "list", Words.Format(code, values))]);
    }
}
