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
        await site.Community.DeliverAsync(sender, recipient);
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
            "undo for 10 more minutes, until 09:15 (UTC).",
            accepted.Document.QuerySelector(".grace")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(SenderState.Sent, (await site.Community.SentAsync(sender)).State);

        var undone = await browser.SubmitAsync(accepted, ".grace form");
        Assert.Single(await site.Community.WaitingAsync(recipient));
        Assert.Contains("waits again", undone.Document.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Do bring the readings.", undone.Document.GetElementById("answer")!.TextContent.Trim());
        Assert.True(undone.Document.GetElementById("mayBeNamedAsLink")!.HasAttribute("checked"));

        await browser.SubmitAsync(
            undone,
            "main form[action$='/accept']",
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
    public async Task A_step_that_comes_too_late_names_the_letter_and_what_became_of_it()
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync();
        var id = await site.Community.DeliverAsync(sender, recipient);
        var (mine, theirs) = (await site.VisitAsync(recipient), await site.VisitAsync(sender));
        var (decline, accept) = (
            await mine.SeeAsync($"/inbox/{id}/decline"),
            await mine.SeeAsync($"/inbox/{id}/accept")
        );
        var withdraw = await theirs.SeeAsync($"/sent/{id}/withdraw");
        await theirs.SubmitAsync(withdraw, "main form");

        var late = await mine.SubmitAsync(decline, "main form");
        var again = await theirs.SubmitAsync(withdraw, "main form");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (late.Status, again.Status));
        Assert.Contains(
            $"{sender.DisplayName}’s letter: Withdrawn by its sender.",
            late.Document.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.NotNull(late.Document.QuerySelector($"main a[href='/inbox/{id}']"));
        Assert.Contains($"Your letter to {recipient.DisplayName}: Withdrawn.", again.Body, StringComparison.Ordinal);
        Assert.NotNull(again.Document.QuerySelector($"main a[href='/sent/{id}']"));
        Assert.Equal(HttpStatusCode.Conflict, (await mine.SubmitAsync(accept, "main form")).Status);
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
    public async Task Typed_words_are_never_left_out_silently()
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync();
        var id = await site.Community.DeliverAsync(sender, recipient);
        var browser = await site.VisitAsync(recipient);

        var refused = await browser.SubmitAsync(
            await browser.SeeAsync($"/inbox/{id}/decline"),
            "main form",
            ("reply.text", "Better not.")
        );
        var channel = await browser.SubmitAsync(
            refused,
            "main form",
            ("reply.text", ""),
            ("reply.channel", "me@work.example")
        );

        Assert.All([refused, channel], page => Assert.NotNull(page.Document.GetElementById("words-error")));
        Assert.Equal("Better not.", refused.Document.GetElementById("reply_text")!.TextContent.Trim());
        Assert.Equal("me@work.example", channel.Document.GetElementById("reply_channel")!.GetAttribute("value"));
        Assert.Single(await site.Community.WaitingAsync(recipient));
        await browser.SubmitAsync(channel, "main form", ("reply.channel", ""));
        Assert.Equal(SenderState.Sent, (await site.Community.SentAsync(sender)).State);
        Assert.Empty(await site.Community.WaitingAsync(recipient));
    }

    [Fact]
    public async Task Letters_are_read_one_at_a_time_and_each_decision_leads_to_the_next()
    {
        await using var site = await Site.StartAsync();
        var recipient = await site.Community.InsertAsync();
        var senders = new List<Person>();
        for (var number = 0; number < 4; number++)
        {
            senders.Insert(0, await site.Community.InsertAsync());
            await site.Community.DeliverAsync(senders[0], recipient);
        }

        var browser = await site.VisitAsync(recipient);
        var inbox = await browser.SeeAsync("/inbox");
        var letter = await browser.FollowAsync(await browser.GetAsync(Address(inbox, "a[href='/inbox/read']")));
        Assert.Equal([$"Letter from {senders[0].DisplayName}"], letter.Texts("h1"));
        Assert.Equal(4, letter.Document.QuerySelectorAll(".reading-list a").Length);

        // One press declines "not now"; its undo is at hand.
        letter = await browser.FollowAsync(await browser.SubmitAsync(letter, ".decision-bar form"));
        Assert.Equal([$"Letter from {senders[1].DisplayName}"], letter.Texts("h1"));
        Assert.Contains(
            $"Declined {senders[0].DisplayName}’s letter: not now. Nobody was told.",
            letter.Document.QuerySelector(".notice")!.TextContent,
            StringComparison.Ordinal
        );
        letter = await browser.FollowAsync(await browser.SubmitAsync(letter, ".notice form"));
        Assert.Equal([$"Letter from {senders[0].DisplayName}"], letter.Texts("h1"));
        Assert.Equal(4, (await site.Community.WaitingAsync(recipient)).Count);

        // A second step returns to the reading too, also after a refusal.
        letter = await browser.SeeAsync(Address(letter, "a[rel=next]"));
        var step = await browser.SeeAsync(Address(letter, ".decision-bar a[href*=accept]"));
        step = await browser.SubmitAsync(step, "main form", ("howWeKnowEachOther", new string('x', 501)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, step.Status);
        letter = await browser.FollowAsync(await browser.SubmitAsync(step, "main form", ("howWeKnowEachOther", "")));
        Assert.Equal([$"Letter from {senders[2].DisplayName}"], letter.Texts("h1"));
        Assert.Contains(
            "You can undo it",
            letter.Document.QuerySelector(".notice")!.TextContent,
            StringComparison.Ordinal
        );

        // Skipped letters wait.
        letter = await browser.SeeAsync(Address(letter, "a[rel=next]"));
        var over = await browser.FollowAsync(await browser.SubmitAsync(letter, ".decision-bar form"));
        Assert.Equal(["That was all"], over.Texts("h1"));
        Assert.Contains("2 letters still wait", over.Body, StringComparison.Ordinal);
        Assert.Single(over.Document.QuerySelectorAll(".grace li"));
        Assert.Equal(2, (await site.Community.WaitingAsync(recipient)).Count);

        static string Address(WebPage page, string link) => page.Document.QuerySelector(link)!.GetAttribute("href")!;
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
        inbox = await browser.FollowAsync(await browser.SubmitAsync(step, "main form"));

        Assert.Contains(
            $"Declined: {senders[2].DisplayName}, {senders[0].DisplayName}.",
            inbox.Document.QuerySelector(".notice")!.TextContent,
            StringComparison.Ordinal
        );
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
        var rule = await site.Community.RuleAsync();
        var lacking = await desk.SubmitAsync(file, ".decision form");
        Assert.NotNull(lacking.Document.QuerySelector(".error-summary a[href='#chosen']"));
        await desk.SubmitAsync(
            lacking,
            ".decision form",
            ("chosen", "Suspend"),
            ("days", "7"),
            ("rule", rule),
            ("reason", "Letters sent to many, after a warning.")
        );
        var suspended = await site.VisitAsync(sender);
        Assert.Equal("/decisions", (await suspended.GetAsync("/inbox")).Location);
        var decisions = await suspended.SeeAsync("/decisions");
        Assert.Contains(
            "Letters sent to many",
            (
                await suspended.SeeAsync(decisions.Document.QuerySelector(".rows a.row-title")!.GetAttribute("href")!)
            ).Body,
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
