using ConnectGate.Care.Administration;
using ConnectGate.People.Accounts;
using ConnectGate.Web.Identity;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Playwright;
using Xunit;

namespace ConnectGate.BrowserTests;

/// <summary>
/// Where moderators see what the gate does: a note taken apart, and the figures. Axe looks at each page, empty and
/// filled.
/// </summary>
public sealed class GatesDesk(RunningSite site) : IClassFixture<RunningSite>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task A_note_is_tried_and_the_figures_are_read(int width, ColorScheme scheme)
    {
        Assert.SkipWhen(
            RunningSite.Missing is not null && Environment.GetEnvironmentVariable("CI") != "true",
            RunningSite.Missing ?? ""
        );
        var device = new Device(width, JavaScript: true, scheme);
        await using var mia = await Visitor.RegisteredAsync(site, device, "Mia Moderator");
        await using (var scope = site.Services.CreateServerScope())
        {
            await scope
                .ServiceProvider.GetRequiredService<IMediator>()
                .Send(new GrantRole.Command(mia.Email, Role.Moderator), Cancelled);
        }

        await SecondFactor.ByPasskeyAsync(mia);
        await mia.GoAsync("/moderation/try");
        await mia.FillAsync("note", "I'd like to add you to my professional network.");
        await mia.PressAsync("Read it");
        await mia.SeesAsync("add you to my professional network");
        await mia.FillAsync("note", "You lent me a spanner in Faro, and I still have it.");
        await mia.PressAsync("Read it");
        await mia.SeesAsync("You lent me a spanner");

        await mia.GoAsync("/moderation/figures");
        await using var rolf = await Visitor.RegisteredAsync(site, device, "Rolf Reader");
        await mia.GoAsync($"/ask/{rolf.Handle}");
        await mia.PressAsync("Send");
        await mia.SeesAsync("Write a personal note");
        await FiguresAreWrittenAsync();
        await mia.GoAsync("/moderation/figures");
        await Assertions
            .Expect(mia.Page.GetByRole(AriaRole.Rowheader, new() { Name = "Note missing" }))
            .ToBeVisibleAsync();
    }

    // They are written every minute and when the application goes down; this is the latter.
    private async Task FiguresAreWrittenAsync()
    {
        foreach (
            var worker in site
                .Services.GetServices<IHostedService>()
                .Where(worker => worker.GetType().Name == "FiguresWorker")
        )
        {
            await worker.StopAsync(Cancelled);
        }
    }
}
