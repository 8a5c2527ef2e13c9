using ConnectGate.Care.Administration.Imports;
using ConnectGate.Web.Hosting;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup.Fields;
using ConnectGate.Web.Pages.Account;
using ConnectGate.Web.Pages.Settings.Security;
using CsvHelper;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Admin.Members;

/// <summary>
/// Reads a file of members, shows what it would do, and does it. The page accepts a larger body than others.
/// </summary>
[Authorize(Policy = ConnectGateIdentity.Administrator)]
[RequestSizeLimit(Forms.LargestUpload)]
[RequestFormLimits(
    MultipartBodyLengthLimit = Forms.LargestUpload,
    ValueCountLimit = 50,
    ValueLengthLimit = Forms.LargestBody
)]
public sealed class ImportModel(IMediator mediator, CurrentMember currentMember, IStringLocalizer<AdminTexts> texts)
    : ProvenModel(mediator, currentMember)
{
    private static readonly CsvWriterOptions Csv = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    /// <summary>A large file is in a temporary file until the request ends.</summary>
    [BindProperty(Name = "file")]
    public IFormFile? Chosen { get; set; }

    [BindProperty]
    public bool LapsesOthers { get; set; }

    public ViewMemberImport.Import? Import { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ? Page() : NotFound();

    /// <summary>
    /// The bad rows and notes, for a spreadsheet. Cells that it would compute begin with an apostrophe.
    /// </summary>
    public async Task<IActionResult> OnGetProblemsAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        var file = new MemoryStream();
        await using (var csv = CsvWriter.Create(file, Csv, leaveOpen: true))
        {
            csv.WriteField(texts["import-line"]);
            csv.WriteField(texts["import-problem"]);
            csv.WriteField(texts["import-cell"]);
            await csv.EndRecordAsync(cancellationToken);
            foreach (var problem in Import?.Problems ?? [])
            {
                csv.WriteField(problem.Line.ToString(System.Globalization.CultureInfo.InvariantCulture));
                csv.WriteField(problem.Words);
                csv.WriteField(problem.Value);
                await csv.EndRecordAsync(cancellationToken);
            }

            await csv.FlushAsync(cancellationToken);
        }

        file.Position = 0;
        return File(file, "text/csv; charset=utf-8", "import-problems.csv");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await using var file = Chosen?.OpenReadStream();
        return await Mediator.Send(new ReadMemberFile.Query(file, LapsesOthers), cancellationToken) is { } read
            ? await AnswerAsync(
                await Mediator.Send(new BeginMemberImport.Command(read), cancellationToken),
                cancellationToken
            )
            : NotFound();
    }

    public async Task<IActionResult> OnPostApplyAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(
            await SendProvenAsync(proof => new ApplyMemberImport.Command(proof), cancellationToken),
            cancellationToken
        );

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await Mediator.Send(new DiscardMemberImport.Command(), cancellationToken), cancellationToken);

    private async Task<IActionResult> AnswerAsync<T>(Outcome<T> outcome, CancellationToken cancellationToken) =>
        outcome.Succeeded ? RedirectToPage()
        : !outcome.IsNotFound && await FindAsync(cancellationToken) ? this.ShowAccountRefusals(outcome.Refusals)
        : NotFound();

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var view = await Mediator.Send(new ViewMemberImport.Query(), cancellationToken);
        Import = view?.Import;
        return view is not null;
    }
}
