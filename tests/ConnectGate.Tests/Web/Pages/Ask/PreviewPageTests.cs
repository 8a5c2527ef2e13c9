using System.Net;
using ConnectGate.Letters.Requests;
using ConnectGate.People.Members.PrivateNotes;
using ConnectGate.Tests.Slices;

namespace ConnectGate.Tests.Web.Pages.Ask;

/// <summary>The letter as its recipient will see it, before it is sent.</summary>
public sealed class PreviewPageTests
{
    private const string Preview = "button[data-preview]",
        Private = "Owes me a tide table.";

    [Fact]
    public async Task It_shows_the_recipients_own_page_stores_nothing_and_sends_from_there()
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync(A.Member() with { Questions = ["Why me?"] });
        await site.Community.MustAsync(recipient, new WriteNoteToSelf.Command(sender.Handle, Private));
        var browser = await site.VisitAsync(sender);
        var before = await site.Community.CountEveryTableAsync();

        var preview = await browser.SubmitAsync(await FormAsync(browser, recipient), Preview, Letter());

        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Equal(before, await site.Community.CountEveryTableAsync());
        Assert.DoesNotContain(Private, preview.Body, StringComparison.Ordinal);
        Assert.Null(preview.Document.QuerySelector("textarea, .note-to-self, .address-matches, .earlier, .decision"));

        Assert.Equal("/sent", (await browser.SubmitAsync(preview, ".preview-decision")).Location);
        site.Community.Advance(TimeSpan.FromMinutes(5));
        var reader = await site.VisitAsync(recipient);
        var inbox = await reader.SeeAsync("/inbox");
        var letter = await reader.SeeAsync(
            inbox.Document.QuerySelector("main .row-title[href], main .row-title a")!.GetAttribute("href")!
        );
        Assert.Contains(Private, letter.Body, StringComparison.Ordinal);
        foreach (var part in (string[])[".letter", ".the-person .facts", ".the-person .people"])
        {
            Assert.Equal(
                letter.Document.QuerySelector(part)?.OuterHtml,
                preview.Document.QuerySelector(part)?.OuterHtml
            );
        }

        Assert.NotNull(preview.Document.QuerySelector(".letter .answers"));
    }

    [Fact]
    public async Task A_letter_that_lacks_something_leads_to_its_correction_with_everything_typed()
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync(A.Member() with { Questions = ["Why me?"] });
        var browser = await site.VisitAsync(sender);
        var form = await FormAsync(browser, recipient);

        var preview = await browser.SubmitAsync(form, Preview, Letter(answer: " "));

        Assert.NotEmpty(preview.Texts(".error-summary li"));
        Assert.Null(preview.Document.QuerySelector(".preview-decision .btn-primary"));
        var again = await browser.SubmitAsync(preview, ".preview-decision button[formaction]");
        Assert.Contains(A.Letter().Note!, again.Document.GetElementById("note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(A.Letter().ReasonDetail, again.Document.GetElementById("reasonDetail")!.GetAttribute("value"));
        Assert.NotEmpty(again.Texts("#gate-view .gate-missing li"));

        var blank = await browser.SubmitAsync(form, Preview, Letter(note: ""));
        Assert.NotNull(blank.Document.GetElementById("note"));
        Assert.Equal(0, await site.Community.CountAsync<ConnectionRequest>());
    }

    private static Task<WebPage> FormAsync(Visitor browser, Person recipient) =>
        browser.SeeAsync($"/ask/{recipient.Handle}");

    private static (string, string?)[] Letter(string? note = null, string answer = "Because of your talk") =>
        [
            ("note", note ?? A.Letter().Note),
            ("reason", A.Letter().Reason.ToString()),
            ("reasonDetail", A.Letter().ReasonDetail),
            ("answers[q1]", answer),
        ];
}
