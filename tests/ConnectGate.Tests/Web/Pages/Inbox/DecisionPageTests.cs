using System.Net;
using ConnectGate.Letters.Requests;
using ConnectGate.Tests.Slices;

namespace ConnectGate.Tests.Web.Pages.Inbox;

public sealed class DecisionPageTests
{
    [Fact]
    public async Task A_letter_is_accepted_undone_accepted_again_and_becomes_a_conversation()
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync();
        var id = await site.Community.DeliverAsync(sender, recipient);
        var browser = await site.VisitAsync(recipient);
        var inbox = await browser.SeeAsync("/inbox");
        var letter = await browser.SeeAsync(inbox.Document.QuerySelector(".rows a.row-title")!.GetAttribute("href")!);
        Assert.Null(letter.Document.QuerySelector("form[action*=accept]"));

        var step = await browser.SeeAsync(letter.Document.QuerySelector("a[href$='/accept']")!.GetAttribute("href")!);
        Assert.False(step.Document.GetElementById("maySeeMyConnections")!.HasAttribute("checked"));
        Assert.True(step.Document.GetElementById("mayBeNamedAsLink")!.HasAttribute("checked"));
        var accepted = await browser.FollowAsync(
            await browser.SubmitAsync(step, "main form", ("answer", "Do bring the readings."))
        );
        Assert.Contains(
            "Undo for 10 more minutes, until 09:15 (UTC).",
            accepted.Document.QuerySelector(".grace")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(SenderState.Sent, (await site.Community.SentAsync(sender)).State);

        var undone = await browser.SubmitAsync(accepted, ".grace form");
        Assert.Equal($"/inbox/{id}", undone.Location);
        Assert.Single(await site.Community.WaitingAsync(recipient));

        await browser.SubmitAsync(
            await browser.SeeAsync($"/inbox/{id}/accept"),
            "main form",
            ("answer", "Do bring the readings, see https://a.example/?q=1&r=2.")
        );
        site.Community.Advance(TimeSpan.FromMinutes(10));
        var conversation = await (await site.VisitAsync(sender)).SeeAsync($"/conversations/{recipient.Handle}");
        Assert.Equal(2, conversation.Document.QuerySelectorAll(".messages .written").Length);
        Assert.Equal(
            "https://a.example/?q=1&r=2",
            conversation.Document.QuerySelector(".messages .written a")!.GetAttribute("href")
        );
        Assert.Equal(
            "noopener noreferrer nofollow",
            conversation.Document.QuerySelector(".messages .written a")!.GetAttribute("rel")
        );
    }

    [Fact]
    public async Task A_strangers_links_are_shown_and_not_clickable()
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync();
        var id = await site.Community.DeliverAsync(
            sender,
            recipient,
            A.Letter() with
            {
                Note = "My notes are at https://evil.example/<script>alert(1)</script>, have a look.",
            }
        );

        var page = await (await site.VisitAsync(recipient)).SeeAsync($"/inbox/{id}");

        Assert.Contains(
            "https://evil.example/<script>",
            page.Document.QuerySelector(".letter-note")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Empty(page.Document.QuerySelectorAll(".letter a, .letter script"));
    }

    [Fact]
    public async Task Declining_with_own_words_needs_the_words_and_keeps_the_choice()
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync();
        var id = await site.Community.DeliverAsync(sender, recipient);
        var browser = await site.VisitAsync(recipient);
        var form = await browser.SeeAsync($"/inbox/{id}/decline?forGood=true");
        Assert.Equal("silent", form.Document.QuerySelector("input[name=words][checked]")!.GetAttribute("value"));

        var refused = await browser.SubmitAsync(
            form,
            "main form",
            ("words", "own"),
            ("reply.channel", "me@work.example")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("own", refused.Document.QuerySelector("input[name=words][checked]")!.GetAttribute("value"));
        Assert.Equal("me@work.example", refused.Document.GetElementById("reply_channel")!.GetAttribute("value"));
        Assert.NotNull(refused.Document.GetElementById("reply_text-error"));

        Assert.Equal(
            "/inbox",
            (
                await browser.SubmitAsync(refused, "main form", ("reply.text", "I connect with people I have met."))
            ).Location
        );
        var told = await site.Community.SentAsync(sender);
        Assert.Equal(("I connect with people I have met.", "me@work.example"), (told.Reply, told.ReplyChannel));
    }

    [Fact]
    public async Task Words_left_at_silent_are_not_sent()
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync();
        var id = await site.Community.DeliverAsync(sender, recipient);
        var browser = await site.VisitAsync(recipient);

        await browser.SubmitAsync(
            await browser.SeeAsync($"/inbox/{id}/decline"),
            "main form",
            ("reply.text", "Better not.")
        );

        Assert.Equal(SenderState.Sent, (await site.Community.SentAsync(sender)).State);
        Assert.Empty(await site.Community.WaitingAsync(recipient));
    }

    [Fact]
    public async Task Many_are_declined_at_once_after_a_second_step_and_none_is_ever_accepted_so()
    {
        await using var site = await Site.StartAsync();
        var recipient = await site.Community.InsertAsync();
        var senders = new[]
        {
            await site.Community.InsertAsync(),
            await site.Community.InsertAsync(),
            await site.Community.InsertAsync(),
        };
        var ids = new List<string>();
        foreach (var sender in senders)
        {
            ids.Add(await site.Community.DeliverAsync(sender, recipient));
        }

        var browser = await site.VisitAsync(recipient);
        var inbox = await browser.SeeAsync("/inbox");
        Assert.Empty(inbox.Document.QuerySelectorAll("[href*=accept], [formaction*=accept]"));
        Assert.All(senders, sender =>
            Assert.Contains(inbox.Texts("label"), label => label.Contains(sender.DisplayName, StringComparison.Ordinal))
        );

        var step = await browser.SeeAsync($"/inbox/decline?ids={ids[0]}&ids={ids[2]}&forGood=false");
        Assert.Contains("Nobody is told", step.Body, StringComparison.Ordinal);
        Assert.Equal(3, (await site.Community.WaitingAsync(recipient)).Count);
        await browser.SubmitAsync(step, "main form");

        Assert.Equal([ids[1]], (await site.Community.WaitingAsync(recipient)).Select(row => row.Id));
    }

    [Fact]
    public async Task A_report_says_before_who_learns_and_ends_the_letter()
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync();
        var moderator = await site.Community.InsertAsync(
            A.Member() with
            {
                Role = ConnectGate.People.Accounts.Role.Moderator,
            }
        );
        var id = await site.Community.DeliverAsync(sender, recipient, A.Letter());
        var browser = await site.VisitAsync(recipient);

        var form = await browser.SeeAsync($"/inbox/{id}/report");
        var refused = await browser.SubmitAsync(form, "main form", ("comment", "To my whole team."));
        Assert.NotNull(refused.Document.QuerySelector(".error-summary a[href='#category']"));
        Assert.Contains(
            "To my whole team.",
            refused.Document.GetElementById("comment")!.TextContent,
            StringComparison.Ordinal
        );
        await browser.SubmitAsync(refused, "main form", ("category", "Spam"));

        Assert.Equal(SenderState.Sent, (await site.Community.SentAsync(sender)).State);
        var desk = await site.VisitAsync(moderator);
        var queue = await desk.SeeAsync("/moderation");
        var file = await desk.SeeAsync(queue.Document.QuerySelector(".rows a.row-title")!.GetAttribute("href")!);
        Assert.Contains(
            A.Letter().Note!,
            file.Document.QuerySelector(".letter-note")!.TextContent,
            StringComparison.Ordinal
        );
        var lacking = await desk.SubmitAsync(file, "main form");
        Assert.NotNull(lacking.Document.QuerySelector(".error-summary a[href='#chosen']"));
        await desk.SubmitAsync(
            lacking,
            "main form",
            ("chosen", "Suspend"),
            ("days", "7"),
            ("reason", "Letters sent to many, after a warning.")
        );
        Assert.Contains(
            "Letters sent to many",
            (await (await site.VisitAsync(sender)).SeeAsync("/notifications")).Body,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Letters sent to many",
            (await desk.SeeAsync("/moderation/audit")).Body,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_filter_shows_the_letters_of_one_reason()
    {
        await using var site = await Site.StartAsync();
        var recipient = await site.Community.InsertAsync();
        var advice = await site.Community.DeliverAsync(
            await site.Community.InsertAsync(),
            recipient,
            A.Letter() with
            {
                Reason = Reason.Advice,
            }
        );
        await site.Community.DeliverAsync(await site.Community.InsertAsync(), recipient);
        var browser = await site.VisitAsync(recipient);

        var filtered = await browser.SeeAsync("/inbox?reason=Advice");

        Assert.Equal(
            [$"/inbox/{advice}"],
            filtered.Document.QuerySelectorAll(".rows a.row-title").Select(link => link.GetAttribute("href"))
        );
        Assert.Equal("Advice", filtered.Document.QuerySelector("option[selected]")!.GetAttribute("value"));
    }
}
