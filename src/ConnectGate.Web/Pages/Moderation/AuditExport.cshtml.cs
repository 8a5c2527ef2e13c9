using System.Globalization;
using ConnectGate.Care.Audit;
using ConnectGate.Web.Identity;
using CsvHelper;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Moderation;

/// <summary>
/// The audit log as a CSV file, for administrators. Cells that a spreadsheet would compute begin with an apostrophe.
/// The file is sent while it is read, so it takes no memory.
/// </summary>
[Authorize(Policy = ConnectGateIdentity.Administrator)]
public sealed class AuditExportModel(IMediator mediator) : PageModel
{
    // With the mark at its beginning, a spreadsheet reads the file as UTF-8.
    private static readonly CsvWriterOptions Csv = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    /// <summary>The address of the file, without the form.</summary>
    public IActionResult OnGet() => LocalRedirect("/moderation/audit");

    public async Task<IActionResult> OnPostAsync(AuditSearch search, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        if (
            !(await mediator.Send(new ExportAudit.Command(search.Filter), cancellationToken)).Succeeded
            || await mediator.Send(new ReadAudit.Head(), cancellationToken) is not { } head
        )
        {
            return NotFound();
        }

        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = string.Create(
            CultureInfo.InvariantCulture,
            $"attachment; filename=\"audit-{head.Number}.csv\""
        );

        await using var csv = CsvWriter.Create(Response.Body, Csv, leaveOpen: true);
        await EndAsync([
            "number",
            "at",
            "act",
            "actor",
            "actor name",
            "subject",
            "subject name",
            "case",
            "group",
            "group name",
            "words",
            "hash",
        ]);
        var rows = await ReadAsync(0);
        while (rows.Count > 0)
        {
            foreach (var row in rows)
            {
                await EndAsync([
                    row.Number.ToString(CultureInfo.InvariantCulture),
                    row.At.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
                    row.Act.ToString(),
                    row.ActorHandle,
                    row.ActorName,
                    row.SubjectHandle,
                    row.SubjectName,
                    row.CaseId,
                    row.GroupId,
                    row.GroupName,
                    row.Reason,
                    row.Hash,
                ]);
            }

            rows = await ReadAsync(rows[^1].Number);
        }

        await csv.FlushAsync(cancellationToken);
        return new EmptyResult();

        async Task<IReadOnlyList<ExportAudit.Row>> ReadAsync(long after) =>
            await mediator.Send(new ExportAudit.Query(search.Filter, head, after), cancellationToken) ?? [];

        async Task EndAsync(IEnumerable<string?> cells)
        {
            foreach (var cell in cells)
            {
                csv.WriteField(cell);
            }

            await csv.EndRecordAsync(cancellationToken);
        }
    }
}
