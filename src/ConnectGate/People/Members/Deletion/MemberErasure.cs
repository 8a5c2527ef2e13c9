using ConnectGate.Foundation.Portability;
using ConnectGate.People.Members.Photos;
using ConnectGate.People.Members.PrivateNotes;
using ConnectGate.People.Members.Registering;
using ConnectGate.People.Members.Suspensions;

namespace ConnectGate.People.Members.Deletion;

/// <summary>The profile, the photo, the settings and the private notes.</summary>
internal sealed class MemberErasure(ConnectGateContext context) : IErases
{
    public IReadOnlyDictionary<Type, string> Outcomes { get; } =
        new Dictionary<Type, string>
        {
            [typeof(Member)] = "emptied; keeps the end of a halved allowance",
            [typeof(Photo)] = "deleted",
            [typeof(NoteToSelf)] = "their own are deleted; notes about them stay with their writers",
            [typeof(Registration)] = "other registrations of the address are deleted",
            [typeof(Suspension)] = "stays; binds the next member with the address",
        };

    public async Task EraseAsync(Leaver leaver, CancellationToken cancellationToken)
    {
        await context.Photos.Where(photo => photo.MemberId == leaver.Id).ExecuteDeleteAsync(cancellationToken);
        await context.NotesToSelf.Where(note => note.OwnerId == leaver.Id).ExecuteDeleteAsync(cancellationToken);
        await context
            .Registrations.Where(registration => registration.NormalizedEmail == leaver.NormalizedEmail)
            .ExecuteDeleteAsync(cancellationToken);
        var member = await context.Members.SingleAsync(member => member.Id == leaver.Id, cancellationToken);
        member.Erase(leaver.FormerHandle, leaver.FormerName);
    }

    public async Task BindAsync(long formerId, long memberId, CancellationToken cancellationToken)
    {
        await context
            .Suspensions.Where(suspension => suspension.MemberId == formerId)
            .ExecuteUpdateAsync(set => set.SetProperty(suspension => suspension.MemberId, memberId), cancellationToken);
        var former = await context.Members.SingleAsync(member => member.Id == formerId, cancellationToken);
        var member = await context.Members.SingleAsync(member => member.Id == memberId, cancellationToken);
        if (former.ReportUpheldAt is { } upheldAt && !(member.ReportUpheldAt > upheldAt))
        {
            member.BearUpheldReport(upheldAt);
        }

        if (former.HeldBackUntil is { } until && !(member.HeldBackUntil > until))
        {
            member.HoldBack(until);
        }
    }
}
