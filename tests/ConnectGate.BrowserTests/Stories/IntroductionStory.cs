using Microsoft.Playwright;
using Xunit;

namespace ConnectGate.BrowserTests.Stories;

/// <summary>A connection passes a letter on, and introduces two members to each other.</summary>
public sealed class IntroductionStory(Sites sites) : Story(sites)
{
    private const string Words = "I sing in a choir with one of you, and the other repaired my harmonium.";

    public static readonly TheoryData<int, bool> Devices = new() { { 1280, true }, { 390, false } };

    [Theory, MemberData(nameof(Devices))]
    public async Task From_asking_a_connection_to_being_introduced(int width, bool javaScript)
    {
        var device = new Device(width, javaScript, javaScript ? ColorScheme.Light : ColorScheme.Dark);
        await using var rita = await Visitor.RegisteredAsync(Site, device, "Rita Requester");
        await using var cora = await Visitor.RegisteredAsync(Site, device, "Cora Connector");
        await using var paul = await Visitor.RegisteredAsync(Site, device, "Paul Particular");
        await rita.GoAsync("/introductions");
        await rita.GoAsync($"/ask/{paul.Handle}/introduction");
        await rita.SeesAsync("You have no connection yet who could do that.");
        await ConnectAsync(rita, cora);
        await ConnectAsync(paul, cora);

        await AskedAndPassedOnAsync(rita, cora, paul);
        await OfferedAndAgreedAsync(cora, rita, await Visitor.RegisteredAsync(Site, device, "Dora Distant"));
    }

    private async Task AskedAndPassedOnAsync(Visitor rita, Visitor cora, Visitor paul)
    {
        await rita.GoAsync($"/ask/{paul.Handle}");
        await rita.FollowAsync($"Ask {cora.Name}");
        await WriteAsync(
            rita,
            "Your drawings of the lock gates settled a bet that I lost to my sister. May I see the rest of them?"
        );
        await rita.PressAsync($"Send to {cora.Name}");
        await rita.SeesAsync($"Then it goes to {cora.Name}");
        Site.Clock.Advance(TimeSpan.FromMinutes(6));

        await cora.GoAsync("/notifications");
        await cora.FollowAsync($"{rita.Name} asks you to introduce them");
        await cora.PressAsync("Pass it on");
        await cora.SeesAsync("Say how you know both");
        await cora.FillAsync("words", Words);
        await cora.PressAsync("Pass it on");
        await cora.SeesAsync("Passed on to");
        await cora.GoAsync("/introductions?folder=Answered");
        await cora.FollowAsync($"{rita.Name} would like to meet {paul.Name}");
        await rita.GoAsync("/sent");
        await rita.SeesAsync("means no");
        await rita.GoAsync("/introductions?folder=Mine");
        await rita.SeesAsync($"Through {cora.Name}");

        await paul.GoAsync("/inbox");
        await paul.SeesAsync($"Introduced by {cora.Name}");
        await paul.FollowAsync(rita.Name);
        await paul.SeesAsync(Words);
        await paul.FollowAsync("Accept");
        await paul.PressAsync("Accept");
        Site.Clock.Advance(TimeSpan.FromMinutes(11));
        await rita.GoAsync($"/connections/{paul.Handle}");
        await rita.SeesAsync($"Introduced by {cora.Name}");
    }

    private async Task OfferedAndAgreedAsync(Visitor cora, Visitor rita, Visitor dora)
    {
        await ConnectAsync(dora, cora);
        await cora.GoAsync($"/connections/{rita.Handle}");
        await cora.FollowAsync($"Introduce {rita.Name} to someone");
        await cora.FollowAsync(dora.Name);
        await cora.FillAsync("words", Words);
        await cora.PressAsync("Offer it to both");
        await cora.SeesAsync("Say how you know both");
        await cora.FillAsync("otherWords", Words);
        await cora.PressAsync("Offer it to both");
        await cora.SeesAsync("Offered to");

        foreach (var (one, other) in new[] { (dora, rita), (rita, dora) })
        {
            await one.GoAsync("/introductions?folder=Offered");
            await one.FollowAsync($"{cora.Name} would like you to meet {other.Name}");
            await one.PressAsync("I would like to");
        }

        await rita.SeesAsync("both agreed");
        await rita.FollowAsync($"Write to {dora.Name}");
        await WriteAsync(
            rita,
            "Your harmonium is the talk of the choir, and mine has the same trouble with its bellows. Shall we compare?"
        );
        await rita.PressAsync("Send");
        await rita.SeesAsync("Sent and delivered to");
        await dora.GoAsync("/inbox");
        await dora.SeesAsync($"Introduced by {cora.Name}");
        await dora.DisposeAsync();
    }
}
