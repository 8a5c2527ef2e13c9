using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace ConnectGate.BrowserTests.Stories.Inbox;

/// <summary>A member reads their letters one after the other, and loses no word on the way.</summary>
public sealed class ReadingStory(Sites sites) : Story(sites)
{
    private const string Answer = "Gladly. Do bring the readings of the spring tides.";

    [Fact]
    public async Task Six_letters_are_decided_by_eleven_presses_without_JavaScript()
    {
        await using var ruth = await Visitor.RegisteredAsync(Site, PlainPhone, "Ruth Reader");
        var senders = await SixLettersAsync(ruth);
        await ruth.GoAsync("/inbox");
        var first = (await ruth.Page.Locator(".rows > li").First.BoundingBoxAsync())!;
        Assert.True(first.Y < 450, $"The first letter begins at {first.Y} px.");

        var presses = 0;
        await FollowAsync("Read my letters");
        for (var pair = 0; pair < 2; pair++)
        {
            await SeesButtonsAsync(ruth);
            await PressAsync("Not now");
            await FollowAsync("Not for me");
            await PressAsync("Decline: not for me");
            await FollowAsync("Accept");
            await PressAsync("Accept");
        }

        await ruth.SeesAsync("That was all");
        Assert.Equal(11, presses);

        // Changed their mind: at hand from here too.
        await ruth.PressAsync($"Undo accepting {senders[0]}");
        await ruth.SeesAsync($"Undone. {senders[0]}’s letter waits again");

        async Task FollowAsync(string link)
        {
            presses++;
            await ruth.FollowAsync(link);
        }

        async Task PressAsync(string button)
        {
            presses++;
            await ruth.PressAsync(button);
        }
    }

    [Fact]
    public async Task Keys_decide_and_can_be_turned_off_and_typed_words_come_back()
    {
        await using var ruth = await Visitor.RegisteredAsync(Site, Desk, "Rosa Reader");
        var senders = await SixLettersAsync(ruth);
        await ruth.GoAsync("/inbox");
        await ruth.FollowAsync("Read my letters");
        await ruth.SeesAsync($"Letter from {senders[5]}");
        await Assertions.Expect(ruth.Page.Locator(".reading-list a")).ToHaveCountAsync(6);

        await KeyAsync("j", $"Letter from {senders[4]}");
        await KeyAsync("k", $"Letter from {senders[5]}");
        await KeyAsync("n", $"Letter from {senders[4]}");
        await ruth.SeesAsync($"Declined {senders[5]}’s letter: not now.");
        await ruth.LookAsync();

        // In a field a key is a letter.
        await ruth.Page.Locator("[name=text]").PressSequentiallyAsync("an");
        Assert.Equal("an", await ruth.ValueAsync("text"));

        // An answer survives the way back, another page and the undo of the acceptance.
        await ruth.Page.Locator("h1").ClickAsync();
        await KeyAsync("a", $"Accept {senders[4]}?");
        await ruth.FillAsync("answer", Answer);
        await ruth.FollowAsync("Back to the letter");
        Assert.Equal("an", await ruth.ValueAsync("text"));
        await ruth.Page.GoBackAsync();
        Assert.Equal(Answer, await ruth.ValueAsync("answer"));
        await ruth.PressAsync("Accept");
        await ruth.PressAsync("Undo");
        await ruth.SeesAsync("waits again");
        Assert.Equal(Answer, await ruth.ValueAsync("answer"));
        await ruth.FollowAsync("Back to the letter");
        await ruth.FollowAsync("Accept");
        Assert.Equal(Answer, await ruth.ValueAsync("answer"));
        await ruth.PressAsync("Accept");

        await ruth.SeesAsync($"Letter from {senders[3]}");
        await ruth.Page.Keyboard.PressAsync("?");
        await ruth.PressAsync("Turn the keys off");
        await ruth.SeesAsync("The keys are off.");
        await ruth.Page.Keyboard.PressAsync("n");
        await ruth.Page.Keyboard.PressAsync("j");
        await ruth.SeesAsync($"Letter from {senders[3]}");

        async Task KeyAsync(string key, string title)
        {
            await ruth.Page.Keyboard.PressAsync(key);
            await Assertions.Expect(ruth.Page.Locator("h1")).ToHaveTextAsync(title);
        }
    }

    // The three buttons are on the screen, wherever the page is scrolled to.
    private static async Task SeesButtonsAsync(Visitor reader)
    {
        var bar = reader.Page.Locator(".decision-bar");
        await Assertions.Expect(bar.Locator(".btn")).ToHaveCountAsync(3);
        foreach (var button in await bar.Locator(".btn").AllAsync())
        {
            await Assertions.Expect(button).ToBeInViewportAsync(new() { Ratio = 1 });
        }
    }

    // Unlike each other: like notes of several members become a case, and other stories count on a short queue.
    private static readonly (string Name, string Note)[] Letters =
    [
        (
            "Ada Amsel",
            "Your table of the ebb at the old pier differs from mine by a quarter of an hour. Shall we compare?"
        ),
        (
            "Ben Birke",
            "You lent the museum a brass gauge in 1998. I repair it now, and a screw of it has no thread I know."
        ),
        ("Cleo Clay", "My students counted the storm surges in your paper and found one more. May they write to you?"),
        ("Dan Dorn", "We rowed in the same boat at the regatta of Husum, and you told me of the sunken lighthouse."),
        (
            "Eva Esche",
            "Your essay on mud flats has two words for silt that Frisian lacks. How do the fishermen say them?"
        ),
        (
            "Fay Farn",
            "The harbour archive gave me your name, for the chart with the blue pencil marks. Are they yours?"
        ),
    ];

    // Sent over the API, since six browsers are slow. The last one comes first.
    private async Task<IReadOnlyList<string>> SixLettersAsync(Visitor to)
    {
        var names = new List<string>();
        using var program = new HttpClient { BaseAddress = Site.Address };
        foreach (var (name, note) in Letters)
        {
            var handle = $"{name.Split(' ')[1].ToLowerInvariant()}-of-{to.Handle}";
            await Site.RegisterAsync($"{handle}@example.org", Visitor.Password, handle, name);
            var session = await PostAsync(
                "sign-in",
                new { email = $"{handle}@example.org", password = Visitor.Password }
            );
            program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "Bearer",
                session.GetProperty("accessToken").GetString()
            );
            await PostAsync(
                "requests",
                new
                {
                    recipient = to.Handle,
                    note,
                    reason = "your-work",
                    reasonDetail = "Your tables of the tides",
                }
            );
            Site.Clock.Advance(TimeSpan.FromMinutes(6));
            names.Add(name);
        }

        return names;

        async Task<JsonElement> PostAsync(string path, object body)
        {
            using var answer = await program.PostAsJsonAsync($"/api/v1/{path}", body, Cancelled);
            answer.EnsureSuccessStatusCode();
            return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        }
    }
}
