using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ConnectGate.Tests.Slices;

namespace ConnectGate.Tests.Web.Pages.Settings;

public sealed class DeletePageTests : IAsyncLifetime
{
    private const string Path = "/settings/delete";

    private Site _site = null!;
    private Person _owner = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await Site.StartAsync();
        _owner = await _site.Community.InsertAsync(A.Member() with { CanSignIn = true });
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_suspended_member_deletes_their_account_is_signed_out_and_keeps_it_after_all()
    {
        await _site.Community.SuspendAsync(_owner);
        var visitor = await _site.VisitAsync(_owner);
        Assert.NotNull((await visitor.SeeAsync("/decisions")).Document.QuerySelector($"main a[href='{Path}']"));
        var page = await visitor.SeeAsync(Path);
        Assert.Equal(["What goes", "What stays"], page.Texts("main h2"));

        var wrong = await visitor.SubmitAsync(page, "main form", ("currentPassword", "not it"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.NotNull(wrong.Document.QuerySelector("#currentPassword-error"));

        var done = await visitor.FollowAsync(
            await visitor.SubmitAsync(wrong, "main form", ("currentPassword", A.Password))
        );
        Assert.Equal(["You are signed out"], done.Texts("h1"));
        Assert.Contains("Your account will be deleted on", done.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(done.Document.QuerySelector("a[href='/inbox']"));

        var keep = await visitor.FollowAsync(
            await visitor.SubmitAsync(
                await visitor.SeeAsync("/account/sign-in"),
                "main form[action='/account/sign-in']",
                ("email", _owner.Email),
                ("password", A.Password)
            )
        );
        Assert.Equal(["Your account will be deleted"], keep.Texts("h1"));
        Assert.Equal(["Keep my account"], keep.Texts("main form button"));

        var kept = await visitor.FollowAsync(await visitor.SubmitAsync(keep, "main form"));
        Assert.Equal(["Sign in"], kept.Texts("h1"));
        Assert.Contains("Your account stays.", kept.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_deletes_and_keeps_the_account_over_the_API()
    {
        var program = await _site.ProgramAsync(_owner);
        var cancelled = TestContext.Current.CancellationToken;
        using var wrong = await program.PostAsJsonAsync("/api/v1/deletion", new { password = "not it" }, cancelled);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);

        using var done = await program.PostAsJsonAsync("/api/v1/deletion", new { password = A.Password }, cancelled);
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        using var signedOut = await program.GetAsync("/api/v1/export", cancelled);
        Assert.Equal(HttpStatusCode.Unauthorized, signedOut.StatusCode);

        using var signIn = await program.PostAsJsonAsync(
            "/api/v1/sign-in",
            new { email = _owner.Email, password = A.Password },
            cancelled
        );
        var problem = await signIn.Content.ReadFromJsonAsync<JsonElement>(cancelled);
        Assert.Equal("account-leaves", problem.GetProperty("code").GetString());

        using var kept = await program.PostAsJsonAsync(
            "/api/v1/deletion/keep",
            new { keep = problem.GetProperty("keep").GetString() },
            cancelled
        );
        Assert.Equal(HttpStatusCode.NoContent, kept.StatusCode);
        Assert.NotNull(await _site.ProgramAsync(_owner));
    }
}
