using System.Globalization;
using ConnectGate.Care.Audit;
using ConnectGate.Foundation.Audit;
using ConnectGate.Web.Hosting;
using ConnectGate.Web.Identity;

namespace ConnectGate.Web.Commands;

/// <summary>Checks that the audit log is as it was written.</summary>
internal static class AuditCommands
{
    // The configuration reads what begins with two dashes, so that this is one of its settings.
    private const string Kept = "head";

    public static readonly Command Verify = new(
        "audit verify",
        "[--head NUMBER:HASH]  Finds changes in the audit log; with a head from earlier, also a cut end.",
        async (app, words, cancellationToken) =>
        {
            var typed = app.Configuration[Kept];
            var kept = AuditHead.Parse(typed);
            if (words.Length > 0 || (typed is not null && kept is null))
            {
                return await Command.RefuseAsync("Write the head as you kept it: audit verify --head NUMBER:HASH");
            }

            await app.MigrateAsync();
            await using var scope = app.Services.CreateServerScope();
            var view = await scope
                .ServiceProvider.GetRequiredService<IMediator>()
                .Send(new VerifyAudit.Query(kept), cancellationToken);
            if (view.Broken is { } broken)
            {
                return await Command.RefuseAsync(Say(broken));
            }

            Console.WriteLine($"Verified: {Count(view)}.");
            Console.WriteLine($"Head: {view.Head}");
            return 0;
        }
    );

    /// <summary>What is wrong with the first broken entry, in a sentence.</summary>
    public static string Say(VerifyAudit.Break broken)
    {
        var entry = $"Entry {Number(broken.Number)}";
        return broken.Kind switch
        {
            VerifyAudit.BreakKind.Missing => $"{entry} is missing, and later entries are there.",
            VerifyAudit.BreakKind.Changed =>
                $"{entry} does not fit its hash: it was changed, or it comes from another place in the log.",
            VerifyAudit.BreakKind.ChangedBefore =>
                $"{entry} does not fit its hash: it was changed, or an entry before it was changed, added or removed.",
            VerifyAudit.BreakKind.WithoutHash => $"{entry} has no hash: ConnectGate did not write it.",
            VerifyAudit.BreakKind.CutOff => $"{entry}, the last one of the kept head, is missing: the end was cut off.",
            VerifyAudit.BreakKind.NotTheKeptHead =>
                $"{entry} has another hash than in the kept head: it or an entry before it was written anew.",
            _ => throw new ArgumentOutOfRangeException(nameof(broken), broken.Kind, "No such break."),
        };
    }

    private static string Count(VerifyAudit.View view) =>
        view.Entries == 1 ? "1 entry" : $"{Number(view.Entries)} entries";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
