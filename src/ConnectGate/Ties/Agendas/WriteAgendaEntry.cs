using ConnectGate.Ties.Groups;

namespace ConnectGate.Ties.Agendas;

/// <summary>An attendee writes, changes or removes their entry in the agenda of a gathering.</summary>
public static class WriteAgendaEntry
{
    /// <summary>
    /// Replaces the entry. Two empty lines remove it, at any time. Not found where the current member doesn't belong to
    /// a gathering with this id. Refused: <c>suspended</c>, <c>group-closed</c>, <c>agenda-not-open</c>,
    /// <c>agenda-unlisted</c>; at the field <c>comesFor</c>: <c>agenda-missing</c> where nothing is there to remove;
    /// and at the fields of the lines: <c>comes-for-too-long</c>, <c>can-give-too-long</c>, <c>abuse</c>.
    /// </summary>
    /// <param name="ComesFor">One line, within <see cref="ComesForLimit"/>.</param>
    /// <param name="CanGive">One line, within <see cref="CanGiveLimit"/>.</param>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(string GatheringId, string? ComesFor, string? CanGive) : ICommand<Done>;

    public static TextLimit ComesForLimit => AgendaEntry.ComesForLimit;

    public static TextLimit CanGiveLimit => AgendaEntry.CanGiveLimit;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IReadsLines lines)
        {
            RuleFor(command => command.ComesFor).ForStrangers(AgendaEntry.ComesForLimit, lines);
            RuleFor(command => command.CanGive).ForStrangers(AgendaEntry.CanGiveLimit, lines);
        }
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor, MyGroups groups)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (
                await groups.LockAsync(command.GatheringId, cancellationToken)
                is not { Group: { Kind: GroupKind.Gathering } gathering, Mine: var mine }
            )
            {
                return Outcome<Done>.NotFound();
            }

            var (comesFor, canGive) = (VisibleText.Clean(command.ComesFor), VisibleText.Clean(command.CanGive));
            var before = await context.AgendaEntries.SingleOrDefaultAsync(
                entry => entry.MembershipId == mine.Id,
                cancellationToken
            );
            if (comesFor.Length > 0 || canGive.Length > 0)
            {
                if (await AgainstAsync(gathering, mine, cancellationToken) is { } code)
                {
                    return Outcome<Done>.Refused([new Refusal(code, "", Words.Of(code))]);
                }

                if (before is null)
                {
                    context.AgendaEntries.Add(AgendaEntry.Of(mine, comesFor, canGive, actor.Now));
                }
                else
                {
                    before.Write(comesFor, canGive, actor.Now);
                }
            }
            else if (before is null)
            {
                return Outcome<Done>.Refused([new Refusal("agenda-missing", "comesFor", Words.Of("agenda-missing"))]);
            }
            else
            {
                context.AgendaEntries.Remove(before);
            }

            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }

        private async Task<string?> AgainstAsync(
            Group gathering,
            Membership mine,
            CancellationToken cancellationToken
        ) =>
            gathering.ClosedAt is not null ? "group-closed"
            : !mine.IsListed ? "agenda-unlisted"
            : await context
                .Memberships.WithOpenAgenda(actor.Now)
                .AnyAsync(open => open.Id == mine.Id, cancellationToken)
                ? null
            : "agenda-not-open";
    }
}
