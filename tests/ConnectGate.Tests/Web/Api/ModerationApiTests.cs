using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ConnectGate.People.Accounts;
using ConnectGate.Tests.Slices;

namespace ConnectGate.Tests.Web.Api;

public sealed class ModerationApiTests : IAsyncLifetime
{
    private const string Words = "The profile advertises a shop, again and again.";

    private Site _site = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _site = await Site.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_report_a_suspension_and_its_appeal_need_no_page()
    {
        var author = await _site.Community.InsertAsync(A.Member() with { DisplayName = "Sal Esman" });
        var accused = await _site.ProgramAsync(author);
        var reporter = await _site.ProgramAsync(await _site.Community.InsertAsync());
        var (first, second) = (await ModeratorAsync(), await ModeratorAsync());

        var report = $"/api/v1/reports/profile/{author.Handle}";
        await RefusedAsync(reporter, report, new { category = "rude" }, "category-missing");
        await SendAsync(reporter, HttpStatusCode.Created, report, new { category = "sales", comment = "A shop." });
        await RefusedAsync(reporter, report, new { category = "sales" }, "already-reported");
        Assert.Equal("under-review", (await OneOfAsync(reporter, "/api/v1/reports")).GetProperty("answer").GetString());

        var file = (await OneOfAsync(first, "/api/v1/moderation/cases")).GetProperty("id").GetString();
        var address = $"/api/v1/moderation/cases/{file}";
        await SendAsync(first, HttpStatusCode.NoContent, $"{address}/take");
        await RefusedAsync(second, $"{address}/take", new { }, "case-taken");
        await SendAsync(first, HttpStatusCode.NoContent, $"{address}/comments", new { text = "I look into it." });
        var taken = await OneOfAsync(second, "/api/v1/moderation/cases?state=taken");
        Assert.Equal(("taken", "sales"), (taken.GetProperty("state").GetString(), Only(taken, "categories")));
        var viewed = await GetAsync(first, address);
        Assert.Equal("I look into it.", viewed.GetProperty("comments")[0].GetProperty("text").GetString());

        await SuspendAsync(first, address);
        Assert.Equal("acted-on", (await OneOfAsync(reporter, "/api/v1/reports")).GetProperty("answer").GetString());
        Assert.Equal(HttpStatusCode.Forbidden, (await accused.GetAsync("/api/v1/inbox", Token)).StatusCode);

        var about = Assert.Single((await GetAsync(accused, "/api/v1/decisions")).EnumerateArray());
        var id = about.GetProperty("id").GetString();
        Assert.Equal(Words, about.GetProperty("words").GetString());
        var appeal = $"/api/v1/decisions/{id}/appeal";
        await RefusedAsync(accused, appeal, new { text = "" }, "appeal-missing");
        await SendAsync(
            accused,
            HttpStatusCode.NoContent,
            appeal,
            new { text = "It is my sister's shop, and a joke." }
        );
        await SendAsync(accused, HttpStatusCode.Conflict, appeal, new { text = "It is my sister's shop, and a joke." });

        Assert.Equal(id, (await OneOfAsync(second, "/api/v1/moderation/appeals")).GetProperty("id").GetString());
        var answer = $"/api/v1/moderation/appeals/{id}/answer";
        await RefusedAsync(first, answer, new { undo = true, words = Words }, "own-case");
        await SendAsync(second, HttpStatusCode.NoContent, answer, new { undo = true, words = "It is a joke indeed." });

        Assert.Equal(HttpStatusCode.OK, (await accused.GetAsync("/api/v1/inbox", Token)).StatusCode);
        var undone = (await GetAsync(accused, $"/api/v1/decisions/{id}")).GetProperty("appeal");
        Assert.True(undone.GetProperty("undone").GetBoolean());
    }

    [Fact]
    public async Task A_program_of_a_suspended_member_signs_out()
    {
        var author = await _site.Community.InsertAsync();
        var program = await _site.ProgramAsync(author);
        await _site.Community.SuspendAsync(author);
        Assert.Equal(HttpStatusCode.Forbidden, (await program.GetAsync("/api/v1/connections", Token)).StatusCode);

        await SendAsync(program, HttpStatusCode.NoContent, "/api/v1/sign-out");

        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/decisions", Token)).StatusCode);
    }

    [Fact]
    public async Task A_report_is_withdrawn_until_the_decision()
    {
        var author = await _site.Community.InsertAsync();
        var reporter = await _site.ProgramAsync(await _site.Community.InsertAsync());
        await SendAsync(
            reporter,
            HttpStatusCode.Created,
            $"/api/v1/reports/profile/{author.Handle}",
            new { category = "other" }
        );
        var id = (await OneOfAsync(reporter, "/api/v1/reports")).GetProperty("id").GetString();

        using var answer = await reporter.DeleteAsync($"/api/v1/reports/{id}", Token);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("withdrawn", (await OneOfAsync(reporter, "/api/v1/reports")).GetProperty("answer").GetString());
    }

    /// <summary>Refuses a decision without its days, previews one and decides.</summary>
    private static async Task SuspendAsync(HttpClient moderator, string address)
    {
        var rule = (await GetAsync(moderator, "/api/v1/moderation/rules"))[0].GetProperty("id").GetString();
        var decision = new
        {
            ruling = "suspend",
            days = 7,
            rule,
            words = Words,
        };
        await RefusedAsync(moderator, $"{address}/decision", new { ruling = "suspend", rule }, "days-out-of-range");
        using (var preview = await moderator.PostAsJsonAsync($"{address}/preview", decision, Token))
        {
            var shown = await preview.Content.ReadFromJsonAsync<JsonElement>(Token);
            Assert.Equal("suspend", shown.GetProperty("measures")[0].GetProperty("kind").GetString());
        }

        await SendAsync(moderator, HttpStatusCode.NoContent, $"{address}/decision", decision);
    }

    private async Task<HttpClient> ModeratorAsync() =>
        await _site.ProgramAsync(await _site.Community.InsertAsync(A.Member() with { Role = Role.Moderator }));

    private static async Task SendAsync(HttpClient from, HttpStatusCode status, string address, object? body = null)
    {
        using var answer = await from.PostAsJsonAsync(address, body ?? new { }, Token);
        Assert.True(answer.StatusCode == status, await answer.Content.ReadAsStringAsync(Token));
    }

    private static async Task RefusedAsync(HttpClient from, string address, object body, string code)
    {
        using var answer = await from.PostAsJsonAsync(address, body, Token);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Contains(problem.GetProperty("refusals").EnumerateArray(), refusal =>
            refusal.GetProperty("code").GetString() == code
        );
    }

    private static Task<JsonElement> GetAsync(HttpClient from, string address) =>
        from.GetFromJsonAsync<JsonElement>(address, Token);

    private static async Task<JsonElement> OneOfAsync(HttpClient from, string address) =>
        Assert.Single((await GetAsync(from, address)).GetProperty("items").EnumerateArray());

    private static string? Only(JsonElement of, string name) =>
        Assert.Single(of.GetProperty(name).EnumerateArray()).GetString();
}
