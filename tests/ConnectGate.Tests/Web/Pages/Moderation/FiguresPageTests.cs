using ConnectGate.Letters.Asking;
using ConnectGate.Tests.Slices;

namespace ConnectGate.Tests.Web.Pages.Moderation;

public sealed class FiguresPageTests
{
    [Fact]
    public async Task It_shows_how_many_letters_were_refused_for_what_on_which_day()
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync();
        var desk = await site.VisitAsync(
            await site.Community.InsertAsync(A.Member() with { Role = ConnectGate.People.Accounts.Role.Moderator })
        );
        Assert.NotNull((await desk.SeeAsync("/moderation/figures")).Document.QuerySelector(".empty-state"));
        foreach (
            var note in new[]
            {
                "Hi null, we met.",
                "Hi null, we met.",
                "I'd like to add you to my professional network.",
            }
        )
        {
            await site.Community.SendAsync(
                sender,
                new SendRequest.Command(recipient.Handle, A.Letter() with { Note = note })
            );
        }

        await site.Community.WriteFiguresAsync();

        var page = await desk.SeeAsync("/moderation/figures");
        Assert.Null(page.Document.QuerySelector(".empty-state"));
        Assert.Equal(
            ["Note too short: 2 2 ·", "Stock sentence: 1 1 ·"],
            page.Document.QuerySelectorAll("#refusals-table tbody tr")
                .Select(row =>
                    $"{row.QuerySelector("th")!.TextContent}: "
                    + $"{string.Join(' ', row.QuerySelectorAll("td").Take(3).Select(cell => cell.TextContent.Trim()))}"
                )
        );
        Assert.Equal("3: 100", Assert.Single(Bars(page)));
        Assert.Equal(
            "3 in all, at most 3 on one day. The table below has the numbers.",
            page.Texts("svg desc").Single()
        );
        Assert.Equal(4, page.Document.QuerySelectorAll("section > h2").Length);
        Assert.Equal(32, page.Document.QuerySelectorAll("#refusals-table thead th").Length);
        Assert.DoesNotContain(
            sender.DisplayName,
            page.Document.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );

        var week = await desk.SeeAsync(page.Document.QuerySelector("main a[href*=from]")!.GetAttribute("href")!);
        Assert.Equal(9, week.Document.QuerySelectorAll("#refusals-table thead th").Length);
        Assert.NotNull(
            (await desk.SeeAsync("/moderation/figures?to=2001-02-03")).Document.QuerySelector(".empty-state")
        );
        var wrong = await desk.GetAsync("/moderation/figures?from=soon");
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal("soon", wrong.Document.QuerySelector("[name=from][aria-invalid]")!.GetAttribute("value"));
    }

    private static IEnumerable<string> Bars(WebPage page) =>
        page
            .Document.QuerySelectorAll("svg rect")
            .Select(bar => $"{bar.TextContent.Split(": ")[1]}: {bar.GetAttribute("height")}");
}
