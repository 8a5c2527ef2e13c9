using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using ConnectGate.Care.Administration.Imports;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Admissions;
using ConnectGate.Tests.Slices;

namespace ConnectGate.Tests.Web.Pages.Admin;

/// <summary>The page, the API and the command import the same file in the same way.</summary>
public sealed class ImportPageTests : AdministratorsDesk
{
    private const string Address = "/admin/members/import",
        File = "email,name\nnew@example.org,Grace\n\"=HYPERLINK(\"\"x\"\")\",Eve\n";

    [Fact]
    public async Task A_file_is_shown_first_and_applied_with_the_password()
    {
        var shown = await Desk.FollowAsync(await UploadAsync(File));
        Assert.Contains("Nothing is changed yet.", shown.Body, StringComparison.Ordinal);
        Assert.Contains("Row 3:", shown.Document.QuerySelector(".import-problems li")!.TextContent);

        var refused = await Desk.SubmitAsync(shown, "form[action$='handler=Apply']", ("currentPassword", "wrong one"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Document.QuerySelector(".error-summary a[href='#currentPassword']"));
        Assert.False((await Site.Community.MustAsync(null, new ApplyMemberSlice.Command())).Any);

        var runs = await Desk.FollowAsync(
            await Desk.SubmitAsync(shown, "form[action$='handler=Apply']", ("currentPassword", A.Password))
        );
        Assert.NotNull(runs.Document.QuerySelector("[data-running=true] progress[value='0'][max='1']"));
        await Site.Community.MustAsync(null, new ApplyMemberSlice.Command());

        var done = await Desk.SeeAsync(Address);
        Assert.Contains("The file was applied", done.Body, StringComparison.Ordinal);
        Assert.Equal(1, await Site.Community.CountAsync<Admitted>());
    }

    [Fact]
    public async Task The_bad_rows_are_a_file_that_no_spreadsheet_computes()
    {
        await UploadAsync(File);

        var file = await Desk.GetAsync($"{Address}?handler=Problems");

        Assert.Contains("3,This is not one email address.,\"'=HYPERLINK", file.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_file_keeps_the_choice_and_a_dry_run_can_be_discarded()
    {
        var refused = await UploadAsync("name\nGrace\n", lapsesOthers: true);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Document.QuerySelector(".error-summary a[href='#file']"));
        Assert.NotNull(refused.Document.QuerySelector("#lapsesOthers[checked]"));

        var shown = await Desk.FollowAsync(await UploadAsync(File, lapsesOthers: true));
        Assert.Contains("Memberships of members who are not in the file end.", shown.Body);
        await Desk.SubmitAsync(shown, "form[action$='handler=Discard']");
        Assert.Equal(0, await Site.Community.CountAsync<MemberImport>());
        Assert.Equal(0, await Site.Community.CountAsync<MemberImportSlice>());
    }

    [Fact]
    public async Task A_program_imports_a_file()
    {
        var program = await Site.ProgramAsync(Ines);
        using var file = new StringContent(File, Encoding.UTF8, "text/csv");

        using var read = await program.PostAsync($"/api/v1{Address}", file, Token);
        Assert.Contains("\"invited\":1", await read.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        using var applied = await program.PostAsJsonAsync(
            $"/api/v1{Address}/apply",
            new { currentPassword = A.Password },
            Token
        );
        Assert.Equal(HttpStatusCode.NoContent, applied.StatusCode);
        await Site.Community.MustAsync(null, new ApplyMemberSlice.Command());
        var seen = await program.GetStringAsync($"/api/v1{Address}", Token);
        Assert.Contains("\"state\":\"finished\"", seen, StringComparison.Ordinal);
        using var deleted = await program.DeleteAsync($"/api/v1{Address}", Token);
        Assert.Equal("{\"import\":null}", await program.GetStringAsync($"/api/v1{Address}", Token));
    }

    [Fact]
    public async Task The_console_shows_the_dry_run_and_applies_with_a_word()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        await System.IO.File.WriteAllTextAsync(path, File, Token);
        try
        {
            var dry = await Executable.RunAsync(["members", "import", path, .. Settings]);
            Assert.Equal(0, dry.Code);
            Assert.StartsWith("Would be invited 1, changed 0,", dry.Output, StringComparison.Ordinal);
            Assert.Contains("Line 3: This is not one email address.", dry.Errors, StringComparison.Ordinal);
            Assert.Equal(0, await Site.Community.CountAsync<Admitted>());

            var done = await Executable.RunAsync(["members", "import", path, .. Settings, "--apply"]);
            Assert.Contains("Done: invited 1, changed 0,", done.Output, StringComparison.Ordinal);
            Assert.Equal(1, await Site.Community.CountAsync<Admitted>());
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    private async Task<WebPage> UploadAsync(string file, bool lapsesOthers = false)
    {
        var page = await Desk.SeeAsync(Address);
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var bytes = new ByteArrayContent(Encoding.UTF8.GetBytes(file));
        bytes.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { bytes, "file", "members.csv" },
        };
        if (lapsesOthers)
        {
            content.Add(new StringContent("true"), "lapsesOthers");
        }

        return await Desk.PostAsync(Address, content);
    }

    private string[] Settings =>
        [
            $"--ConnectionStrings:ConnectGate={Site.ConnectionString}",
            "--Community:Address=https://localhost/",
            "--AllowedHosts=localhost",
            "--KnownProxies=127.0.0.1",
        ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
