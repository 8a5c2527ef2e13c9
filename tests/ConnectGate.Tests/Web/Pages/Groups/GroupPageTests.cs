using System.Net;
using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Care.Noticeboards;
using ConnectGate.Letters.Sent;
using ConnectGate.People.Accounts;
using ConnectGate.Tests.Slices;
using ConnectGate.Tests.Slices.Ties.Groups;
using ConnectGate.Ties.Groups;
using ConnectGate.Ties.Groups.Invitations;
using ConnectGate.Ties.Groups.Joining;

namespace ConnectGate.Tests.Web.Pages.Groups;

/// <summary>Groups and gatherings as their pages show and change them.</summary>
public sealed class GroupPageTests
{
    [Fact]
    public async Task A_gathering_is_made_invited_to_joined_and_closed()
    {
        await using var site = await Site.StartAsync();
        var (organiser, invited) = await site.Community.InsertTwoAsync();
        var (at, other) = (await site.VisitAsync(organiser), await site.VisitAsync(invited));

        var form = await at.SeeAsync("/groups/new?kind=Gathering");
        var refused = await at.SubmitAsync(form, "main form", ("name", "Lock"), ("beginsOn", "someday"), ("place", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("Lock", refused.Document.QuerySelector("#name")!.GetAttribute("value"));
        Assert.Equal(3, refused.Texts(".error-summary li").Count);
        var made = await at.FollowAsync(
            await at.SubmitAsync(
                form,
                "main form",
                ("name", "Days at the lock"),
                ("beginsOn", "2026-05-14"),
                ("endsOn", "2026-05-15"),
                ("place", "Ghent")
            )
        );
        Assert.Equal("Days at the lock", made.Texts("h1").Single());
        var id = made.Path[(made.Path.LastIndexOf('/') + 1)..];
        Assert.Contains(
            "Days at the lock",
            (await at.SeeAsync("/gatherings")).Texts(".rows li").Single(),
            StringComparison.Ordinal
        );
        Assert.Contains("14 May", (await at.SeeAsync($"/gatherings/{id}")).Body, StringComparison.Ordinal);

        var asked = await at.SeeAsync($"/groups/{id}/invite");
        var done = await at.FollowAsync(await at.SubmitAsync(asked, "main form", ("list", $"{invited.Email}\nnobody")));
        Assert.Contains("can be read: 2.", Assert.Single(done.Texts(".notice")), StringComparison.Ordinal);
        Assert.Equal(invited.Email, done.Texts(".row-text").Single());

        Assert.Single((await other.SeeAsync("/gatherings")).Texts("section .row-title"));
        var invitation = await other.SeeAsync($"/groups/{id}/invitation");
        Assert.False(invitation.Document.QuerySelector("#listMe")!.HasAttribute("checked"));
        await other.SubmitAsync(invitation, "main form");
        Assert.Contains(
            "Not on the roster",
            (await at.SeeAsync($"/groups/{id}/people")).Body,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            invited.DisplayName,
            (await other.SeeAsync($"/groups/{id}/people")).Texts(".rows").Single(),
            StringComparison.Ordinal
        );

        await at.SubmitAsync(await at.SeeAsync($"/groups/{id}/close"), "main form");
        Assert.Single((await at.SeeAsync("/gatherings?past=true")).Texts(".rows li"));
        Assert.Equal(HttpStatusCode.NotFound, (await at.GetAsync($"/groups/{id}/close")).Status);
    }

    [Fact]
    public async Task A_list_can_come_as_a_file()
    {
        await using var site = await Site.StartAsync();
        var organiser = await site.Community.InsertAsync();
        var id = await site.Community.MakeAsync(organiser);
        var browser = await site.VisitAsync(organiser);
        var token = (await browser.SeeAsync($"/groups/{id}/invite"))
            .Document.QuerySelector("main input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;

        using var content = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent("Name,Email\nAda,ada@example.org\n"), "file", "attendees.csv" },
        };
        var answer = await browser.Client.PostAsync(
            $"/groups/{id}/invite",
            content,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(
            "ada@example.org",
            Assert.Single((await site.Community.QueryAsync(organiser, new ListInvited.Query(id)))!.Invited.Items).Email
        );
    }

    [Fact]
    public async Task A_code_from_a_link_shows_what_it_opens_before_one_joins()
    {
        await using var site = await Site.StartAsync();
        var (organiser, member) = await site.Community.InsertTwoAsync();
        var id = await site.Community.MakeAsync(organiser);
        var browser = await site.VisitAsync(member);

        var wrong = await browser.GetAsync("/groups/join/2222-2222");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal("2222-2222", wrong.Document.QuerySelector("#code")!.GetAttribute("value"));

        var found = await browser.SeeAsync($"/groups/join/{JoinCode.Shown(await site.Community.CodeAsync(id))}");
        Assert.Contains(await site.Community.NameAsync(id), found.Texts("h1").Single(), StringComparison.Ordinal);
        Assert.Empty(
            await site.Community.QueryAsync(member, new ViewGroup.Query(id)) is null
                ? []
                : new[] { "joined by looking" }
        );
        await browser.SubmitAsync(found, "main form", ("listMe", "true"));
        Assert.True((await site.Community.QueryAsync(member, new ViewGroup.Query(id)))!.Listed);
    }

    [Fact]
    public async Task Shared_groups_are_on_profile_ask_page_and_letter_and_one_can_be_picked()
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync();
        var id = await site.Community.SharedAsync(GroupKind.Gathering, recipient, sender);
        var name = await site.Community.NameAsync(id);
        var claimed = await site.Community.MakeAsync(recipient);
        await site.Community.JoinAsync(sender, claimed);
        var browser = await site.VisitAsync(sender);
        Assert.Equal(
            2,
            (await browser.SeeAsync($"/m/{recipient.Handle}")).Texts("section[aria-labelledby=groups] li").Count
        );

        var ask = await browser.SeeAsync($"/ask/{recipient.Handle}");
        Assert.Equal(["None of these", name], ask.Texts("#group option"));
        var foreign = await browser.SubmitAsync(
            ask,
            "main form",
            ("reason", "SameEvent"),
            ("group", claimed),
            ("note", A.Letter().Note),
            ("reasonDetail", "")
        );
        Assert.Contains(
            "#group",
            foreign.Document.QuerySelector(".error-summary a")!.GetAttribute("href"),
            StringComparison.Ordinal
        );
        Assert.Equal(
            HttpStatusCode.Redirect,
            (
                await browser.SubmitAsync(
                    ask,
                    "main form",
                    ("reason", "SameEvent"),
                    ("group", id),
                    ("note", A.Letter().Note),
                    ("reasonDetail", "")
                )
            ).Status
        );

        var letter = (await site.Community.QueryAsync(sender, new SentRequests.Query())).Items.Single().Id;
        Assert.Equal(
            id,
            (await browser.SeeAsync($"/sent/{letter}/correct"))
                .Document.QuerySelector("#group option[selected]")!
                .GetAttribute("value")
        );
        site.Community.Advance(TimeSpan.FromMinutes(6));
        var read = await (await site.VisitAsync(recipient)).SeeAsync($"/inbox/{letter}");
        Assert.Contains(
            $"{name} (confirmed)",
            string.Join(
                ' ',
                read.Texts(".letter-reason").Single().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            ),
            StringComparison.Ordinal
        );
        Assert.Contains("not confirmed", read.Texts(".the-person .people")[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_says_that_it_is_one()
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync();
        var id = await site.Community.DeliverAsync(
            sender,
            recipient,
            A.Letter() with
            {
                Reason = Reason.SameGroup,
                ReasonDetail = "The tide readers",
            }
        );

        Assert.Contains(
            "they say so",
            (await (await site.VisitAsync(recipient)).SeeAsync($"/inbox/{id}")).Texts(".letter-reason").Single(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_noticeboard_shows_plain_text_and_its_posts_are_removed_and_reported()
    {
        await using var site = await Site.StartAsync();
        var (organiser, member) = await site.Community.InsertTwoAsync();
        var id = await site.Community.MakeAsync(organiser);
        await site.Community.JoinAsync(member, id);
        var (at, other) = (await site.VisitAsync(organiser), await site.VisitAsync(member));
        var board = await at.SeeAsync($"/groups/{id}");
        Assert.Single(board.Texts(".empty-state"));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await at.SubmitAsync(board, "form[action$='handler=Post']", ("text", ""))).Status
        );

        var posted = await at.FollowAsync(
            await at.SubmitAsync(
                board,
                "form[action$='handler=Post']",
                ("text", "See <b>https://example.org</b>\nat four.")
            )
        );

        Assert.Equal("See <b>https://example.org</b>\nat four.", posted.Texts(".rows .written").Single());
        Assert.Empty(posted.Document.QuerySelectorAll(".written a, .written b"));
        var post = (await site.Community.QueryAsync(member, new ReadNoticeboard.Query(id)))!.Posts.Items.Single();
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/posts/{post.Id}/remove")).Status);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await other.SubmitAsync(await other.SeeAsync($"/report/post/{post.Id}"), "main form")).Status
        );
        await other.SubmitAsync(await other.SeeAsync($"/report/post/{post.Id}"), "main form", ("category", "Spam"));
        Assert.Equal(1, await site.Community.CountAsync<ConnectGate.Care.Moderation.Report>());
        await at.SubmitAsync(await at.SeeAsync($"/posts/{post.Id}/remove"), "main form");
        Assert.Single((await at.SeeAsync($"/groups/{id}")).Texts(".empty-state"));
    }

    [Fact]
    public async Task A_moderator_recognises_and_the_case_shows_a_reported_post()
    {
        await using var site = await Site.StartAsync();
        var (organiser, member, moderator) = (
            await site.Community.InsertAsync(),
            await site.Community.InsertAsync(),
            await site.Community.InsertAsync(A.Member() with { Role = Role.Moderator })
        );
        var id = await site.Community.MakeAsync(organiser);
        await site.Community.JoinAsync(member, id);
        var post = await site.Community.MustAsync(organiser, new WritePost.Command(id, "High water is at four."));
        await site.Community.MustAsync(
            member,
            new ReportText.Command(ReportedKind.Post, post.Id, ConnectGate.Care.Moderation.ReportCategory.Other, null)
        );
        var browser = await site.VisitAsync(moderator);

        Assert.Single((await browser.SeeAsync("/moderation/groups")).Texts(".rows li"));
        var page = await browser.SeeAsync($"/moderation/groups/{id}");
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await browser.SubmitAsync(page, "main form", ("reason", "Fine"))).Status
        );
        await browser.SubmitAsync(page, "main form", ("reason", "We know who organises it."));
        Assert.Single((await browser.SeeAsync("/moderation/groups?recognised=true")).Texts(".rows li"));
        Assert.Contains(
            await site.Community.NameAsync(id),
            (await browser.SeeAsync("/moderation/audit")).Texts(".rows").Single(),
            StringComparison.Ordinal
        );
        var file = (await browser.SeeAsync("/moderation")).Document.QuerySelector(".row-title")!.GetAttribute("href")!;
        Assert.Contains(
            await site.Community.NameAsync(id),
            (await browser.SeeAsync(file)).Texts(".letter-reason").Single(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Every_page_has_one_heading_of_the_first_level_and_every_list_an_empty_state()
    {
        await using var site = await Site.StartAsync();
        var (organiser, member) = await site.Community.InsertTwoAsync();
        var nobody = await site.VisitAsync(await site.Community.InsertAsync());
        foreach (var path in (string[])["/groups", "/gatherings", "/groups?past=true", "/gatherings?past=true"])
        {
            Assert.Single((await nobody.SeeAsync(path)).Texts(".empty-state"));
        }

        var id = await site.Community.SharedAsync(GroupKind.Group, organiser, member);
        var browser = await site.VisitAsync(organiser);
        foreach (
            var path in (string[])
                [
                    "/groups",
                    "/gatherings",
                    "/groups/new",
                    "/groups/join",
                    $"/groups/{id}",
                    $"/groups/{id}/people",
                    $"/groups/{id}/people/{member.Handle}/remove",
                    $"/groups/{id}/edit",
                    $"/groups/{id}/invite",
                    $"/groups/{id}/leave",
                    $"/groups/{id}/close",
                    $"/groups/join/{await site.Community.CodeAsync(id)}",
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
}
