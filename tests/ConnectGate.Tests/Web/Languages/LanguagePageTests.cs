using System.Net;
using System.Net.Http.Json;
using System.Resources;
using ConnectGate.Tests.Slices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ConnectGate.Tests.Support.SecondLanguage;

namespace ConnectGate.Tests.Web.Languages;

public sealed class LanguagePageTests
{
    [Fact]
    public async Task A_visitor_reads_the_browsers_language_and_a_member_their_own()
    {
        await using var site = await Site.StartAsync(configure: AddTo);
        var member = await site.Community.InsertAsync();
        var (visitor, browser) = (site.NewVisitor(), await site.VisitAsync(member));

        Assert.Equal("de", await LanguageAsync(visitor, "/account/sign-in", "de-AT, en;q=0.5"));
        Assert.Equal("en", await LanguageAsync(visitor, "/account/sign-in", "nl"));
        Assert.Equal("en", await LanguageAsync(browser, "/inbox", "de"));

        var saved = await browser.SubmitAsync(
            await browser.SeeAsync("/settings/digest"),
            "main form",
            ("digest", "Weekly"),
            ("language", "de")
        );
        Assert.Equal("/settings/digest", saved.Location);
        Assert.Equal("de", await LanguageAsync(browser, "/inbox", "en"));
    }

    [Theory]
    [InlineData("en", "Sign in first", "There is nothing here")]
    [InlineData("de-AT", "Melden Sie sich zuerst an", "Hier ist nichts")]
    public async Task A_problem_of_the_API_has_its_title_in_the_language_of_the_request(
        string language,
        string signedOut,
        string absent
    )
    {
        await using var site = await Site.StartAsync();
        var visitor = site.NewVisitor();
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        Assert.Equal(signedOut, await TitleAsync("/api/v1/inbox"));
        Assert.Equal(absent, await TitleAsync("/api/v1/no-such-thing"));

        async Task<string?> TitleAsync(string path)
        {
            using var answer = await visitor.Client.GetAsync(path, TestContext.Current.CancellationToken);
            var problem = await answer.Content.ReadFromJsonAsync<ProblemDetails>(TestContext.Current.CancellationToken);
            return problem?.Title;
        }
    }

    /// <summary>No language from right to left is served yet: Arabic stands for it here, with English texts.</summary>
    [Fact]
    public async Task A_language_from_right_to_left_turns_the_page()
    {
        await using var site = await Site.StartAsync(configure: services =>
            services.AddSingleton(
                new Words(
                    ["en", "ar"],
                    new ResourceManager("ConnectGate.Foundation.Text.Words", typeof(Words).Assembly)
                )
            )
        );
        var visitor = site.NewVisitor();
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ar");

        var page = await visitor.SeeAsync("/account/register");

        Assert.Equal("rtl", page.Document.DocumentElement.GetAttribute("dir"));
        var sheet = page.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        Assert.StartsWith("/bootstrap.rtl.", sheet, StringComparison.Ordinal);
        using var answer = await visitor.Client.GetAsync(sheet, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        var english = await site.NewVisitor().SeeAsync("/account/register");
        Assert.Null(english.Document.DocumentElement.GetAttribute("dir"));
    }

    [Fact]
    public async Task The_registration_form_hands_on_the_browsers_time_zone()
    {
        await using var site = await Site.StartAsync();
        var visitor = site.NewVisitor();
        var page = await visitor.SeeAsync("/account/register");
        Assert.NotNull(page.Document.QuerySelector("input[type=hidden][name=timeZone][data-time-zone]"));
        Assert.NotNull(page.Document.QuerySelector("script[src*=time-zone]"));

        await visitor.SubmitAsync(
            page,
            "main form",
            ("email", "ada@example.org"),
            ("displayName", "Ada"),
            ("handle", "ada"),
            ("password", A.Password),
            ("digest", "never"),
            ("timeZone", "Asia/Tokyo")
        );

        Assert.Equal(
            "Asia/Tokyo",
            await site.Community.InDatabaseAsync(context =>
                context
                    .Registrations.Select(waiting => waiting.TimeZone)
                    .SingleAsync(TestContext.Current.CancellationToken)
            )
        );
    }

    [Fact]
    public async Task Every_page_leads_to_the_choice_of_a_language_and_back()
    {
        await using var site = await Site.StartAsync();
        var visitor = site.NewVisitor();
        var page = await visitor.SeeAsync("/account/register?returnUrl=%2Fmet%2Fmode");
        var link = page.Document.QuerySelector("footer a[href^='/language']")!;
        Assert.Equal("Language: English", link.TextContent);

        var choice = await visitor.SeeAsync(link.GetAttribute("href")!);
        Assert.Equal(
            ["English", "Deutsch", "Français", "Español"],
            choice.Document.QuerySelectorAll("main button").Select(button => button.TextContent)
        );
        Assert.Equal("English", choice.Document.QuerySelector("main button[aria-current]")!.TextContent);

        var chosen = await visitor.SubmitAsync(choice, "main button[value=fr]");
        Assert.Equal("/account/register?returnUrl=%2Fmet%2Fmode", chosen.Location);
        Assert.Equal("fr", await LanguageAsync(visitor, "/account/register", "de"));
    }

    [Fact]
    public async Task A_members_choice_is_kept_with_the_account()
    {
        await using var site = await Site.StartAsync();
        var member = await site.Community.InsertAsync();
        var browser = await site.VisitAsync(member);

        await browser.SubmitAsync(await browser.SeeAsync("/language"), "main button[value=es]");

        Assert.Equal("es", await LanguageAsync(await site.VisitAsync(member), "/inbox", "de"));
        await site.Community.SuspendAsync(member);
        await browser.SubmitAsync(await browser.SeeAsync("/language"), "main button[value=de]");
        Assert.Equal("de", await LanguageAsync(await site.VisitAsync(member), "/decisions", "en"));
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("")]
    public async Task A_language_that_the_community_lacks_is_refused(string language)
    {
        await using var site = await Site.StartAsync();
        var visitor = site.NewVisitor();

        var answer = await visitor.SubmitAsync(
            await visitor.SeeAsync("/language"),
            "main form",
            ("language", language)
        );

        Assert.Contains(
            "Choose one of these languages.",
            answer.Document.QuerySelector(".error-summary")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("en", await LanguageAsync(visitor, "/account/sign-in", "en"));
    }

    [Fact]
    public async Task Another_sites_address_is_no_way_back()
    {
        await using var site = await Site.StartAsync();
        var visitor = site.NewVisitor();

        var chosen = await visitor.SubmitAsync(
            await visitor.SeeAsync("/language?returnUrl=%2F%2Fexample.org"),
            "main button[value=de]"
        );

        Assert.Equal("/", chosen.Location);
    }

    private static async Task<string?> LanguageAsync(Visitor visitor, string path, string accepts)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Language", accepts);
        using var response = await visitor.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return Assert.Single(response.Content.Headers.ContentLanguage);
    }
}
