using ConnectGate.Foundation.Audit;

namespace ConnectGate.Tests.Slices.Foundation.Audit;

internal static class AuditStories
{
    /// <summary>Appends entries as the pipeline does.</summary>
    public static Task RecordAsync(this Community community, params AuditEntry[] entries) =>
        community.InDatabaseAsync(async context =>
        {
            var token = TestContext.Current.CancellationToken;
            await using var transaction = await context.Database.BeginTransactionAsync(token);
            await new AuditChain(context).AppendAsync(entries, token);
            await transaction.CommitAsync(token);
        });

    /// <summary>Appends that many entries, with the words "Entry 1" and so on, a minute apart.</summary>
    public static Task RecordAsync(this Community community, int entries) =>
        community.RecordAsync([
            .. Enumerable
                .Range(1, entries)
                .Select(number => new AuditEntry
                {
                    At = community.Clock.Now.AddMinutes(number - entries),
                    Act = AuditAct.GrantedRole,
                    SubjectId = number,
                    Reason = $"Entry {number}",
                }),
        ]);
}
