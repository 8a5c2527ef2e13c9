using ConnectGate.Foundation.Audit;

namespace ConnectGate.Care.Audit;

/// <summary>An entry with the names that its numbers have today; null where there is none.</summary>
internal sealed class NamedEntry
{
    public required AuditEntry Entry { get; init; }
    public string? ActorHandle { get; init; }
    public string? ActorName { get; init; }
    public string? SubjectHandle { get; init; }
    public string? SubjectName { get; init; }

    /// <summary>Of addresses, like <see cref="GroupId"/>.</summary>
    public string? CaseId { get; init; }

    public string? GroupId { get; init; }
    public string? GroupName { get; init; }
}

internal static class NamedEntries
{
    public static IQueryable<NamedEntry> Named(this ConnectGateContext context, IQueryable<AuditEntry> entries) =>
        from entry in entries
        join author in context.Members on entry.ActorId equals (long?)author.Id into authors
        from author in authors.DefaultIfEmpty()
        join subject in context.Members on entry.SubjectId equals (long?)subject.Id into subjects
        from subject in subjects.DefaultIfEmpty()
        join file in context.Cases on entry.CaseId equals (long?)file.Id into files
        from file in files.DefaultIfEmpty()
        join concerned in context.Groups on entry.GroupId equals (long?)concerned.Id into concernedGroups
        from concerned in concernedGroups.DefaultIfEmpty()
        select new NamedEntry
        {
            Entry = entry,
            ActorHandle = (string?)author.Handle,
            ActorName = (string?)author.DisplayName,
            SubjectHandle = (string?)subject.Handle,
            SubjectName = (string?)subject.DisplayName,
            CaseId = (string?)file.PublicId,
            GroupId = (string?)concerned.PublicId,
            GroupName = (string?)concerned.Name,
        };
}
