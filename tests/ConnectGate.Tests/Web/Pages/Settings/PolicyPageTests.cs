using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ConnectGate.Gate.Policy;
using ConnectGate.People.Policy;
using ConnectGate.Tests.Slices;

namespace ConnectGate.Tests.Web.Pages.Settings;

/// <summary>Where a policy is set, where it is shown, and what it refuses, by page and API.</summary>
public sealed class PolicyPageTests
{
    [Fact]
    public async Task Everything_is_saved_and_comes_back_in_the_form()
    {
        await using var site = await Site.StartAsync();
        var browser = await site.VisitAsync(await site.Community.InsertAsync());
        var form = await browser.SeeAsync("/settings/policy");
        Assert.All(["awayUntil", "minimumNote", "lettersAWeek"], field => Assert.Equal("", Value(form, field)));

        var saved = await browser.SubmitAsync(
            form,
            "main form",
            ("kind", "SharedConnection"),
            ("awayUntil", "2026-04-01"),
            ("minimumNote", " 120 "),
            ("lettersAWeek", "5"),
            ("onlyWrittenForMe", "true"),
            ("welcomesJobEnquiries", "true")
        );
        var again = await browser.FollowAsync(saved);

        Assert.Equal(
            ("2026-04-01", "120", "5"),
            (Value(again, "awayUntil"), Value(again, "minimumNote"), Value(again, "lettersAWeek"))
        );
        Assert.Equal(
            "SharedConnection",
            again.Document.QuerySelector("input[name=kind][checked]")!.GetAttribute("value")
        );
        Assert.True(again.Document.GetElementById("onlyWrittenForMe")!.HasAttribute("checked"));
        Assert.True(again.Document.GetElementById("welcomesJobEnquiries")!.HasAttribute("checked"));
        Assert.False(again.Document.GetElementById("welcomesPitches")!.HasAttribute("checked"));

        await browser.SubmitAsync(
            again,
            "main form",
            ("awayUntil", ""),
            ("minimumNote", ""),
            ("lettersAWeek", ""),
            ("welcomesJobEnquiries", null)
        );
        var emptied = await browser.SeeAsync("/settings/policy");
        Assert.All(["awayUntil", "minimumNote", "lettersAWeek"], field => Assert.Equal("", Value(emptied, field)));
        Assert.False(emptied.Document.GetElementById("welcomesJobEnquiries")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task Each_error_is_reported_at_its_field_and_everything_typed_is_still_there()
    {
        await using var site = await Site.StartAsync();
        var me = await site.Community.InsertAsync();
        var browser = await site.VisitAsync(me);

        var refused = await browser.SubmitAsync(
            await browser.SeeAsync("/settings/policy"),
            "main form",
            ("kind", "Closed"),
            ("text", "You idiot"),
            ("questions[0]", "Why"),
            ("awayUntil", "1.1.2020"),
            ("minimumNote", "many"),
            ("lettersAWeek", "0"),
            ("welcomesPitches", "true")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(
            ("1.1.2020", "many", "0", "Why"),
            (
                Value(refused, "awayUntil"),
                Value(refused, "minimumNote"),
                Value(refused, "lettersAWeek"),
                Value(refused, "questions_0_")
            )
        );
        Assert.Equal("You idiot", refused.Document.GetElementById("text")!.TextContent.Trim());
        Assert.True(refused.Document.GetElementById("welcomesPitches")!.HasAttribute("checked"));
        foreach (var field in (string[])["text", "questions_0_", "awayUntil", "minimumNote", "lettersAWeek"])
        {
            Assert.Equal("true", refused.Document.GetElementById(field)!.GetAttribute("aria-invalid"));
            Assert.NotEmpty(refused.Document.GetElementById($"{field}-error")!.TextContent.Trim());
            Assert.NotNull(refused.Document.QuerySelector($".error-summary a[href='#{field}']"));
        }

        Assert.Equal(PolicyKind.Open, (await site.Community.QueryAsync(me, new EditPolicy.Query())).Kind);
    }

    [Fact]
    public async Task It_is_shown_before_anyone_writes()
    {
        await using var site = await Site.StartAsync();
        var (asker, recipient) = await site.Community.InsertTwoAsync();
        await site.Community.MustAsync(
            recipient,
            new EditPolicy.Command(PolicyKind.Open, "Coasts, mostly.", ["Why me?"])
            {
                MinimumNote = 90,
                OnlyWrittenForMe = true,
                WelcomesPitches = true,
                WelcomesJobEnquiries = true,
            }
        );
        var browser = await site.VisitAsync(asker);

        foreach (
            var page in new[]
            {
                await browser.SeeAsync($"/ask/{recipient.Handle}"),
                await browser.SeeAsync($"/m/{recipient.Handle}"),
            }
        )
        {
            var policy = page.Document.QuerySelector("section[aria-labelledby=policy]")!.TextContent;
            Assert.All(
                [
                    "Coasts, mostly.",
                    "at least 90 characters",
                    "only letters written for them",
                    "Offers are welcome",
                    "Job enquiries are welcome",
                    "Why me?",
                ],
                words => Assert.Contains(words, policy, StringComparison.Ordinal)
            );
        }
    }

    [Theory]
    [InlineData("away", "24 March 2026")]
    [InlineData("needs-shared-connection", "share a connection")]
    [InlineData("letters-full-this-week", "9 March 2026")]
    [InlineData("note-too-short", "150")]
    public async Task Each_refusal_is_reached_by_page_and_API_and_nothing_is_stored(string code, string words)
    {
        await using var site = await Site.StartAsync();
        var (asker, recipient) = await site.Community.InsertTwoAsync();
        var browser = await site.VisitAsync(asker);
        var program = await site.ProgramAsync(asker);
        var form = await browser.SeeAsync($"/ask/{recipient.Handle}");
        var open = new EditPolicy.Command(PolicyKind.Open, null, null);
        await site.Community.MustAsync(
            recipient,
            code switch
            {
                "away" => open with { AwayUntil = new DateOnly(2026, 3, 24) },
                "needs-shared-connection" => open with { Kind = PolicyKind.SharedConnection },
                "letters-full-this-week" => open with { LettersAWeek = 1 },
                _ => open with { MinimumNote = 150 },
            }
        );
        await (
            code == "letters-full-this-week"
                ? site.Community.AskAsync(await site.Community.InsertAsync(), recipient)
                : Task.CompletedTask
        );
        var letter = new
        {
            recipient = recipient.Handle,
            note = A.Letter().Note,
            reason = "your-work",
            reasonDetail = A.Letter().ReasonDetail,
        };
        var before = await site.Community.CountEveryTableAsync();

        var page = await browser.SubmitAsync(
            form,
            "form[data-gate]",
            ("note", letter.note),
            ("reason", "YourWork"),
            ("reasonDetail", letter.reasonDetail)
        );
        using var answer = await program.PostAsJsonAsync("/api/v1/requests", letter, Token);
        using var check = await program.PostAsJsonAsync("/api/v1/requests/check", letter, Token);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(words, page.Document.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(letter.note!, page.Document.GetElementById("note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"\"{code}\"", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Contains($"\"{code}\"", await check.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(before, await site.Community.CountEveryTableAsync());
    }

    [Fact]
    public async Task The_API_gives_the_policy_with_its_documented_names()
    {
        await using var site = await Site.StartAsync();
        var (asker, recipient) = await site.Community.InsertTwoAsync();
        await site.Community.MustAsync(
            recipient,
            new EditPolicy.Command(PolicyKind.SharedConnection, "Coasts, mostly.", ["Why me?"])
            {
                MinimumNote = 90,
                WelcomesPitches = true,
                AwayUntil = new DateOnly(2026, 4, 1),
            }
        );

        var profile = await (await site.ProgramAsync(asker)).GetFromJsonAsync<JsonElement>(
            $"/api/v1/members/{recipient.Handle}",
            Token
        );

        var policy = profile.GetProperty("policy");
        Assert.Equal(
            ("shared-connection", "Coasts, mostly.", 90),
            (
                policy.GetProperty("kind").GetString(),
                policy.GetProperty("text").GetString(),
                policy.GetProperty("minimumNote").GetInt32()
            )
        );
        Assert.Equal("Why me?", policy.GetProperty("questions")[0].GetProperty("text").GetString());
        Assert.Equal(
            (true, false, "2026-04-01"),
            (
                policy.GetProperty("welcomesOffers").GetBoolean(),
                policy.GetProperty("welcomesJobEnquiries").GetBoolean(),
                policy.GetProperty("awayUntil").GetString()
            )
        );
    }

    [Fact]
    public async Task The_ask_page_says_why_an_allowance_is_smaller()
    {
        await using var site = await Site.StartAsync();
        var (asker, recipient) = (
            await site.Community.InsertAsync(A.Member() with { JoinedAgo = TimeSpan.FromDays(2) }),
            await site.Community.InsertAsync()
        );
        await site.Community.InDatabaseAsync(async context =>
        {
            (await context.Members.FindAsync([asker.Id], Token))!.BearUpheldReport(site.Clock.Now);
            await context.SaveChangesAsync(Token);
        });

        var page = await (await site.VisitAsync(asker)).SeeAsync($"/ask/{recipient.Handle}");

        var allowance = page.Document.QuerySelector("section[aria-labelledby=allowance]")!.TextContent;
        Assert.All(
            ["You can send one request now", "From 7 March you can send more", "Until 9 March you can send half"],
            words => Assert.Contains(words, allowance, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_decline_sends_only_words_that_were_shown()
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync();
        await site.Community.MustAsync(
            recipient,
            new EditPolicy.Command(PolicyKind.Open, "People I have worked with.", null)
        );
        var id = await site.Community.DeliverAsync(sender, recipient);
        var browser = await site.VisitAsync(recipient);
        var form = await browser.SeeAsync($"/inbox/{id}/decline");
        var words = form.Document.QuerySelectorAll("input[name=words]")[1].GetAttribute("value");
        Assert.Contains("People I have worked with.", form.Texts("label"));
        await site.Community.MustAsync(recipient, new EditPolicy.Command(PolicyKind.Open, "Nobody who asks.", null));

        var refused = await browser.SubmitAsync(
            form,
            "main form",
            ("words", words),
            ("reply.channel", "The mailing list")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotEmpty(refused.Document.GetElementById("words-error")!.TextContent.Trim());
        Assert.Equal("The mailing list", Value(refused, "reply_channel"));
        words = refused.Document.QuerySelectorAll("input[name=words]")[1].GetAttribute("value");
        Assert.Equal("/inbox", (await browser.SubmitAsync(refused, "main form", ("words", words))).Location);
        Assert.Equal("Nobody who asks.", (await site.Community.SentAsync(sender)).Reply);
    }

    private static string Value(WebPage page, string id) =>
        page.Document.GetElementById(id)!.GetAttribute("value") ?? "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
