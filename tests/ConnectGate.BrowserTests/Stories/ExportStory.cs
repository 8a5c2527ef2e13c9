using System.IO.Compression;
using Microsoft.Playwright;
using Xunit;

namespace ConnectGate.BrowserTests.Stories;

/// <summary>A member takes their data along.</summary>
public sealed class ExportStory(Sites sites) : Story(sites)
{
    [Fact]
    public async Task The_page_notices_by_itself_that_the_file_is_ready()
    {
        await using var olga = await Visitor.RegisteredAsync(Site, Phone, "Olga Owner");
        await olga.GoAsync("/settings");
        await olga.FollowAsync("Take your data along");
        await olga.PressAsync("Make the file");

        await olga.SeesAsync("Your file is ready");
        await Assertions.Expect(olga.Page.GetByRole(AriaRole.Button, new() { Name = "Download" })).ToBeVisibleAsync();
        await olga.LookAsync();
        await olga.SeesAsync("You can make the next file from");
        await DownloadAsync(olga);
    }

    [Fact]
    public async Task Without_JavaScript_a_link_shows_how_far_it_is()
    {
        await using var rosa = await Visitor.RegisteredAsync(Site, PlainPhone, "Rosa Owner");
        await rosa.GoAsync("/settings/export");
        await rosa.PressAsync("Make the file");
        await Eventually.TrueAsync(
            async () =>
            {
                await rosa.GoAsync("/settings/export");
                return await rosa.Page.GetByText("Your file is ready").CountAsync() == 1;
            },
            "the file is ready",
            TestContext.Current.CancellationToken
        );
        await rosa.FillAsync("currentPassword", "not it");
        await rosa.Page.GetByRole(AriaRole.Button, new() { Name = "Download" }).ClickAsync();
        await rosa.SeesAsync("This is not your password");
        await DownloadAsync(rosa);
    }

    private static async Task DownloadAsync(Visitor visitor)
    {
        await visitor.FillAsync("currentPassword", Visitor.Password);
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() =>
            visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Download" }).ClickAsync()
        );
        await using var zip = await ZipFile.OpenReadAsync(
            await download.PathAsync(),
            TestContext.Current.CancellationToken
        );
        Assert.NotNull(zip.GetEntry("csv/profile.csv"));
    }
}
