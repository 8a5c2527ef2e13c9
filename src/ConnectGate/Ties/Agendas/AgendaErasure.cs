using ConnectGate.Foundation.Portability;

namespace ConnectGate.Ties.Agendas;

/// <summary>The member's entries on agendas.</summary>
internal sealed class AgendaErasure(ConnectGateContext context) : IErases
{
    public IReadOnlyDictionary<Type, string> Outcomes { get; } =
        new Dictionary<Type, string> { [typeof(AgendaEntry)] = "deleted" };

    public Task EraseAsync(Leaver leaver, CancellationToken cancellationToken) =>
        context
            .AgendaEntries.Where(entry =>
                context.Memberships.Any(mine => mine.Id == entry.MembershipId && mine.MemberId == leaver.Id)
            )
            .ExecuteDeleteAsync(cancellationToken);
}
