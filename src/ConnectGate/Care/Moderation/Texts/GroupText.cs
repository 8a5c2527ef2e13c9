using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Ties.Groups;

namespace ConnectGate.Care.Moderation.Texts;

/// <summary>Names and descriptions of groups, by the member who made the group. The name stays when the text is
/// removed.</summary>
internal sealed class GroupText(ConnectGateContext context, MyGroups groups) : IReportable
{
    public ReportedKind Kind => ReportedKind.Group;

    public async Task<ReportableText?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await groups.FindAsync(id, cancellationToken) is not { Group: var group })
        {
            return null;
        }

        var author = await context.Members.SingleAsync(member => member.Id == group.MadeById, cancellationToken);
        return new ReportableText(
            group.Id,
            author,
            Evidence.OfText(author, group.Name, $"{group.Name}\n{group.About}".TrimEnd(), group.MadeAt)
        );
    }

    public Task ReplaceAsync(long subjectId, Evidence reported, string words, CancellationToken cancellationToken) =>
        context
            .Groups.Where(group => group.Id == subjectId)
            .ExecuteUpdateAsync(set => set.SetProperty(group => group.About, words), cancellationToken);

    public Task RestoreAsync(long subjectId, string instead, Evidence reported, CancellationToken cancellationToken)
    {
        // The name is the first line.
        var about = string.Join('\n', reported.Note.Split('\n').Skip(1));
        return context
            .Groups.Where(group => group.Id == subjectId && group.About == instead)
            .ExecuteUpdateAsync(set => set.SetProperty(group => group.About, about), cancellationToken);
    }
}
