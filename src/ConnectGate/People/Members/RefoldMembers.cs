namespace ConnectGate.People.Members;

/// <summary>Folds all members' names anew, so that a search finds those from before the folding changed.</summary>
internal sealed class RefoldMembers(ConnectGateContext context) : IRefresh
{
    public string Name => $"fold-members-{SearchText.Version}";

    public async Task<long?> RunAsync(long after, CancellationToken cancellationToken)
    {
        var batch = await context
            .Members.Where(member => member.Id > after)
            .OrderBy(member => member.Id)
            .Take(Refreshes.Batch)
            .ToListAsync(cancellationToken);
        batch.ForEach(member => member.FoldAnew());
        return batch.LastOrDefault()?.Id;
    }
}
