using ConnectGate.Care.Administration;
using ConnectGate.People.Accounts;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Playwright;
using Xunit;

namespace ConnectGate.BrowserTests.Stories.Moderation;

/// <summary>
/// Moderators try a note and read the figures of the gate. Axe checks each page, empty and filled.
/// </summary>
public sealed class ModeratorsGateStory(Sites sites) : Story(sites, SiteKind.WithoutFigures)
{
    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task A_note_is_tried_and_the_figures_are_read(int width, ColorScheme scheme)
    {
        var device = new Device(width, JavaScript: true, scheme);
        await using var mia = await Visitor.RegisteredAsync(Site, device, "Mia Moderator");
        await BecomeModeratorAsync(mia);
        await mia.GoAsync("/moderation/try");
        await mia.FillAsync("note", "I'd like to add you to my professional network.");
        await mia.PressAsync("Read it");
        await mia.SeesAsync("add you to my professional network");
        await mia.FillAsync("note", "You lent me a spanner in Faro, and I still have it.");
        await mia.PressAsync("Read it");
        await mia.SeesAsync("You lent me a spanner");

        await mia.GoAsync("/moderation/figures");
        await using var rolf = await Visitor.RegisteredAsync(Site, device, "Rolf Reader");
        await mia.GoAsync($"/ask/{rolf.Handle}");
        await mia.PressAsync("Send");
        await mia.SeesAsync("Write a personal note");
        await FiguresAreWrittenAsync();
        await mia.GoAsync("/moderation/figures");
        await Assertions
            .Expect(mia.Page.GetByRole(AriaRole.Rowheader, new() { Name = "Note missing" }))
            .ToBeVisibleAsync();
    }

    // A worker writes them every minute and when it stops. The test stops it.
    private async Task FiguresAreWrittenAsync()
    {
        foreach (
            var worker in Site
                .Services.GetServices<IHostedService>()
                .Where(worker => worker.GetType().Name == "FiguresWorker")
        )
        {
            await worker.StopAsync(Cancelled);
        }
    }
}
