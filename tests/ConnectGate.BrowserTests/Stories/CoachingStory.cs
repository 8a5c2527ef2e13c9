using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;

namespace ConnectGate.BrowserTests.Stories;

/// <summary>What the gate says to a member who is writing, as they see and hear it.</summary>
public sealed class CoachingStory(Sites sites) : Story(sites)
{
    private const string Passes = "The letter is ready. You can send it.";

    [Fact]
    public async Task It_speaks_while_one_writes()
    {
        await using var ruth = await Visitor.RegisteredAsync(Site, Desk, "Ruth Reader");
        await using var ada = await Visitor.RegisteredAsync(Site, Desk, "Ada Author");
        await ada.GoAsync($"/ask/{ruth.Handle}");
        var (view, voice) = (ada.Page.Locator("#gate-view"), ada.Page.Locator("#gate-voice"));

        await ada.FillAsync("note", "Hello");
        await Assertions.Expect(view).ToContainTextAsync("the note has 5 of at least 20 characters");
        await Assertions.Expect(voice).ToContainTextAsync("before you can send it", new() { Timeout = 20_000 });

        await ada.ChooseAsync("We met in person");
        await ada.FillAsync("reasonDetail", "At the grid workshop in Utrecht");
        await ada.FillAsync("note", Note);
        await Assertions.Expect(view).ToContainTextAsync(Passes);
        Assert.Equal("status", await voice.GetAttributeAsync("role"));
        await ada.LookAsync();
    }

    [Fact]
    public async Task In_every_form_a_message_goes_when_its_field_changes()
    {
        await using var rita = await Visitor.RegisteredAsync(Site, Desk, "Rita Reader");
        await rita.GoAsync("/settings/profile");
        await rita.FillAsync("displayName", "");
        await rita.PressAsync("Save");
        var wrong = rita.Page.Locator(".error-summary, .field-error, .is-invalid, [aria-describedby*='-error']");
        await Assertions.Expect(wrong).Not.ToHaveCountAsync(0);

        await rita.Page.Locator("#displayName").PressSequentiallyAsync("R");

        await Assertions.Expect(wrong).ToHaveCountAsync(0);
        await Assertions.Expect(rita.Page.Locator("#displayName")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task It_asks_nothing_by_itself_where_data_is_saved()
    {
        await using var rita = await Visitor.RegisteredAsync(Site, Desk, "Rita Reader");
        await using var sam = await Visitor.RegisteredAsync(Site, Desk, "Sam Sparing");
        await sam.Page.AddInitScriptAsync(
            "Object.defineProperty(Navigator.prototype, 'connection', { get: () => ({ saveData: true }) });"
        );
        await sam.Page.Clock.InstallAsync();
        await sam.GoAsync($"/ask/{rita.Handle}");
        var asked = new ConcurrentQueue<string>();
        sam.Page.Request += (_, request) =>
        {
            if (request.Url.Contains("handler=Check", StringComparison.Ordinal))
            {
                asked.Enqueue(request.Url);
            }
        };

        await sam.FillAsync("note", "Hello");
        await sam.Page.Clock.RunForAsync(20_000); // the page's time: nobody waits
        Assert.Empty(asked);

        await sam.Page.GetByRole(AriaRole.Button, new() { Name = "Check what the gate thinks" }).ClickAsync();
        await Assertions
            .Expect(sam.Page.Locator("#gate-view"))
            .ToContainTextAsync("the note has 5 of at least 20 characters");
        Assert.Single(asked);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task It_asks_one_question_at_a_time_and_nothing_moves_under_the_pen(int width)
    {
        var device = Desk with { Width = width };
        await using var rina = await Visitor.RegisteredAsync(Site, device, "Rina Reader");
        await using var otto = await Visitor.RegisteredAsync(Site, device, "Otto Author");
        await otto.Page.Clock.InstallAsync();
        await otto.GoAsync($"/ask/{rina.Handle}");
        var asked = new ConcurrentQueue<string>();
        var (arrived, answered) = (
            new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously),
            new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
        );
        await otto.Page.RouteAsync("**/*handler=Check*", async route =>
        {
            asked.Enqueue(route.Request.PostData ?? "");
            arrived.TrySetResult();
            await answered.Task;
            await route.ContinueAsync();
        });

        await WriteAsync("Hello");
        await arrived.Task.WaitAsync(TestContext.Current.CancellationToken);
        await WriteAsync("Hello again");
        await WriteAsync("Hello again, Rina");
        await otto.Page.EvaluateAsync("() => document.title"); // what the page has begun by now, it has told
        Assert.Single(asked);
        var places = await PlacesAsync(otto);

        answered.SetResult();
        await Assertions
            .Expect(otto.Page.Locator("#gate-view"))
            .ToContainTextAsync("the note has 17 of at least 20 characters");
        Assert.Equal(2, asked.Count);
        Assert.Contains("note=Hello+again%2C+Rina&", asked.Last(), StringComparison.Ordinal);
        Assert.Equal(places, await PlacesAsync(otto));

        async Task WriteAsync(string note)
        {
            await otto.FillAsync("note", note);
            await otto.Page.Clock.RunForAsync(5_000); // the page's time: nobody waits
        }
    }

    [Fact]
    public async Task Without_JavaScript_the_button_shows_the_same_and_the_example_follows_the_reason()
    {
        await using var rosa = await Visitor.RegisteredAsync(Site, PlainPhone, "Rosa Reader");
        await using var paul = await Visitor.RegisteredAsync(Site, PlainPhone, "Paul Plain");
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
        await paul.SeesAsync("This is the example on the page.");
        Assert.EndsWith("#gate-view", paul.Page.Url, StringComparison.Ordinal);
        Assert.Equal(example, await paul.ValueAsync("note"));
        Assert.Equal("Fractions for bakers", await paul.ValueAsync("reasonDetail"));
        Assert.True(await paul.Page.Locator("[name='reason'][value='Advice']").IsCheckedAsync());

        await paul.FillAsync("note", Note);
        await paul.PressAsync("Check what the gate thinks");
        await paul.SeesAsync(Passes);
        await paul.PressAsync("Send");
        await paul.SeesAsync("You can correct it or take it back for");
        await paul.FollowAsync("Correct");
        await paul.FillAsync("note", "Hello");
        await paul.PressAsync("Check what the gate thinks");
        await paul.SeesAsync("the note has 5 of at least 20 characters");
        Assert.Equal("Hello", await paul.ValueAsync("note"));
    }

    // The places of fields and buttons, from the top of the page.
    private static async Task<string> PlacesAsync(Visitor visitor)
    {
        var places = new List<string>();
        // On a phone the panel is between the note and the buttons, so the buttons move when it changes.
        string[] buttons = visitor.Device.Width < 960 ? [] : ["form[data-gate] .btn-primary", "[data-check]"];
        foreach (var thing in (string[])["[name='note']", "[name='reasonDetail']", .. buttons])
        {
            places.Add(
                await visitor
                    .Page.Locator($"main {thing}")
                    .First.EvaluateAsync<string>(
                        "thing => { const box = thing.getBoundingClientRect(); return [box.left + scrollX, "
                            + "box.top + scrollY, box.width, box.height].map(Math.round).join(' '); }"
                    )
            );
        }

        return string.Join("; ", places);
    }
}
