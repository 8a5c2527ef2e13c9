using System.Net;
using System.Text.Json;

namespace ConnectGate.Tests.Web.Pages.Settings;

public sealed class PrivacyPageTests
{
    [Fact]
    public async Task A_member_chooses_who_finds_them_and_search_and_API_agree()
    {
        await using var site = await Site.StartAsync();
        var (me, stranger) = await site.Community.InsertTwoAsync();
        var browser = await site.VisitAsync(me);
        var form = await browser.SeeAsync("/settings/privacy");
        Assert.Equal("AllMembers", form.Document.QuerySelector("input[name=foundBy][checked]")!.GetAttribute("value"));
        Assert.Contains(
            $"/m/{me.Handle}",
            form.Document.QuerySelector("#foundBy-hint")!.TextContent,
            StringComparison.Ordinal
        );

        var saved = await browser.FollowAsync(
            await browser.SubmitAsync(form, "form[action*=FoundBy]", ("foundBy", nameof(FoundBy.MyLink)))
        );

        Assert.Equal("MyLink", saved.Document.QuerySelector("input[name=foundBy][checked]")!.GetAttribute("value"));
        var other = await site.VisitAsync(stranger);
        Assert.Single((await other.SeeAsync($"/members?q={me.Handle}")).Texts(".empty-state"));
        var program = await site.ProgramAsync(stranger);
        using var found = JsonDocument.Parse(
            await program.GetStringAsync($"/api/v1/members?query={me.Handle}", TestContext.Current.CancellationToken)
        );
        Assert.Equal(0, found.RootElement.GetProperty("items").GetArrayLength());
        await other.SeeAsync($"/m/{me.Handle}");
        Assert.Equal(
            HttpStatusCode.OK,
            (await program.GetAsync($"/api/v1/members/{me.Handle}", TestContext.Current.CancellationToken)).StatusCode
        );
        var refused = await browser.SubmitAsync(form, "form[action*=FoundBy]", ("foundBy", null));
        Assert.NotNull(refused.Document.QuerySelector(".error-summary a[href='#foundBy']"));
    }

    [Fact]
    public async Task A_machine_that_looks_at_everybody_is_told_to_wait_in_page_and_API()
    {
        await using var site = await Site.StartAsync();
        var (me, friend) = await site.Community.InsertTwoAsync();
        await Slices.Stories.InsertConnectionAsync(site.Community, me, friend);
        var (browser, program) = (await site.VisitAsync(me), await site.ProgramAsync(me));
        var statuses = new List<int>();
        for (var number = 0; number < 1_000; number++)
        {
            using var answer = await program.GetAsync(
                $"/api/v1/members/guess-{number}",
                TestContext.Current.CancellationToken
            );
            statuses.Add((int)answer.StatusCode);
        }

        Assert.Equal(Enumerable.Repeat(404, 200).Concat(Enumerable.Repeat(429, 800)), statuses);
        using var tooOften = await program.GetAsync("/api/v1/members", TestContext.Current.CancellationToken);
        Assert.Equal("application/problem+json", tooOften.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            site.Clock.GetUtcNow().AddHours(24),
            tooOften.Headers.RetryAfter!.Date!.Value,
            TimeSpan.FromSeconds(1)
        );
        Assert.Contains(
            "the profiles and searches of one day",
            await tooOften.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        var page = await browser.GetAsync("/members");
        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Contains(
            "You can continue on",
            page.Document.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        await browser.SeeAsync($"/m/{friend.Handle}");
    }
}
