using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ConnectGate.Tests.Slices;
using ConnectGate.Tests.Slices.Desk.Portability;

namespace ConnectGate.Tests.Web.Pages.Settings;

public sealed class ExportPageTests : IAsyncLifetime
{
    private const string Path = "/settings/export";

    private Site _site = null!;
    private Person _owner = null!;
    private Visitor _visitor = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await Site.StartAsync();
        _owner = await _site.Community.InsertAsync(A.Member() with { CanSignIn = true });
        _visitor = await _site.VisitAsync(_owner);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_suspended_member_makes_a_file_sees_how_far_it_is_and_downloads_it_with_the_password()
    {
        await _site.Community.SuspendAsync(_owner);
        Assert.NotNull((await _visitor.SeeAsync("/decisions")).Document.QuerySelector($"main a[href='{Path}']"));

        var page = await _visitor.FollowAsync(
            await _visitor.SubmitAsync(await _visitor.SeeAsync(Path), "main form button#export")
        );
        Assert.Equal(["Your file is being made"], page.Texts("main h2"));
        Assert.Null(page.Document.QuerySelector("main form"));
        await _site.Community.PackAsync();

        page = await _visitor.SeeAsync(Path);
        Assert.Equal(["Your file is ready"], page.Texts("main h2"));
        var wrong = await _visitor.SubmitAsync(page, "form[action*=File]", ("currentPassword", "not it"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.NotNull(wrong.Document.QuerySelector("#currentPassword-error"));

        using var content = new FormUrlEncodedContent([
            new("__RequestVerificationToken", Token(page)),
            new("currentPassword", A.Password),
        ]);
        using var file = await _visitor.Client.PostAsync(
            $"{Path}?handler=File",
            content,
            TestContext.Current.CancellationToken
        );
        Assert.Equal("application/zip", file.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store", file.Headers.CacheControl?.ToString());
        Assert.Matches("^connectgate-[0-9-]{10}\\.zip$", file.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        var bytes = await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Contains(_owner.Handle, ExportStories.Unzip(bytes)["csv/profile.csv"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_file_within_the_hour_is_refused_with_its_time()
    {
        var page = await _visitor.SeeAsync(Path);
        await _site.Community.ExportAsync(_owner);

        var refused = await _visitor.SubmitAsync(page, "main form button#export");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(
            "You can make the next file from",
            refused.Texts(".error-summary li")[0],
            StringComparison.Ordinal
        );
        Assert.Null(refused.Document.QuerySelector("#export"));
    }

    [Fact]
    public async Task A_program_makes_and_downloads_it_over_the_API()
    {
        var program = await _site.ProgramAsync(_owner);
        var cancelled = TestContext.Current.CancellationToken;
        using var begun = await program.PostAsync("/api/v1/export", null, cancelled);
        Assert.Equal(HttpStatusCode.NoContent, begun.StatusCode);
        Assert.Equal("running", await StateAsync());
        using var early = await FileAsync(A.Password);
        Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);
        await _site.Community.PackAsync();

        Assert.Equal("ready", await StateAsync());
        using var wrong = await FileAsync("not it");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var file = await FileAsync(A.Password);
        Assert.Contains("README.txt", ExportStories.Unzip(await file.Content.ReadAsByteArrayAsync(cancelled)).Keys);

        Task<HttpResponseMessage> FileAsync(string password) =>
            program.PostAsJsonAsync("/api/v1/export/file", new { password }, cancelled);

        async Task<string?> StateAsync() =>
            (await program.GetFromJsonAsync<JsonElement>("/api/v1/export", cancelled)).GetProperty("state").GetString();
    }

    private static string Token(WebPage page) =>
        page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
