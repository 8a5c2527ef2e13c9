using System.Net;
using ConnectGate.Care.Moderation;
using ConnectGate.Desk.Inbox;
using ConnectGate.Letters.Requests;
using ConnectGate.Tests.Slices;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Web.Pages.Inbox;

public sealed class LetterPageTests : IAsyncLifetime
{
    private Site _site = null!;
    private Person _sender = null!,
        _recipient = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await Site.StartAsync();
        (_sender, _recipient) = await _site.Community.InsertTwoAsync();
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_mutual_connection_is_asked_on_the_letter_answers_on_a_page_and_is_read_beside_it()
    {
        var mutual = await MutualAsync(new NewMember("the-mutual", "Mia Mutual"));
        var id = await _site.Community.DeliverAsync(_sender, _recipient);
        var browser = await _site.VisitAsync(_recipient);
        var letter = await browser.SeeAsync($"/inbox/{id}");
        Assert.Contains($"{_sender.DisplayName} never learns of it", letter.Body, StringComparison.Ordinal);

        await browser.SubmitAsync(letter, "button[name=ask]");
        var asked = await _site.VisitAsync(mutual);
        var list = await asked.SeeAsync("/references");
        var form = await asked.SeeAsync(list.Document.QuerySelector(".rows a.row-title")!.GetAttribute("href")!);
        var refused = await asked.SubmitAsync(form, "main form", ("line", "We sang together."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Document.QuerySelector(".error-summary a[href='#answer']"));
        Assert.Equal(
            "/references",
            (await asked.SubmitAsync(refused, "main form", ("answer", "KnowALittle"))).Location
        );

        letter = await browser.SeeAsync($"/inbox/{id}");
        Assert.Contains(
            "I know them a little",
            letter.Document.QuerySelector(".references")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "We sang together.",
            letter.Document.QuerySelector(".references")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "knows them a little",
            letter.Document.QuerySelector(".picture")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("Vouched for by Mia Mutual", (await browser.SeeAsync("/inbox")).Body, StringComparison.Ordinal);
        // The asker's notification leads to the letter.
        Assert.Equal($"/inbox/{id}", (await browser.GetAsync(form.Path)).Location);
    }

    [Fact]
    public async Task The_picture_has_a_row_for_each_link_and_says_the_same_in_words()
    {
        for (var number = 0; number < 11; number++)
        {
            await MutualAsync(
                new NewMember(
                    $"known-{number}",
                    number == 0
                        ? "אברהם בן־דוד החזן מירושלים העתיקה"
                        : $"Known {number} With A Name That Is Far Too Long"
                )
            );
        }

        var id = await _site.Community.DeliverAsync(
            _sender,
            _recipient,
            A.Letter() with
            {
                Reason = Reason.MetInPerson,
                ReasonDetail = "At the <b>harbour</b> fair",
            }
        );

        var page = await (await _site.VisitAsync(_recipient)).SeeAsync($"/inbox/{id}");

        var picture = page.Document.QuerySelector("svg.picture")!;
        Assert.Equal(("img", "picture-title"), (picture.GetAttribute("role"), picture.GetAttribute("aria-labelledby")));
        Assert.Equal(11, picture.QuerySelectorAll(".picture-box").Length); // ten may be named, and the claim
        Assert.Equal(2, picture.QuerySelectorAll(".picture-weak").Length);
        Assert.Empty(picture.QuerySelectorAll("[style], style, script"));
        Assert.Contains(
            "Known 5 With A Name That Is Far Too Long: connected with both",
            picture.QuerySelector("title")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.All(picture.QuerySelectorAll(".picture-name"), name => Assert.InRange(name.TextContent.Length, 1, 20));
        Assert.Contains(
            "Says you met: At the <b>harbour</b> fair",
            page.Document.QuerySelector(".the-person")!.TextContent.ReplaceLineEndings(" "),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_letter_without_any_link_has_no_picture()
    {
        var id = await _site.Community.DeliverAsync(_sender, _recipient);

        Assert.Null(
            (await (await _site.VisitAsync(_recipient)).SeeAsync($"/inbox/{id}")).Document.QuerySelector(".picture")
        );
    }

    [Fact]
    public async Task We_have_not_met_declines_for_good_and_reports_a_false_claim_in_a_second_step()
    {
        var id = await _site.Community.DeliverAsync(
            _sender,
            _recipient,
            A.Letter() with
            {
                Reason = Reason.MetInPerson,
            }
        );
        var browser = await _site.VisitAsync(_recipient);
        var letter = await browser.SeeAsync($"/inbox/{id}");

        var step = await browser.SeeAsync(letter.Document.QuerySelector("a[href$='/not-met']")!.GetAttribute("href")!);
        Assert.Contains("does not learn that it was reported", step.Body, StringComparison.Ordinal);
        Assert.Equal(LetterState.Waiting, (await _site.Community.WaitingAsync(_recipient))[0].State);
        await browser.SubmitAsync(step, "main form", ("comment", "I was never there."));

        var report = await _site.Community.InDatabaseAsync(context =>
            context.Reports.SingleAsync(TestContext.Current.CancellationToken)
        );
        Assert.Equal((ReportCategory.FalseClaim, "I was never there."), (report.Category, report.Comment));
        Assert.Equal(SenderState.Sent, (await _site.Community.SentAsync(_sender)).State);
        Assert.Equal($"/inbox/{id}", (await browser.GetAsync($"/inbox/{id}/not-met")).Location);
        var other = await _site.Community.DeliverAsync(await _site.Community.InsertAsync(), _recipient);
        // Nobody claimed to have met.
        Assert.Equal($"/inbox/{other}", (await browser.GetAsync($"/inbox/{other}/not-met")).Location);
    }

    // Every message of the other has a link of ours, to report it.
    private const string TypedLinks = "#talk .messages a:not([href^='/report/'])";

    [Fact]
    public async Task A_talk_goes_to_and_fro_on_both_pages_and_nothing_in_it_is_a_link()
    {
        var id = await _site.Community.DeliverAsync(_sender, _recipient);
        var (mine, theirs) = (await _site.VisitAsync(_recipient), await _site.VisitAsync(_sender));
        Assert.Null((await theirs.SeeAsync($"/sent/{id}")).Document.QuerySelector("#talk"));
        var step = await mine.SeeAsync(
            (await mine.SeeAsync($"/inbox/{id}")).Document.QuerySelector("a[href$='/talk']")!.GetAttribute("href")!
        );
        var refused = await mine.SubmitAsync(step, "main form", ("text", " "));
        Assert.NotNull(refused.Document.QuerySelector(".error-summary a[href='#text']"));
        Assert.StartsWith(
            $"/inbox/{id}",
            (await mine.SubmitAsync(refused, "main form", ("text", "See https://a.example. Which talk?"))).Location,
            StringComparison.Ordinal
        );

        Assert.Contains("your turn", (await theirs.SeeAsync("/sent")).Body, StringComparison.Ordinal);
        var sent = await theirs.SeeAsync($"/sent/{id}");
        Assert.Empty(sent.Document.QuerySelectorAll(TypedLinks));
        await theirs.SubmitAsync(sent, "#talk form", ("text", "The one at https://b.example."));
        var letter = await mine.SeeAsync($"/inbox/{id}");
        Assert.Contains(
            "https://b.example",
            letter.Document.QuerySelector("#talk")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Empty(letter.Document.QuerySelectorAll(TypedLinks));

        await mine.SubmitAsync(letter, "#talk form button");
        Assert.Contains("The talk is over", (await theirs.SeeAsync($"/sent/{id}")).Body, StringComparison.Ordinal);
        Assert.Null((await mine.SeeAsync($"/inbox/{id}")).Document.QuerySelector("a[href$='/talk']"));
    }

    [Fact]
    public async Task The_inbox_keeps_the_chosen_order_and_filters_by_what_the_two_have_in_common()
    {
        var claimed = await _site.Community.DeliverAsync(
            _sender,
            _recipient,
            A.Letter() with
            {
                Reason = Reason.MetInPerson,
            }
        );
        await _site.Community.DeliverAsync(await _site.Community.InsertAsync(), _recipient);
        var browser = await _site.VisitAsync(_recipient);
        var inbox = await browser.SeeAsync("/inbox");
        Assert.Contains("come first", inbox.Document.QuerySelector(".order")!.TextContent, StringComparison.Ordinal);

        var chosen = await browser.FollowAsync(await browser.SubmitAsync(inbox, ".order button"));
        Assert.Contains(
            "The newest come first",
            chosen.Document.QuerySelector(".order")!.TextContent,
            StringComparison.Ordinal
        );

        var filtered = await browser.SeeAsync("/inbox?filter=Met");
        Assert.Equal(
            [$"/inbox/{claimed}"],
            filtered.Document.QuerySelectorAll(".rows a.row-title").Select(link => link.GetAttribute("href"))
        );
        Assert.Contains("Says you met", filtered.Body, StringComparison.Ordinal);
        var empty = await browser.SeeAsync("/inbox?filter=Introduced");
        Assert.NotNull(empty.Document.QuerySelector(".empty-state a[href='/inbox']"));
    }

    private async Task<Person> MutualAsync(NewMember member)
    {
        var mutual = await _site.Community.InsertAsync(member);
        await _site.Community.InsertConnectionAsync(mutual, _sender);
        await _site.Community.InsertConnectionAsync(mutual, _recipient);
        return mutual;
    }
}
