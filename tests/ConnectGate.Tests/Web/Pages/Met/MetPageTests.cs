using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using ConnectGate.Ties.Meetings;
using QRCoder;

namespace ConnectGate.Tests.Web.Pages.Met;

public sealed class MetPageTests
{
    [Fact]
    public async Task A_code_is_shown_as_a_picture_of_its_link_and_in_eight_characters_and_lasts_longer()
    {
        await using var site = await Site.StartAsync(
            settings: new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Community:Address"] = "http://community.example",
                ["AllowedHosts"] = "*",
            }
        );
        var owner = await site.VisitAsync(await site.Community.InsertAsync());
        var empty = await owner.SeeAsync("/met");

        var shown = await owner.FollowAsync(await owner.SubmitAsync(empty, "form.actions button"));
        Assert.NotNull((await owner.SeeAsync("/met")).Document.QuerySelector("main a.btn-primary[href='/met/mode']"));

        var text = Assert.Single(shown.Texts(".meeting-code .code"));
        Assert.Matches("^[0-9A-Z]{4} [0-9A-Z]{4}$", text);
        using var code = QRCodeGenerator.GenerateQrCode(
            $"http://community.example/met/{text.Replace(" ", "", StringComparison.Ordinal)}",
            QRCodeGenerator.ECCLevel.M
        );
        using var picture = new SvgQRCode(code);
        var source = shown.Document.QuerySelector(".meeting-code img")!.GetAttribute("src")!;
        Assert.Equal(
            picture.GetGraphic(5),
            Encoding.UTF8.GetString(Convert.FromBase64String(source["data:image/svg+xml;base64,".Length..]))
        );

        site.Clock.Advance(TimeSpan.FromMinutes(4));
        var longer = await owner.FollowAsync(await owner.SubmitAsync(shown, "button[formaction*=Longer]"));
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(text, Assert.Single((await owner.SeeAsync("/met/mode")).Texts(".meeting-code .code")));
        site.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Empty((await owner.SeeAsync("/met/mode")).Texts(".meeting-code .code"));
        Assert.NotNull(
            (await owner.SubmitAsync(longer, "button[formaction*=Longer]")).Document.QuerySelector(".error-summary")
        );
    }

    [Fact]
    public async Task A_scanned_code_says_whose_it_is_and_its_button_leads_to_the_letter()
    {
        await using var site = await Site.StartAsync();
        var (owner, taker, third) = await site.Community.InsertThreeAsync();
        var path = await ShowAsync(site, owner);
        var browser = await site.VisitAsync(taker);

        var page = await browser.SeeAsync(path);
        Assert.Contains(owner.DisplayName, page.Document.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await site.Community.CountAsync<Meeting>());
        var answer = await browser.SubmitAsync(page, "main form");
        Assert.Equal($"/ask/{owner.Handle}", answer.Location);

        var form = await browser.FollowAsync(answer);
        Assert.Contains(
            "both confirmed that you met",
            form.Document.QuerySelector(".notice")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("MetInPerson", form.Document.QuerySelector("input[name=reason][checked]")!.GetAttribute("value"));
        Assert.Contains(
            "when and where you met",
            form.Document.QuerySelector("#reasonDetail-hint")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "delivered at once",
            form.Document.QuerySelector("form[data-gate]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Single(form.Texts(".confirmed"));
        Assert.Single((await browser.SeeAsync($"/m/{owner.Handle}")).Texts(".confirmed"));

        var sent = await browser.FollowAsync(
            await browser.SubmitAsync(
                form,
                "form[data-gate]",
                ("note", A.Letter().Note),
                ("reasonDetail", "At the tide gauge in Brest")
            )
        );
        Assert.Contains(
            "Sent and delivered to",
            sent.Document.QuerySelector(".notice")!.TextContent,
            StringComparison.Ordinal
        );
        var inbox = await site.VisitAsync(owner);
        Assert.Contains(
            taker.DisplayName,
            Assert.Single((await inbox.SeeAsync("/inbox")).Texts(".row-title")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            taker.DisplayName,
            (await inbox.SeeAsync("/met")).Document.QuerySelector("#met-lately")!.TextContent,
            StringComparison.Ordinal
        );

        Assert.NotNull(
            (await browser.SeeAsync(path)).Document.QuerySelector($"main a.btn[href='/ask/{owner.Handle}']")
        ); // opened again, it leads on
        var late = await (await site.VisitAsync(third)).GetAsync(path);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains(
            "Someone else has taken this code",
            late.Document.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_page_of_a_code_says_whether_it_still_shows_the_right_one()
    {
        await using var site = await Site.StartAsync();
        var (owner, taker) = await site.Community.InsertTwoAsync();
        var browser = await site.VisitAsync(owner);
        var path = await ShowAsync(site, owner);
        var shown = await KeyAsync();
        Assert.Equal(HttpStatusCode.NoContent, await ChangedAsync());
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await browser.SubmitAsync(await browser.SeeAsync("/met/mode"), "button[formaction*=Longer]");
        Assert.Equal(HttpStatusCode.OK, await ChangedAsync());
        shown = await KeyAsync();
        Assert.Equal(HttpStatusCode.NoContent, await ChangedAsync());

        var confirming = await site.VisitAsync(taker);
        await confirming.SubmitAsync(await confirming.SeeAsync(path), "main form");

        Assert.Equal(HttpStatusCode.OK, await ChangedAsync());
        Assert.Equal("", await KeyAsync());
        shown = "";
        Assert.Equal(HttpStatusCode.NoContent, await ChangedAsync());

        async Task<string> KeyAsync() =>
            (await browser.SeeAsync("/met/mode")).Document.GetElementById("my-code")!.GetAttribute("data-shown")!;

        async Task<HttpStatusCode> ChangedAsync() =>
            (await browser.GetAsync($"/met/mode?handler=Changed&shown={shown}")).Status;
    }

    [Fact]
    public async Task Whoever_scans_a_code_and_is_not_signed_in_reads_what_it_is_for_and_not_whose_it_is()
    {
        await using var site = await Site.StartAsync();
        var owner = await site.Community.InsertAsync();
        var path = await ShowAsync(site, owner);
        var stranger = site.NewVisitor();
        foreach (var code in new[] { path, "/met/00000000" })
        {
            var asked = await stranger.FollowAsync(await stranger.GetAsync(code));
            Assert.Contains(
                "the two of you met in person",
                Assert.Single(asked.Texts("section.panel")),
                StringComparison.Ordinal
            );
            Assert.DoesNotContain(owner.DisplayName, asked.Body, StringComparison.Ordinal);
            Assert.Equal(code, asked.Document.QuerySelector("input[name=returnUrl]")!.GetAttribute("value"));
        }

        Assert.Empty((await stranger.FollowAsync(await stranger.GetAsync("/met/mode"))).Texts("section.panel"));
        Assert.Empty((await stranger.SeeAsync("/account/sign-in")).Texts("section.panel"));
    }

    [Fact]
    public async Task A_typed_code_leads_on_or_says_what_is_wrong_with_it()
    {
        await using var site = await Site.StartAsync();
        var owner = await site.Community.InsertAsync();
        var path = await ShowAsync(site, owner);
        var browser = await site.VisitAsync(await site.Community.InsertAsync());
        var page = await browser.SeeAsync("/met");
        foreach (
            var (typed, says) in new[] { ("ABC", "eight letters and digits"), ("0000-0000", "does not exist now") }
        )
        {
            var refused = await browser.SubmitAsync(page, "form[action*=Type]", ("code", typed));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.NotNull(refused.Document.QuerySelector(".error-summary a[href='#code']"));
            Assert.Contains(says, refused.Document.GetElementById("code-error")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(
                typed,
                Assert.IsAssignableFrom<IHtmlInputElement>(refused.Document.GetElementById("code")).Value
            );
        }

        Assert.Equal(
            path,
            (
                await browser.SubmitAsync(
                    page,
                    "form[action*=Type]",
                    ("code", $" {path["/met/".Length..].ToLowerInvariant()} ")
                )
            ).Location
        );
        var own = await (await site.VisitAsync(owner)).GetAsync(path);
        Assert.Contains("your own code", own.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/met/00000000")).Status);
    }

    private static async Task<string> ShowAsync(Site site, Person owner) => $"/met/{await site.ShowCodeAsync(owner)}";
}
