using ConnectGate.Tests.Slices;

namespace ConnectGate.Tests.Web.Pages.People;

public sealed class PersonTests
{
    [Fact]
    public async Task A_list_shows_a_face_and_a_name_that_keeps_its_place()
    {
        await using var site = await Site.StartAsync();
        var (me, connector) = await site.Community.InsertTwoAsync();
        var noor = await site.Community.InsertAsync(new NewMember("noor", "نور الهدى"));
        await site.Community.ConnectAsync(connector, me);
        var letter = await site.Community.DeliverAsync(noor, me);
        var browser = await site.VisitAsync(me);

        foreach (var path in (string[])["/inbox", "/members", "/connections"])
        {
            var page = await browser.SeeAsync(path);
            var rows = page.Document.QuerySelectorAll(".rows .row-heading").ToList();
            Assert.NotEmpty(rows);
            Assert.All(rows, row =>
            {
                Assert.Equal("true", row.QuerySelector(".face[data-initials]")!.GetAttribute("aria-hidden"));
                Assert.Equal(
                    row.QuerySelector("a.row-title")!.TextContent,
                    row.QuerySelector("a.row-title > bdi")!.TextContent
                );
            });
        }

        // A sentence has no element around the name, so the signs of Unicode isolate it.
        var title = (await browser.SeeAsync($"/inbox/{letter}")).Document.QuerySelector("h1")!.TextContent.Trim();
        Assert.Contains($"\u2068{noor.DisplayName}\u2069", title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_face_keeps_its_colour_when_the_name_changes()
    {
        await using var site = await Site.StartAsync();
        var (me, other) = await site.Community.InsertTwoAsync(new NewMember("lena", "Lena Vogt"));
        var browser = await site.VisitAsync(me);
        var before = await FaceAsync();

        var owner = await site.VisitAsync(other);
        await owner.SubmitAsync(await owner.SeeAsync("/settings/profile"), "main form", ("displayName", "Zoë Abel"));

        var after = await FaceAsync();
        Assert.Equal(("LV", "ZA"), (before.Initials, after.Initials));
        Assert.Equal(before.Classes, after.Classes);

        async Task<(string? Initials, string? Classes)> FaceAsync()
        {
            var face = (await browser.SeeAsync($"/m/{other.Handle}")).Document.QuerySelector("h1 .face")!;
            return (face.GetAttribute("data-initials"), face.ClassName);
        }
    }
}
