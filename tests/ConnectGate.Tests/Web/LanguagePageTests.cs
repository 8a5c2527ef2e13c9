using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using static ConnectGate.Tests.Support.SecondLanguage;

namespace ConnectGate.Tests.Web;

public sealed class LanguagePageTests
{
    [Fact]
    public async Task A_visitor_reads_the_browsers_language_and_a_member_their_own()
    {
        await using var site = await Site.StartAsync(configure: AddTo);
        var member = await site.Community.InsertAsync();
        var (visitor, browser) = (site.NewVisitor(), await site.VisitAsync(member));

        Assert.Equal("de", await LanguageAsync(visitor, "/account/sign-in", "de-AT, en;q=0.5"));
        Assert.Equal("en", await LanguageAsync(visitor, "/account/sign-in", "fr"));
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

    private static async Task<string?> LanguageAsync(Visitor visitor, string path, string accepts)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Language", accepts);
        using var response = await visitor.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return Assert.Single(response.Content.Headers.ContentLanguage);
    }
}
