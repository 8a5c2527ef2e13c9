using ConnectGate.Care.Administration;
using ConnectGate.People.Accounts;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace ConnectGate.BrowserTests.Stories;

/// <summary>A request from registering to its answer, and what follows each kind of answer.</summary>
public abstract class RequestStory(Sites sites, Device device) : Story(sites)
{
    private const string Answer = "You know the tides better than anyone there.";

    private const string LongName = "Ada Donaudampfschifffahrtsgesellschaftskapitaenswitwe";

    [Fact]
    public async Task From_registering_to_talking_declining_and_reporting()
    {
        await using var ruth = await Visitor.ArrivingAsync(Site, device, "Ruth Recipient");
        await ruth.RegisterAsync();
        await ruth.SignInAsync();
        await ruth.SeesAsync("First steps");
        await ruth.PressAsync("Skip: Join a group");
        await ruth.DoesNotSeeAsync("Join a group");
        await ruth.GoAsync("/settings/policy");
        await ruth.FillAsync("questions[0]", "Why me?");
        await ruth.PressAsync("Save");

        await using var ada = await Visitor.RegisteredAsync(Site, device, LongName);
        await AskedAfterARefusalAsync(ada, ruth);
        await AcceptedUndoneAndAcceptedAsync(ada, ruth);
        await TalkedAsync(ada, ruth);

        await using var dan = await Visitor.RegisteredAsync(Site, device, "Dan Declined");
        await DeclinedSilentlyAsync(dan, ruth);
        await using var will = await Visitor.RegisteredAsync(Site, device, "Will Words");
        await DeclinedWithWordsAsync(will, ruth);
        await using var sam = await Visitor.RegisteredAsync(Site, device, $"Sam Seller {device.Label}");
        await ReportedAsync(sam, ruth);

        await using var mona = await Visitor.RegisteredAsync(Site, device, "Mona Moderator");
        await ModeratedAsync(mona, sam);

        foreach (
            var page in new[]
            {
                "/",
                "/inbox?folder=Decided",
                "/notifications",
                "/connections",
                "/settings",
                "/settings/profile",
                "/settings/privacy",
                "/settings/digest",
                "/settings/security",
                "/no-such-page",
            }
        )
        {
            await ruth.GoAsync(page);
        }
    }

    private static async Task AskedAfterARefusalAsync(Visitor ada, Visitor ruth)
    {
        await ada.GoAsync($"/members?q={ruth.Handle}");
        await ada.FollowAsync(ruth.Name);
        await ada.FollowAsync("Ask to connect");
        await ada.ChooseAsync("We met in person");
        await ada.FillAsync("reasonDetail", "At the grid workshop in Utrecht");
        await ada.FillAsync("note", "Hi");
        await ada.PressAsync("Send");

        await ada.SeesAsync("Say a little more, at least 20 characters");
        await ada.SeesAsync("Answer this question");
        Assert.Equal("Hi", await ada.ValueAsync("note"));
        Assert.Equal("At the grid workshop in Utrecht", await ada.ValueAsync("reasonDetail"));
        Assert.True(await ada.Page.Locator("[name='reason'][value='MetInPerson']").IsCheckedAsync());

        await ada.FillAsync("note", Note);
        await ada.Page.Locator("[name^='answers[']").FillAsync(Answer);
        await ada.PressAsync("Preview");
        await ada.SeesAsync($"What {ruth.Name} will see");
        await ada.SeesAsync("Do I know this person?");
        await ada.PressAsync("Correct the letter");
        Assert.Equal(Note, await ada.ValueAsync("note"));
        await ada.PressAsync("Preview");
        await ada.PressAsync("Send");
        await ada.SeesAsync($"Sent to {ruth.Name}. You can correct it or take it back for");
        await ruth.GoAsync("/inbox");
        await ruth.DoesNotSeeAsync(ada.Name);
    }

    private async Task AcceptedUndoneAndAcceptedAsync(Visitor ada, Visitor ruth)
    {
        Site.Clock.Advance(TimeSpan.FromMinutes(6));
        await OpenLetterAsync(ruth, ada);
        await ruth.SeesAsync(Note);
        await ruth.FollowAsync("Accept");
        await ruth.PressAsync("Accept");
        await ruth.GoAsync("/inbox");
        await ruth.SeesAsync("undo for");
        await ruth.SeesOwnTimeAsync(".grace time");
        await ruth.PressAsync($"Undo accepting {ada.Name}");
        await ruth.SeesAsync($"Undone. {ada.Name}’s letter waits again");
        await ada.GoAsync("/sent");
        await ada.SeesAsync("means no");

        await OpenLetterAsync(ruth, ada);
        await ruth.FollowAsync("Accept");
        await ruth.FillAsync("answer", "Gladly. The spring tides are next week.");
        await ruth.PressAsync("Accept");
        await ada.GoAsync("/sent");
        await ada.SeesAsync("means no");
        Site.Clock.Advance(TimeSpan.FromMinutes(11));
        await ada.GoAsync("/sent");
        await ada.SeesAsync("Connected");
    }

    private static async Task TalkedAsync(Visitor ada, Visitor ruth)
    {
        await ada.GoAsync($"/conversations/{ruth.Handle}");
        await ada.SeesAsync(Note);
        await ada.SeesAsync("Gladly. The spring tides are next week.");
        await ada.FillAsync("text", "Here is the table: https://example.org/tides");
        await ada.PressAsync("Send");
        await ruth.GoAsync($"/conversations/{ada.Handle}");
        await Assertions
            .Expect(ruth.Page.GetByRole(AriaRole.Link, new() { Name = "https://example.org/tides" }))
            .ToBeVisibleAsync();
        await ruth.GoAsync($"/connections/{ada.Handle}");
        await ruth.SeesAsync(Note);
    }

    private async Task DeclinedSilentlyAsync(Visitor dan, Visitor ruth)
    {
        await AskAsync(dan, ruth, answer: Answer);
        await OpenLetterAsync(ruth, dan);
        await ruth.PressAsync("Not now");
        await ruth.SeesAsync($"Declined {dan.Name}’s letter: not now.");
        await dan.GoAsync("/sent");
        await dan.SeesAsync("means no");
    }

    private async Task DeclinedWithWordsAsync(Visitor will, Visitor ruth)
    {
        await AskAsync(will, ruth, answer: Answer);
        await OpenLetterAsync(ruth, will);
        await ruth.FollowAsync("Not for me");
        await ruth.ChooseAsync("My own words, below");
        await ruth.FillAsync("reply.text", "Thank you for writing. I keep this to people I have worked with.");
        await ruth.PressAsync("Decline: not for me");
        await will.GoAsync("/sent");
        await will.SeesAsync("I keep this to people I have worked with.");
    }

    private async Task ReportedAsync(Visitor sam, Visitor ruth)
    {
        await AskAsync(sam, ruth, answer: Answer);
        await OpenLetterAsync(ruth, sam);
        await ruth.FollowAsync("Report this letter");
        await ruth.ChooseAsync("Spam");
        await ruth.PressAsync("Report");
        await sam.GoAsync("/sent");
        await sam.SeesAsync("means no");
    }

    private async Task ModeratedAsync(Visitor mona, Visitor sam)
    {
        await BecomeModeratorAsync(mona);

        await mona.GoAsync("/moderation");
        await mona.FollowAsync(sam.Name);
        await mona.SeesAsync(Note);
        await mona.GoAsync("/moderation/audit");
        await mona.SeesAsync("Viewed a case");
    }
}
