using ConnectGate.Foundation.Portability;

namespace ConnectGate.Ties.Meetings.Erasing;

/// <summary>What the member wrote about meetings, and their codes.</summary>
internal sealed class MeetingsErasure(ConnectGateContext context) : IErases
{
    public IReadOnlyDictionary<Type, string> Outcomes { get; } =
        new Dictionary<Type, string>
        {
            [typeof(Meeting)] = "stays without the member's words",
            [typeof(MeetingCode)] = "deleted",
        };

    public async Task EraseAsync(Leaver leaver, CancellationToken cancellationToken)
    {
        var id = leaver.Id;
        await context.MeetingCodes.Where(code => code.OwnerId == id).ExecuteDeleteAsync(cancellationToken);
        await context
            .Meetings.Where(meeting => meeting.LowId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(meeting => meeting.LowTalkedAbout, ""), cancellationToken);
        await context
            .Meetings.Where(meeting => meeting.HighId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(meeting => meeting.HighTalkedAbout, ""), cancellationToken);
    }
}
