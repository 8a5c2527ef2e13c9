using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ConnectGate.Care.Moderation.Templates;
using ConnectGate.Letters.Asking;
using ConnectGate.Tests.Slices;

namespace ConnectGate.Tests.Web.Pages.Ask;

public sealed class CopiedNotePageTests
{
    private const string Common = "The harbour choir in Gent has lost the sheet with the blue stamp since March.";

    [Fact]
    public async Task A_copied_note_comes_back_with_its_words_by_page_and_api_and_nothing_is_stored()
    {
        await using var site = await Site.StartAsync();
        var sender = await site.Community.InsertAsync();
        await site.Community.MustAsync(
            sender,
            new SendRequest.Command((await site.Community.InsertAsync()).Handle, A.Letter())
        );

        await RefusedAsync(site, sender, "copied-note");
    }

    [Fact]
    public async Task A_template_of_the_community_comes_back_likewise()
    {
        await using var site = await Site.StartAsync();
        var sender = await site.Community.InsertAsync();
        await site.Community.MustAsync(null, new AddTemplate.Command($"Hi {{name}}, {A.Letter().Note}"));

        await RefusedAsync(site, sender, "known-template");
    }

    [Fact]
    public async Task An_example_of_the_page_comes_back_likewise()
    {
        await using var site = await Site.StartAsync();

        await RefusedAsync(
            site,
            await site.Community.InsertAsync(),
            "copied-example",
            GoodExample.All(new Words(), null)[0].Note
        );
    }

    [Fact]
    public async Task A_letter_says_how_much_it_is_like_others_and_not_whose()
    {
        await using var site = await Site.StartAsync();
        var (sender, first, second) = await site.Community.InsertThreeAsync();
        await site.Community.DeliverAsync(
            sender,
            first,
            A.Letter() with
            {
                Note = $"Your father repaired my bicycle in Sevilla the summer before you were born. {Common}",
            }
        );
        var id = await site.Community.DeliverAsync(
            sender,
            second,
            A.Letter() with
            {
                Note = $"Which glue holds the keel of the small boat in your film about the harbour cats? {Common}",
            }
        );

        var page = await (await site.VisitAsync(second)).SeeAsync($"/inbox/{id}");
        var answer = await (await site.ProgramAsync(second)).GetFromJsonAsync<JsonElement>(
            $"/api/v1/inbox/{id}",
            TestContext.Current.CancellationToken
        );

        Assert.Contains(
            "about half of the words are the same",
            page.Document.QuerySelector("#alike")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("Much like notes to others this month", page.Texts("h3"));
        Assert.DoesNotContain(
            first.DisplayName,
            page.Document.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.InRange(answer.GetProperty("likeNotesToOthers").GetProperty("share").GetDouble(), 0.3, 0.6);
        Assert.Equal(
            "about half of the words are the same",
            answer.GetProperty("likeNotesToOthers").GetProperty("words").GetString()
        );
    }

    [Fact]
    public async Task The_same_note_of_five_members_lies_in_the_moderators_queue_with_its_evidence()
    {
        await using var site = await Site.StartAsync();
        var moderator = await site.Community.InsertAsync(
            A.Member() with
            {
                Role = ConnectGate.People.Accounts.Role.Moderator,
            }
        );
        for (var number = 0; number < 5; number++)
        {
            await site.Community.DeliverAsync(
                await site.Community.InsertAsync(),
                await site.Community.InsertAsync(),
                A.Letter()
            );
        }

        var desk = await site.VisitAsync(moderator);
        var queue = await desk.SeeAsync("/moderation");
        Assert.Equal(5, queue.Document.QuerySelectorAll(".rows a.row-title").Length);
        Assert.All(queue.Texts(".row-reason"), reason => Assert.Equal("The same note from several members", reason));
        var file = await desk.SeeAsync(queue.Document.QuerySelector(".rows a.row-title")!.GetAttribute("href")!);
        Assert.Contains(
            A.Letter().Note!,
            file.Document.QuerySelector(".letter-note")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(4, file.Document.QuerySelectorAll("article.report li details").Length);
    }

    [Fact]
    public async Task Templates_are_added_listed_and_removed_on_the_server()
    {
        var folder = Directory.CreateTempSubdirectory("connectgate-").FullName;
        var (database, file, empty) = (
            $"--ConnectionStrings:ConnectGate=Data Source={folder}/a.db",
            Path.Combine(folder, "template.txt"),
            Path.Combine(folder, "empty.txt")
        );
        await File.WriteAllTextAsync(
            file,
            $"Dear [NAME],\r\n{Common}\r\nBest regards\r\n",
            TestContext.Current.CancellationToken
        );
        await File.WriteAllTextAsync(empty, " \r\n", TestContext.Current.CancellationToken);

        var added = await Executable.RunAsync("gate", "template", "add", file, database);
        var again = await Executable.RunAsync("gate", "template", "add", file, database);
        var nothing = await Executable.RunAsync("gate", "template", "add", empty, database);
        var absent = await Executable.RunAsync("gate", "template", "add", Path.Combine(folder, "absent.txt"), database);
        var list = await Executable.RunAsync("gate", "template", "list", database);
        var removed = await Executable.RunAsync("gate", "template", "remove", "1", database);
        var gone = await Executable.RunAsync("gate", "template", "remove", "1", database);
        Directory.Delete(folder, recursive: true);

        Assert.Equal(
            (0, "Added as template 1. The gate refuses notes like it from now on.\n"),
            (added.Code, added.Output)
        );
        Assert.Equal((0, "Template 1 already has this text. Nothing was added.\n"), (again.Code, again.Output));
        Assert.Equal(1, nothing.Code);
        Assert.Contains("The template is empty.", nothing.Errors, StringComparison.Ordinal);
        Assert.Equal(1, absent.Code);
        Assert.Contains(
            Common,
            Assert.Single(list.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal
        );
        Assert.Equal((0, "Removed template 1.\n"), (removed.Code, removed.Output));
        Assert.Equal((1, "There is no template 1.\n"), (gone.Code, gone.Errors));
    }

    private static async Task RefusedAsync(Site site, Person sender, string code, string? copied = null)
    {
        var note = copied ?? A.Letter().Note!;
        var recipient = await site.Community.InsertAsync();
        var before = await site.Community.CountEveryTableAsync();
        var (browser, program) = (await site.VisitAsync(sender), await site.ProgramAsync(sender));
        before["Sessions"] += 2;

        var page = await browser.SubmitAsync(
            await browser.SeeAsync($"/ask/{recipient.Handle}"),
            "form[data-gate]",
            ("note", note),
            ("reason", A.Letter().Reason.ToString()),
            ("reasonDetail", A.Letter().ReasonDetail)
        );
        using var answer = await program.PostAsJsonAsync(
            "/api/v1/requests",
            new
            {
                recipient = recipient.Handle,
                note,
                reason = "your-work",
                reasonDetail = A.Letter().ReasonDetail,
            },
            TestContext.Current.CancellationToken
        );
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.NotNull(page.Document.QuerySelector(".error-summary a[href='#note']"));
        Assert.Contains(note, page.Document.GetElementById("note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var refusal = Assert.Single(problem.GetProperty("refusals").EnumerateArray().ToList());
        Assert.Equal(
            (code, "note"),
            (refusal.GetProperty("code").GetString(), refusal.GetProperty("field").GetString())
        );
        Assert.Equal(
            refusal.GetProperty("message").GetString(),
            page.Document.GetElementById("note-error")!
                .TextContent.Trim()
                .Replace("Error: ", "", StringComparison.Ordinal)
        );
        Assert.Equal(before, await site.Community.CountEveryTableAsync());
    }
}
