using System.Net;
using ConnectGate.People.Policy;
using ConnectGate.Tests.Slices;
using ConnectGate.Tests.Slices.Letters.Introductions;

namespace ConnectGate.Tests.Web.Pages.Introductions;

public sealed class IntroductionPageTests
{
    [Fact]
    public async Task The_ask_page_leads_to_an_introduction_where_a_letter_cannot_go_straight()
    {
        await using var site = await Site.StartAsync();
        var (requester, connector, recipient) = await ThreeAsync(site);
        await site.Community.InsertConnectionAsync(connector, recipient);
        var browser = await site.VisitAsync(requester);

        var page = await browser.SeeAsync($"/ask/{recipient.Handle}");

        Assert.NotNull(
            page.Document.QuerySelector(
                $".btn-primary[href='/ask/{recipient.Handle}/introduction'], "
                    + $"a[href='/ask/{recipient.Handle}/introduction?through={connector.Handle}']"
            )
        );
        var choose = await browser.SeeAsync($"/ask/{recipient.Handle}/introduction");
        Assert.NotNull(choose.Document.QuerySelector($"#mutual ~ .people a[href$='?through={connector.Handle}']"));
        Assert.NotNull(choose.Document.QuerySelector($"#through .rows a[href$='?through={connector.Handle}']"));
        Assert.Empty(
            (
                await browser.SeeAsync($"/ask/{recipient.Handle}/introduction?q=nobody-of-that-name")
            ).Document.QuerySelectorAll("#through .rows")
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.GetAsync($"/ask/{recipient.Handle}/introduction?through={recipient.Handle}x")).Status
        );
    }

    [Fact]
    public async Task A_refused_letter_and_refused_words_come_back_with_everything_typed()
    {
        await using var site = await Site.StartAsync();
        var (requester, connector, recipient) = await ThreeAsync(site);
        var browser = await site.VisitAsync(requester);
        var written = await browser.SeeAsync($"/ask/{recipient.Handle}/introduction?through={connector.Handle}");

        var refused = await browser.SubmitAsync(
            written,
            "form[data-gate]",
            ("note", "Hello"),
            ("reason", "Other"),
            ("reasonDetail", "Your lock gates")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("Hello", refused.Document.QuerySelector("textarea#note")!.TextContent.Trim());
        Assert.NotNull(refused.Document.QuerySelector(".error-summary a[href='#note']"));
        Assert.Equal(connector.Handle, refused.Document.QuerySelector("input[name=through]")!.GetAttribute("value"));

        var id = await site.Community.AskThroughAsync(requester, connector, recipient);
        var answers = await site.VisitAsync(connector);
        var page = await answers.SubmitAsync(
            await answers.SeeAsync($"/introductions/{id}"),
            $"form[action='/introductions/{id}']",
            ("words", "Both sing.")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Both sing.", page.Document.QuerySelector("textarea#words")!.TextContent.Trim());
        Assert.NotNull(page.Document.QuerySelector(".error-summary a[href='#words']"));
    }

    [Fact]
    public async Task Before_a_connector_answers_the_page_says_who_will_learn_of_it()
    {
        await using var site = await Site.StartAsync();
        var (requester, connector, recipient) = await ThreeAsync(site);
        var id = await site.Community.AskThroughAsync(requester, connector, recipient);
        var browser = await site.VisitAsync(connector);

        var page = await browser.SeeAsync($"/introductions/{id}");

        Assert.Contains(
            $"{requester.DisplayName} is not told that you passed it on",
            page.Body,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"Neither {requester.DisplayName} nor {recipient.DisplayName} learns what you answer",
            page.Body,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_words_stand_at_the_head_of_the_letter_and_an_offer_among_the_introductions()
    {
        await using var site = await Site.StartAsync();
        var (requester, connector, recipient) = await ThreeAsync(site);
        var id = await site.Community.PassOnAsync(requester, connector, recipient);
        var browser = await site.VisitAsync(recipient);

        Assert.Contains(
            $"Introduced by {connector.DisplayName}",
            (await browser.SeeAsync("/inbox")).Body,
            StringComparison.Ordinal
        );
        var letter = await browser.SeeAsync($"/inbox/{id}");
        Assert.Contains(
            IntroductionStories.Words,
            letter.Document.QuerySelector("section[aria-labelledby=introduction]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("passed on only this letter", letter.Body, StringComparison.Ordinal);

        var other = await site.Community.InsertAsync();
        await site.Community.OfferAsync(connector, recipient, other);
        Assert.Contains(
            $"{connector.DisplayName} would like you to meet {other.DisplayName}",
            (await browser.SeeAsync("/introductions?folder=Offered")).Body,
            StringComparison.Ordinal
        );
    }

    private static async Task<(Person Requester, Person Connector, Person Recipient)> ThreeAsync(Site site)
    {
        var (requester, connector) = await site.Community.InsertTwoAsync();
        var recipient = await site.Community.InsertAsync(A.Member() with { Policy = PolicyKind.IntroducedOrMet });
        await site.Community.InsertConnectionAsync(requester, connector);
        return (requester, connector, recipient);
    }
}
