using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ConnectGate.Desk.Conversations;
using ConnectGate.Gate.Policy;
using ConnectGate.People.Members.Profiles;
using ConnectGate.People.Policy;
using ConnectGate.Tests.Slices;
using ConnectGate.Ties.Connections;
using ConnectGate.Ties.Connections.Blocks;

namespace ConnectGate.Tests.Web.Pages.Members;

public sealed class MemberPageTests
{
    [Fact]
    public async Task Every_page_of_a_member_who_has_nothing_yet_says_what_will_be_there()
    {
        await using var site = await Site.StartAsync();
        var browser = await site.VisitAsync(await site.Community.InsertAsync());
        foreach (
            var path in (string[])
                [
                    "/inbox",
                    "/inbox?folder=Decided",
                    "/sent",
                    "/connections",
                    "/conversations",
                    "/notifications",
                    "/settings/privacy",
                    "/members?q=nobody-is-called-this",
                ]
        )
        {
            var page = await browser.SeeAsync(path);
            Assert.True(page.Texts(".empty-state").Count == 1, path);
        }
    }

    [Fact]
    public async Task A_first_visit_begins_with_a_letter_and_offers_steps_that_can_be_skipped()
    {
        await using var site = await Site.StartAsync();
        var welcome = await site.NewVisitor().SeeAsync("/");
        Assert.NotEmpty(welcome.Texts(".welcome-letter .letter-note"));
        Assert.Contains("It is an example", welcome.Texts("figcaption").Single(), StringComparison.Ordinal);

        var browser = await site.VisitAsync(
            await site.Community.InsertAsync(A.Member() with { JoinedAgo = TimeSpan.Zero })
        );
        var skipped = await browser.SubmitAsync(await browser.SeeAsync("/inbox"), "[value=JoinAGroup]");
        Assert.Equal("/inbox", skipped.Location);
        Assert.Equal(
            ["/settings/profile", "/members"],
            (await browser.SeeAsync("/inbox"))
                .Document.QuerySelectorAll(".first-steps a")
                .Select(link => link.GetAttribute("href"))
        );
        await browser.SubmitAsync(await browser.SeeAsync("/first-steps"), "[value=SayWhoYouAre]");
        await browser.SubmitAsync(await browser.SeeAsync("/first-steps"), "[value=FindSomebody]");
        Assert.Null((await browser.SeeAsync("/inbox")).Document.GetElementById("first-steps"));
    }

    [Fact]
    public async Task Every_page_has_one_heading_of_the_first_level_and_skips_none()
    {
        await using var site = await Site.StartAsync();
        var (me, friend, stranger) = (
            await site.Community.InsertAsync(),
            await site.Community.InsertAsync(),
            await site.Community.InsertAsync(A.Member() with { Questions = ["Why me?"] })
        );
        await site.Community.ConnectAsync(friend, me, "Do write.");
        var letter = await site.Community.DeliverAsync(await site.Community.InsertAsync(), me);
        await site.Community.AskAsync(me, await site.Community.InsertAsync());
        var browser = await site.VisitAsync(me);
        foreach (
            var path in (string[])
                [
                    "/inbox",
                    $"/inbox/{letter}",
                    $"/inbox/{letter}/accept",
                    $"/inbox/{letter}/decline",
                    $"/inbox/{letter}/report",
                    $"/inbox/decline?ids={letter}",
                    "/sent",
                    $"/ask/{stranger.Handle}",
                    $"/ask/{friend.Handle}",
                    "/members",
                    $"/m/{stranger.Handle}",
                    $"/m/{me.Handle}",
                    $"/m/{stranger.Handle}/block",
                    "/connections",
                    $"/connections/{friend.Handle}",
                    $"/connections/{friend.Handle}/let-go",
                    "/conversations",
                    $"/conversations/{friend.Handle}",
                    "/notifications",
                    "/settings",
                    "/settings/profile",
                    "/settings/policy",
                    "/settings/privacy",
                    "/settings/digest",
                ]
        )
        {
            var levels = (await browser.SeeAsync(path))
                .Document.QuerySelectorAll("h1, h2, h3, h4")
                .Select(heading => heading.TagName[1] - '0')
                .ToList();
            Assert.True(levels.Count(level => level == 1) == 1, path);
            Assert.True(
                levels.Zip(levels.Skip(1)).All(pair => pair.Second - pair.First <= 1),
                $"{path}: {string.Join(' ', levels)}"
            );
        }
    }

    [Fact]
    public async Task A_message_is_written_read_and_not_written_empty()
    {
        await using var site = await Site.StartAsync();
        var (me, friend) = await site.Community.InsertTwoAsync();
        await site.Community.ConnectAsync(friend, me);
        var browser = await site.VisitAsync(me);
        var path = $"/conversations/{friend.Handle}";
        var form = await browser.SeeAsync(path);

        var refused = await browser.SubmitAsync(form, "main form:has(textarea)", ("text", " "));
        var written = await browser.SubmitAsync(
            form,
            "main form:has(textarea)",
            ("text", "See <script>x</script> you\nsoon.")
        );
        await browser.SubmitAsync(form, "main form:has(textarea)", ("text", "See <script>x</script> you\nsoon."));

        Assert.NotNull(refused.Document.QuerySelector(".error-summary a[href='#text']"));
        Assert.Equal($"{path}#latest", written.Location);
        Assert.Single(
            await site.Community.InDatabaseAsync(context =>
                Task.FromResult(context.Set<Message>().Where(message => message.AuthorId == me.Id).ToList())
            )
        );

        var reader = await site.VisitAsync(friend);
        var unread = await reader.SeeAsync($"/conversations/{me.Handle}");
        Assert.NotNull(unread.Document.GetElementById("unread"));
        Assert.Contains(
            "See <script>x</script> you",
            unread.Document.QuerySelector("#latest .written")!.TextContent,
            StringComparison.Ordinal
        );
        await reader.SubmitAsync(unread, "form[data-mark-read]");
        Assert.Null((await reader.SeeAsync($"/conversations/{me.Handle}")).Document.GetElementById("unread"));
    }

    [Fact]
    public async Task A_profile_comes_back_as_typed_when_refused_and_as_saved_when_not()
    {
        await using var site = await Site.StartAsync();
        var me = await site.Community.InsertAsync();
        var browser = await site.VisitAsync(me);
        var form = await browser.SeeAsync("/settings/profile");

        var refused = await browser.SubmitAsync(
            form,
            "main form",
            ("displayName", ""),
            ("headline", "Gauges"),
            ("otherNames[0]", "Old name"),
            ("betterWays[0].text", "me@work.example"),
            ("betterWays[0].audience", "MyDecline"),
            ("languages[0]", "de")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Document.QuerySelector(".error-summary a[href='#displayName']"));
        Assert.Equal("Old name", refused.Document.GetElementById("otherNames_0_")!.GetAttribute("value"));

        Assert.Equal(
            "/settings/profile",
            (await browser.SubmitAsync(refused, "main form", ("displayName", "Lena Vogt"))).Location
        );
        var saved = await site.Community.QueryAsync(me, new EditProfile.Query());
        Assert.Equal(
            ("Lena Vogt", "Gauges", "Old name", "de"),
            (saved.DisplayName, saved.Headline, Assert.Single(saved.OtherNames), Assert.Single(saved.Languages))
        );
        Assert.Equal(new EditProfile.Way("me@work.example", Audience.MyDecline), Assert.Single(saved.BetterWays));
    }

    [Fact]
    public async Task A_line_of_a_profile_says_who_sees_it_and_its_link_leads_only_connections()
    {
        await using var site = await Site.StartAsync(
            settings: new Dictionary<string, string>
            {
                ["Community:Fields:0:Name"] = "born-in",
                ["Community:Fields:0:Label"] = "Born <in>",
            }
        );
        var (me, stranger) = await site.Community.InsertTwoAsync();
        var connection = await site.Community.InsertAsync();
        await site.Community.ConnectAsync(me, connection);
        await site.Community.MustAsync(
            stranger,
            new EditPolicy.Command(PolicyKind.Open, "", ["How do you use this network?"])
        );
        var browser = await site.VisitAsync(me);

        var form = await browser.SeeAsync("/settings/profile");
        var refused = await browser.SubmitAsync(
            form,
            "main form",
            (Control(form, "How I use this place"), "I look for keepers of gauges."),
            (Control(form, "Organisation"), "نقابة المرافئ"),
            (Control(form, "Link 2"), "gauges.example"),
            (Control(form, "Born <in>"), "Skagen"),
            (Control(form, "Who sees it: Born <in>"), "MyConnections")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(
            "gauges.example",
            refused.Document.GetElementsByName(Control(refused, "Link 2"))[0].GetAttribute("value")
        );
        var corrected = (Control(refused, "Link 2"), "https://gauges.example/me");
        Assert.NotNull((await browser.SubmitAsync(refused, "main form", corrected)).Location);

        var toStranger = await (await site.VisitAsync(stranger)).SeeAsync($"/m/{me.Handle}");
        Assert.Contains("https://gauges.example/me", toStranger.Texts(".facts dd"));
        Assert.Contains("نقابة المرافئ", toStranger.Texts(".facts dd"));
        Assert.DoesNotContain("Skagen", toStranger.Body, StringComparison.Ordinal);
        Assert.Null(toStranger.Document.QuerySelector("a[href^='https:']"));

        var toConnection = await (await site.VisitAsync(connection)).SeeAsync($"/m/{me.Handle}");
        Assert.Contains("Skagen", toConnection.Texts(".facts dd"));
        var link = toConnection.Document.QuerySelector("a[href='https://gauges.example/me']")!;
        Assert.Equal("nofollow noopener noreferrer ugc", link.GetAttribute("rel"));

        var found = await (await site.VisitAsync(stranger)).SeeAsync("/members?q=gauges.example");
        Assert.Contains("نقابة المرافئ", found.Texts(".rows .row-meta"));

        var letter = await browser.SeeAsync($"/ask/{stranger.Handle}");
        Assert.Equal(
            "I look for keepers of gauges.",
            letter.Document.QuerySelector("textarea[name^=answers]")!.TextContent
        );
        Assert.Contains(letter.Texts(".field-hint"), hint =>
            hint.Contains("from your profile", StringComparison.Ordinal)
        );

        static string Control(WebPage page, string label) =>
            page
                .Document.GetElementById(
                    page.Document.QuerySelectorAll("label")
                        .Single(one => one.TextContent.StartsWith(label, StringComparison.Ordinal))
                        .GetAttribute("for")!
                )!
                .GetAttribute("name")!;
    }

    [Fact]
    public async Task The_API_reads_and_replaces_the_profile()
    {
        await using var site = await Site.StartAsync();
        var me = await site.Community.InsertAsync();
        using var program = await site.ProgramAsync(me);
        var token = TestContext.Current.CancellationToken;

        using var refused = await program.PutAsJsonAsync(
            "/api/v1/profile",
            new
            {
                displayName = "Ada",
                details = new object?[] { null, new { field = "link", text = "ftp://x.example" } },
            },
            token
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var saved = await program.PutAsJsonAsync(
            "/api/v1/profile",
            new
            {
                displayName = "Ada",
                details = new[]
                {
                    new
                    {
                        field = "role",
                        text = "Keeper",
                        seenBy = "my-letters",
                    },
                },
            },
            token
        );
        Assert.Equal(HttpStatusCode.NoContent, saved.StatusCode);

        var profile = await program.GetFromJsonAsync<JsonElement>("/api/v1/profile", token);
        Assert.Equal("my-letters", profile.GetProperty("details")[0].GetProperty("seenBy").GetString());
        Assert.Equal("organisation", profile.GetProperty("fields")[1].GetProperty("name").GetString());
        var seen = await program.GetFromJsonAsync<JsonElement>($"/api/v1/members/{me.Handle}", token);
        Assert.Equal("Keeper", seen.GetProperty("details")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Policy_and_digest_are_saved()
    {
        await using var site = await Site.StartAsync();
        var me = await site.Community.InsertAsync();
        var browser = await site.VisitAsync(me);

        await browser.SubmitAsync(
            await browser.SeeAsync("/settings/policy"),
            "main form",
            ("kind", "Closed"),
            ("text", "Back in May."),
            ("questions[1]", "Why me?")
        );
        await browser.SubmitAsync(
            await browser.SeeAsync("/settings/digest"),
            "main form",
            ("digest", "Weekly"),
            ("hour", "7"),
            ("timeZone", "Europe/Berlin")
        );

        var policy = await site.Community.QueryAsync(me, new EditPolicy.Query());
        var settings = await site.Community.QueryAsync(me, new EditSettings.Query());
        Assert.Equal(
            (PolicyKind.Closed, "Back in May.", "Why me?"),
            (policy.Kind, policy.Text, Assert.Single(policy.Questions))
        );
        Assert.Equal((DigestFrequency.Weekly, 7, "Europe/Berlin"), (settings.Digest, settings.Hour, settings.TimeZone));
    }

    [Fact]
    public async Task Blocking_asks_first_and_is_lifted_in_the_settings()
    {
        await using var site = await Site.StartAsync();
        var (me, other) = await site.Community.InsertTwoAsync();
        var browser = await site.VisitAsync(me);

        var step = await browser.SeeAsync($"/m/{other.Handle}/block");
        Assert.Equal(0, await site.Community.CountAsync<Block>());
        await browser.SubmitAsync(step, "main form");
        Assert.Equal(1, await site.Community.CountAsync<Block>());
        await browser.SubmitAsync(await browser.SeeAsync("/settings/privacy"), "button[name=handle]");
        Assert.Equal(0, await site.Community.CountAsync<Block>());
    }

    [Fact]
    public async Task A_connection_is_changed_noted_about_and_let_go_of()
    {
        await using var site = await Site.StartAsync();
        var (me, friend) = await site.Community.InsertTwoAsync();
        await site.Community.ConnectAsync(friend, me);
        var browser = await site.VisitAsync(me);
        var page = await browser.SeeAsync($"/connections/{friend.Handle}");

        await browser.SubmitAsync(
            page,
            "form:not(.note-to-self):has([name=howWeKnowEachOther])",
            ("otherMaySeeMyConnections", "true"),
            ("howWeKnowEachOther", "From Emden")
        );
        await browser.SubmitAsync(page, "form.note-to-self", ("text", "Has the gauge books"));

        var connection = (await site.Community.QueryAsync(me, new ViewConnection.Query(friend.Handle)))!;
        Assert.Equal(
            (true, true, "From Emden", "Has the gauge books"),
            (
                connection.OtherMaySeeMyConnections,
                connection.MayBeNamedAsLink,
                connection.HowWeKnowEachOther,
                connection.NoteToSelf
            )
        );
        await browser.SubmitAsync(await browser.SeeAsync($"/connections/{friend.Handle}/let-go"), "main form");
        Assert.Null(await site.Community.QueryAsync(me, new ViewConnection.Query(friend.Handle)));
    }
}
