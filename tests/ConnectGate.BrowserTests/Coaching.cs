using Microsoft.Playwright;
using Xunit;

namespace ConnectGate.BrowserTests;

/// <summary>What the gate says to somebody who is writing, as they see and hear it.</summary>
public sealed class Coaching(RunningSite site) : IClassFixture<RunningSite>
{
    private const string Note = "We shared a table at the Utrecht grid workshop and talked about tide tables. I would like to go on with that.";
    private const string Passes = "Nothing stands in its way. You can send it.";

    private static readonly Device PlainPhone = new(390, JavaScript: false, ColorScheme.Dark);

    [Fact]
    public async Task Without_JavaScript_the_button_shows_the_same_and_the_example_follows_the_reason()
    {
        SkipWhereNothingRuns();
        await using var rosa = await Visitor.RegisteredAsync(site, PlainPhone, "Rosa Reader");
        await using var paul = await Visitor.RegisteredAsync(site, PlainPhone, "Paul Plain");
        await paul.GoAsync($"/ask/{rosa.Handle}");
        await paul.Page.GetByText("A good letter for this reason").ClickAsync();
        await paul.SeesAsync("Choose a reason above");
        await paul.ChooseAsync("To ask for or offer advice");
        await Assertions.Expect(paul.Page.Locator(".example:visible")).ToHaveCountAsync(1);
        var example = await paul.Page.Locator(".example:visible .letter-note").TextContentAsync();
        Assert.StartsWith("I teach fractions", example, StringComparison.Ordinal);

        await paul.FillAsync("reasonDetail", "Fractions for bakers");
        await paul.FillAsync("note", example!);
        await paul.PressAsync("Check what the gate thinks");
        await paul.SeesAsync("This is the example that the page shows.");
        Assert.EndsWith("#gate-view", paul.Page.Url, StringComparison.Ordinal);
        Assert.Equal(example, await paul.ValueAsync("note"));
        Assert.Equal("Fractions for bakers", await paul.ValueAsync("reasonDetail"));
        Assert.True(await paul.Page.Locator("[name='reason'][value='Advice']").IsCheckedAsync());

        await paul.FillAsync("note", Note);
        await paul.PressAsync("Check what the gate thinks");
        await paul.SeesAsync(Passes);
        await paul.PressAsync("Send");
        await paul.SeesAsync("Sent. It will be delivered");
        await paul.FollowAsync("Correct");
        await paul.FillAsync("note", "Hello");
        await paul.PressAsync("Check what the gate thinks");
        await paul.SeesAsync("the note has 5 of at least 20 characters");
        Assert.Equal("Hello", await paul.ValueAsync("note"));
    }

    private static void SkipWhereNothingRuns() =>
        Assert.SkipWhen(RunningSite.Missing is not null && Environment.GetEnvironmentVariable("CI") != "true", RunningSite.Missing ?? "");
}
