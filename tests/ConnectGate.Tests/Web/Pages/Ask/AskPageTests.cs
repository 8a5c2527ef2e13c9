using System.Net;
using ConnectGate.Letters.Requests;
using ConnectGate.People.Policy;
using ConnectGate.Tests.Slices;
using ConnectGate.Ties.Connections.Blocks;

namespace ConnectGate.Tests.Web.Pages.Ask;

public sealed class AskPageTests
{
    [Fact]
    public async Task A_refused_letter_comes_back_with_everything_typed_and_every_message_at_its_field()
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync(A.Member() with { Questions = ["Why me?"] });
        var browser = await site.VisitAsync(sender);
        var before = await site.Community.CountEveryTableAsync();

        var page = await browser.SubmitAsync(
            await browser.SeeAsync($"/ask/{recipient.Handle}"),
            "form[data-gate]",
            ("note", "  Hello <b>you</b>"),
            ("reason", "Other"),
            ("reasonDetail", "abc"),
            ("answers[q1]", "no")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(
            "  Hello <b>you</b>",
            Assert
                .IsAssignableFrom<AngleSharp.Html.Dom.IHtmlTextAreaElement>(page.Document.GetElementById("note"))
                .Value
        );
        Assert.Equal("abc", page.Document.GetElementById("reasonDetail")!.GetAttribute("value"));
        Assert.Equal(
            "no",
            Assert
                .IsAssignableFrom<AngleSharp.Html.Dom.IHtmlTextAreaElement>(page.Document.GetElementById("answers_q1_"))
                .Value
        );
        Assert.Equal("Other", page.Document.QuerySelector("input[name=reason][checked]")!.GetAttribute("value"));
        foreach (var field in (string[])["note", "reasonDetail", "answers_q1_"])
        {
            var control = page.Document.GetElementById(field)!;
            Assert.Equal("true", control.GetAttribute("aria-invalid"));
            Assert.Contains($"{field}-error", control.GetAttribute("aria-describedby")!.Split(' '));
            Assert.NotNull(page.Document.QuerySelector($".error-summary a[href='#{field}']"));
            Assert.NotEmpty(page.Document.GetElementById($"{field}-error")!.TextContent.Trim());
        }

        Assert.Equal(before, await site.Community.CountEveryTableAsync());
    }

    [Fact]
    public async Task An_empty_form_says_all_that_is_missing_at_once_in_the_order_of_its_fields()
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync(
            A.Member() with
            {
                Questions = ["Why me?", "Who are you?"],
            }
        );
        var browser = await site.VisitAsync(sender);

        var page = await browser.SubmitAsync(await browser.SeeAsync($"/ask/{recipient.Handle}"), "form[data-gate]");

        Assert.Equal(
            ["#reason", "#reasonDetail", "#note", "#answers_q1_", "#answers_q2_"],
            page.Document.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href"))
        );
        Assert.Equal(
            ["Why me?", "Who are you?"],
            page.Texts(".error-summary a[href^='#answers']").Select(text => text.Split(':')[0])
        );
    }

    [Fact]
    public async Task Check_says_what_the_gate_thinks_keeps_what_was_typed_and_stores_nothing()
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync();
        var browser = await site.VisitAsync(sender);
        var before = await site.Community.CountEveryTableAsync();
        var form = await browser.SeeAsync($"/ask/{recipient.Handle}");

        var lacking = await browser.SubmitAsync(form, "button[data-check]", ("note", "Too short"));
        var passing = await browser.SubmitAsync(form, "button[data-check]", Letter());

        Assert.Equal(HttpStatusCode.OK, lacking.Status);
        Assert.NotEmpty(lacking.Document.QuerySelectorAll("#gate-view li"));
        Assert.Contains("Too short", lacking.Document.GetElementById("note")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(passing.Document.QuerySelectorAll("#gate-view li"));
        Assert.Empty(passing.Document.QuerySelectorAll(".error-summary"));
        Assert.Contains(
            A.Letter().Note!,
            passing.Document.GetElementById("note")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(before, await site.Community.CountEveryTableAsync());
    }

    [Fact]
    public async Task After_a_check_the_form_sends_the_letter_and_leads_to_what_was_sent()
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync();
        var browser = await site.VisitAsync(sender);
        var form = await browser.SubmitAsync(
            await browser.SeeAsync($"/ask/{recipient.Handle}"),
            "button[data-check]",
            Letter()
        );

        var answer = await browser.SubmitAsync(form, "form[data-gate]");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal("/sent", answer.Location);
        var sent = await browser.FollowAsync(answer);
        Assert.Contains(
            $"Sent to {recipient.DisplayName}. You can correct it or take it back for 5 more minutes, until 09:05 ",
            sent.Document.QuerySelector(".notice")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.NotNull(sent.Document.QuerySelector($"[data-draft-sent='/ask/{recipient.Handle}']"));
        Assert.Equal(SenderState.Sent, (await site.Community.SentAsync(sender)).State);
    }

    [Fact]
    public async Task A_form_sent_twice_sends_one_letter()
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync();
        var browser = await site.VisitAsync(sender);
        var form = await browser.SeeAsync($"/ask/{recipient.Handle}");

        await browser.SubmitAsync(form, "form[data-gate]", Letter());
        var again = await browser.SubmitAsync(form, "form[data-gate]", Letter());

        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        Assert.Equal(1, await site.Community.CountAsync<ConnectionRequest>());
    }

    [Fact]
    public async Task A_member_who_cannot_ask_reads_why_and_what_to_do_instead_of_the_form()
    {
        await using var site = await Site.StartAsync();
        var (me, asker) = await site.Community.InsertTwoAsync();
        var closed = await site.Community.InsertAsync(A.Member() with { Policy = PolicyKind.Closed });
        var friend = await site.Community.InsertAsync();
        await site.Community.ConnectAsync(friend, me);
        await site.Community.DeliverAsync(asker, me);
        var browser = await site.VisitAsync(me);

        Assert.Equal("/inbox", await WayOnAsync(asker));
        Assert.Equal($"/conversations/{friend.Handle}", await WayOnAsync(friend));
        Assert.Equal("/members?may=true", await WayOnAsync(closed));

        async Task<string?> WayOnAsync(Person person)
        {
            var page = await browser.SeeAsync($"/ask/{person.Handle}");
            Assert.Null(page.Document.QuerySelector("form[data-gate]"));
            return page.Document.QuerySelector("#recipient a")!.GetAttribute("href");
        }
    }

    [Fact]
    public async Task A_late_refusal_keeps_what_was_typed()
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync();
        var browser = await site.VisitAsync(sender);
        var form = await browser.SeeAsync($"/ask/{recipient.Handle}");
        await site.Community.MustAsync(recipient, new BlockMember.Command(sender.Handle));

        var page = await browser.SubmitAsync(form, "form[data-gate]", Letter());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.NotNull(page.Document.QuerySelector(".error-summary a[href='#recipient']"));
        Assert.NotNull(page.Document.GetElementById("recipient"));
        Assert.Contains(A.Letter().Note!, page.Document.GetElementById("note")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_is_corrected_and_taken_back_before_its_delivery()
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync(A.Member() with { Questions = ["Why me?"] });
        var browser = await site.VisitAsync(sender);
        await browser.SubmitAsync(
            await browser.SeeAsync($"/ask/{recipient.Handle}"),
            "form[data-gate]",
            [.. Letter(), ("answers[q1]", "Because of your talk")]
        );
        var sent = await browser.SeeAsync("/sent");

        var correct = await browser.SeeAsync(sent.Document.QuerySelector("a[href$='/correct']")!.GetAttribute("href")!);
        var refused = await browser.SubmitAsync(correct, "main form", ("note", ""));
        var corrected = await browser.SubmitAsync(
            refused,
            "main form",
            ("note", "I heard your talk on tide tables and have the readings of Emden.")
        );
        var ask = await browser.SeeAsync(sent.Document.QuerySelector("a[href$='/withdraw']")!.GetAttribute("href")!);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(
            "Because of your talk",
            refused.Document.GetElementById("answers_0_")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("/sent", corrected.Location);
        Assert.EndsWith("Emden.", (await site.Community.SentAsync(sender)).Note, StringComparison.Ordinal);
        Assert.Equal(1, await site.Community.CountAsync<ConnectionRequest>());

        Assert.Contains("Because of your talk", (await SentAsync()).Body, StringComparison.Ordinal);
        var takenBack = await browser.SubmitAsync(ask, "main form");
        Assert.Equal(HttpStatusCode.TemporaryRedirect, takenBack.Status); // the browser sends the form once more
        var draft = await browser.PostAsync(
            takenBack.Location!,
            Visitor.Fields((AngleSharp.Html.Dom.IHtmlFormElement)ask.Document.QuerySelector("main form")!)
        );

        Assert.Equal(0, await site.Community.CountAsync<ConnectionRequest>());
        Assert.Contains(
            $"{recipient.DisplayName} never saw it",
            draft.Document.QuerySelector(".notice")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.EndsWith("Emden.", draft.Document.GetElementById("note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Because of your talk", draft.Document.GetElementById("answers_q1_")!.TextContent.Trim());
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await browser.SubmitAsync(draft, "form[data-gate]")).Status // it can be sent at once
        );

        async Task<WebPage> SentAsync() =>
            await browser.SeeAsync($"/sent/{(await site.Community.SentAsync(sender)).Id}");
    }

    private static (string, string?)[] Letter() =>
        [
            ("note", A.Letter().Note),
            ("reason", A.Letter().Reason.ToString()),
            ("reasonDetail", A.Letter().ReasonDetail),
        ];
}
