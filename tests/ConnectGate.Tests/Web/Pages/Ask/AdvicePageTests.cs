using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ConnectGate.Tests.Slices;

namespace ConnectGate.Tests.Web.Pages.Ask;

/// <summary>Advice and quoted refusals, by page without a script and by API.</summary>
public sealed class AdvicePageTests
{
    private const string ToAnyone = "I came across your profile while I was waiting for the tram.";
    private const string Unfilled = "Your film about the tide gauge in [CITY] kept my class awake for a week.";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_shows_advice_once_marks_the_words_and_sends_with_one_more_press()
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync();
        var browser = await site.VisitAsync(sender);
        var blank = await browser.SeeAsync($"/ask/{recipient.Handle}");
        Assert.Null(blank.Document.QuerySelector("[name=adviceSeen]"));

        var advised = await WriteAsync(browser, blank, ToAnyone);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, advised.Status);
        Assert.Null(advised.Document.QuerySelector(".error-summary"));
        var gate = advised.Document.QuerySelector("#gate-view")!;
        Assert.True(gate.HasAttribute("autofocus"));
        Assert.Contains("Your letter is not sent yet.", gate.TextContent, StringComparison.Ordinal);
        Assert.Contains("under “Could have been written to anyone”", gate.TextContent, StringComparison.Ordinal);
        Assert.Equal("Send it as it is", gate.QuerySelector("button[type=submit]")!.TextContent);
        Assert.Matches(
            "<mark>[^<]*came across your profile[^<]*</mark>",
            advised.Document.QuerySelector(".gate-side noscript")!.InnerHtml
        );
        Assert.Equal(ToAnyone, advised.Document.GetElementById("note")!.TextContent.Trim());

        var sent = await browser.FollowAsync(await browser.SubmitAsync(advised, ".letter-form"));
        Assert.Contains("Sent to", sent.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        site.Community.Advance(TimeSpan.FromMinutes(5));
        var inbox = await (await site.VisitAsync(recipient)).SeeAsync("/inbox");
        Assert.Equal([sender.DisplayName], inbox.Texts("section[aria-labelledby=below] .row-title"));
    }

    [Fact]
    public async Task A_refusal_marks_the_words_that_it_quotes_and_is_no_advice()
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync();
        var browser = await site.VisitAsync(sender);

        var refused = await WriteAsync(browser, await browser.SeeAsync($"/ask/{recipient.Handle}"), Unfilled);

        Assert.Contains("[CITY]", refused.Document.GetElementById("note-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "<mark>[CITY]</mark>",
            refused.Document.QuerySelector(".gate-side noscript")!.InnerHtml,
            StringComparison.Ordinal
        );
        Assert.Equal(
            "[CITY]",
            refused.Document.QuerySelector("#gate-view li[data-field=note]")!.GetAttribute("data-quote")
        );
        Assert.Null(refused.Document.QuerySelector("[name=adviceSeen]"));
    }

    [Fact]
    public async Task The_API_answers_with_advice_and_no_refusal_until_it_was_seen()
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync();
        var program = await site.ProgramAsync(sender);
        object Body(string note, bool adviceSeen) =>
            new
            {
                recipient = recipient.Handle,
                note,
                reason = "your-work",
                reasonDetail = "Your film on tide gauges",
                adviceSeen,
            };

        var advised = await program.PostAsJsonAsync("/api/v1/requests", Body(ToAnyone, false), Cancelled);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, advised.StatusCode);
        var said = await advised.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        Assert.Equal(0, said.GetProperty("refusals").GetArrayLength());
        var advice = Assert.Single(said.GetProperty("advice").EnumerateArray());
        var quote = advice.GetProperty("quote");
        Assert.Equal(
            ("sounds-stock", "note"),
            (advice.GetProperty("code").GetString(), quote.GetProperty("field").GetString())
        );
        Assert.Equal(
            quote.GetProperty("text").GetString(),
            ToAnyone.Substring(quote.GetProperty("start").GetInt32(), quote.GetProperty("length").GetInt32())
        );

        var refused = await program.PostAsJsonAsync("/api/v1/requests", Body(Unfilled, true), Cancelled);
        var refusal = (await refused.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("refusals")[0];
        Assert.Equal("[CITY]", refusal.GetProperty("quote").GetProperty("text").GetString());

        var sent = await program.PostAsJsonAsync("/api/v1/requests", Body(ToAnyone, true), Cancelled);
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        site.Community.Advance(TimeSpan.FromMinutes(5));
        Assert.True(Assert.Single(await site.Community.WaitingAsync(recipient)).CouldBeToAnyone);
    }

    private static Task<WebPage> WriteAsync(Visitor browser, WebPage page, string note) =>
        browser.SubmitAsync(
            page,
            ".letter-form",
            ("reason", "YourWork"),
            ("reasonDetail", "Your film on tide gauges"),
            ("note", note)
        );
}
