using Microsoft.Playwright;
using Xunit;

namespace ConnectGate.BrowserTests.Stories;

/// <summary>
/// A recipient finds out who writes to them. They ask a mutual connection, and talk before they decide.
/// </summary>
public abstract class ReferenceStory(Sites sites, Device device) : Story(sites)
{
    [Fact]
    public async Task From_asking_a_mutual_connection_to_talking_and_declining_a_false_claim()
    {
        await using var rosa = await Visitor.RegisteredAsync(Site, device, "Rosa Reader");
        await using var mia = await Visitor.RegisteredAsync(Site, device, "Mia Mutual");
        await using var sven = await Visitor.RegisteredAsync(Site, device, "Sven Sender");
        await ConnectAsync(
            rosa,
            mia,
            "Your table of the tides on the old pier was right, and I had bet against it in front of my class."
        );
        await ConnectAsync(
            sven,
            mia,
            "The jar of salted lemons at the winter market was yours, I am told. How long did they stand in the sun?"
        );
        await AskAsync(sven, rosa, Note, "We met in person", "At the grid workshop in Utrecht");

        await AskedAndAnsweredAsync(rosa, mia, sven);
        await TalkedAsync(rosa, sven);

        await rosa.GoAsync("/inbox");
        await rosa.SeesAsync("Vouched for by Mia Mutual");
        await rosa.SeesAsync("Says you met");
        await rosa.Page.GetByText("Order and filter", new() { Exact = true }).ClickAsync();
        await rosa.PressAsync("Show the newest first");
        await rosa.SeesAsync("The newest come first.");
        await OpenLetterAsync(rosa, sven);
        await rosa.FollowAsync("We have not met");
        await rosa.PressAsync("Decline, and report that we have not met");
        await rosa.SeesAsync("They were not told.");
        await mia.GoAsync("/references");
        await mia.SeesAsync("Nobody is asking you now.");
        await sven.GoAsync("/sent");
        await sven.SeesAsync("means no");
    }

    private static async Task AskedAndAnsweredAsync(Visitor rosa, Visitor mia, Visitor sven)
    {
        await OpenLetterAsync(rosa, sven);
        await rosa.PressAsync($"Ask {mia.Name} whether they know {sven.Name}");
        await rosa.SeesAsync("Asked; no answer yet.");

        await mia.GoAsync("/notifications");
        await mia.FollowAsync($"{rosa.Name} asks whether you know {sven.Name}");
        await mia.PressAsync("Answer");
        await mia.SeesAsync("Choose one of the four answers");
        await mia.ChooseAsync("I know them a little");
        await mia.FillAsync("line", "We share a bench at the winter market.");
        await mia.PressAsync("Answer");
        await mia.SeesAsync("You said:");

        await OpenLetterAsync(rosa, sven);
        await rosa.SeesAsync("We share a bench at the winter market.");
        await Assertions.Expect(rosa.Page.GetByRole(AriaRole.Img, new() { Name = "How you and" })).ToBeVisibleAsync();
    }

    private static async Task TalkedAsync(Visitor rosa, Visitor sven)
    {
        await rosa.FollowAsync("Talk first");
        await rosa.PressAsync("Send");
        await rosa.SeesAsync("Write something first");
        await rosa.FillAsync("text", "Which table was that?");
        await rosa.PressAsync("Send");

        await sven.GoAsync("/notifications");
        await sven.FollowAsync($"{rosa.Name} wrote to you about your letter");
        await sven.FillAsync("text", "The one by the window, with the map at https://example.org/map on it.");
        await sven.PressAsync("Send");
        await sven.SeesAsync("turn");

        await OpenLetterAsync(rosa, sven);
        await rosa.SeesAsync("The one by the window");
        await Assertions
            .Expect(rosa.Page.GetByRole(AriaRole.Link, new() { Name = "https://example.org/map" }))
            .ToHaveCountAsync(0);
        await rosa.PressAsync("Stop the talk");
        await rosa.SeesAsync("The talk is over");
    }
}
