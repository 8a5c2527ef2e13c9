using ConnectGate.Care.Administration;
using ConnectGate.People.Accounts;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace ConnectGate.BrowserTests.Stories;

/// <summary>
/// A gathering as its organiser, an attendee and a moderator use it, up to a letter that names it.
/// </summary>
public abstract class GatheringStory(Sites sites, Device device) : Story(sites)
{
    private const string LockNote =
        "We drew the same lock from both banks and never spoke. I would like to put the two drawings side by side.";

    [Fact]
    public async Task From_making_it_to_a_letter_that_names_it()
    {
        await using var olga = await Visitor.RegisteredAsync(Site, device, "Olga Organiser");
        await using var ada = await Visitor.RegisteredAsync(Site, device, $"Ada Attendee {device.Label}");
        await using var mona = await Visitor.RegisteredAsync(Site, device, "Mona Moderator");
        await SeesEmptyListsAsync(ada);

        await MadeAsync(olga);
        await olga.FollowAsync("Invite");
        await olga.FillAsync("list", $"{ada.Email}\nnobody");
        await olga.PressAsync("Invite");
        await olga.SeesAsync("These lines have no address that can be read: 2");
        await olga.SeesAsync(ada.Email);

        await ada.GoAsync("/notifications");
        await ada.FollowAsync("You are invited to Days at the lock");
        await ada.Page.GetByLabel("List me on the roster").CheckAsync();
        await ada.PressAsync("Accept");
        await ada.SeesAsync("You are on the roster");
        await PostedAndReportedAsync(olga, ada);
        await RecognisedAsync(mona);
        await WrittenIntoTheAgendaAsync(ada, olga);
        await NamedInALetterAsync(ada, olga);
        await ClosedAsync(olga, ada);
    }

    private static async Task SeesEmptyListsAsync(Visitor ada)
    {
        foreach (
            var page in new[]
            {
                "/groups",
                "/gatherings",
                "/gatherings?past=true",
                "/groups?past=true",
                "/groups/new",
                "/groups/join",
            }
        )
        {
            await ada.GoAsync(page);
        }

        await ada.FillAsync("code", "2222-2222");
        await ada.PressAsync("Look up the code");
        await ada.SeesAsync("No open group has this code");
    }

    private static async Task MadeAsync(Visitor olga)
    {
        await olga.GoAsync("/gatherings");
        await olga.FollowAsync("Make the gathering");
        await olga.FillAsync("name", "Lock");
        await olga.PressAsync("Make the gathering");
        await olga.SeesAsync("Enter the first day");
        await olga.FillAsync("name", "Days at the lock");
        await olga.FillAsync(
            "beginsOn",
            DateTime.UtcNow.AddDays(10).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        );
        await olga.FillAsync("place", "The old lock, Ghent");
        await olga.PressAsync("Make the gathering");
        await olga.SeesAsync("Not confirmed: made by members");
    }

    private static async Task PostedAndReportedAsync(Visitor olga, Visitor ada)
    {
        await ada.FillAsync("text", "Who brings a lamp?");
        await ada.PressAsync("Post");
        await olga.GoAsync("/gatherings");
        await olga.FollowAsync("Days at the lock");
        await olga.FollowAsync("Report the post by Ada Attendee");
        await olga.ChooseAsync("Something else");
        await olga.PressAsync("Report");
        await olga.FollowAsync("Remove the post by Ada Attendee");
        await olga.PressAsync("Remove");
        await olga.DoesNotSeeAsync("Who brings a lamp?");
        await olga.FollowAsync("Edit");
        await olga.FollowAsync("Back to its page");
        await olga.FollowAsync("Who belongs");
        await olga.FollowAsync("Remove Ada Attendee");
        await olga.FollowAsync("Cancel");
        await olga.SeesAsync("Ada Attendee");
    }

    private async Task RecognisedAsync(Visitor mona)
    {
        await BecomeModeratorAsync(mona);

        await mona.GoAsync("/moderation");
        await mona.FollowAsync($"Ada Attendee {device.Label}");
        await mona.SeesAsync("Written to the members of Days at the lock");
        await mona.GoAsync("/moderation/groups");
        await mona.FollowAsync("Days at the lock");
        await mona.FillAsync("reason", "We know who organises it.");
        await mona.PressAsync("Recognise");
        await mona.GoAsync("/moderation/groups?recognised=true");
        await mona.SeesAsync("Days at the lock");
        await mona.GoAsync("/moderation/audit");
        await mona.SeesAsync("Recognised a group");
    }

    private static async Task WrittenIntoTheAgendaAsync(Visitor ada, Visitor olga)
    {
        await ada.GoAsync("/gatherings");
        await ada.FollowAsync("Days at the lock");
        await ada.FollowAsync("Agenda");
        await ada.SeesAsync("What the others come for and can give appears here.");
        await ada.PressAsync("Save");
        await ada.SeesAsync("Write at least one of the two lines");
        await ada.FillAsync("comesFor", "The drawings of the lock");
        await ada.PressAsync("Save");
        await ada.PressAsync("Remove my lines");
        await ada.SeesAsync("Your lines are removed.");
        await olga.GoAsync(new Uri(ada.Page.Url).AbsolutePath);
        await olga.FillAsync("canGive", "A boat, and somebody who can steer it");
        await olga.PressAsync("Save");
        await ada.GoAsync(new Uri(ada.Page.Url).AbsolutePath);
        await ada.FollowAsync("Report the lines of Olga Organiser");
        await ada.FollowAsync("Cancel");
        await ada.FollowAsync("Ask to connect with Olga Organiser");
        await ada.SeesAsync("A boat, and somebody who can steer it");
        Assert.Equal("Days at the lock", await ada.Page.Locator("main [name='group'] option:checked").InnerTextAsync());
    }

    private async Task NamedInALetterAsync(Visitor ada, Visitor olga)
    {
        await ada.GoAsync($"/m/{olga.Handle}");
        await ada.SeesAsync("confirmed");
        await ada.FollowAsync("Ask to connect");
        await ada.ChooseAsync("We were at the same event");
        await ada.Page.GetByLabel("Or choose one you share").SelectOptionAsync("Days at the lock");
        await ada.FillAsync("note", LockNote);
        await ada.PressAsync("Send");
        await ada.SeesAsync("You can correct it or take it back for");
        Site.Clock.Advance(TimeSpan.FromMinutes(6));
        await olga.GoAsync("/inbox");
        await olga.FollowAsync(ada.Name);
        await Assertions.Expect(olga.Page.Locator(".letter-reason")).ToContainTextAsync("Days at the lock (confirmed)");
    }

    private static async Task ClosedAsync(Visitor olga, Visitor ada)
    {
        await olga.GoAsync("/gatherings");
        await olga.FollowAsync("Days at the lock");
        await olga.FollowAsync("Close it");
        await olga.PressAsync("Close it");
        await olga.SeesAsync("Closed Days at the lock. You find it among the closed and past ones.");
        await ada.GoAsync("/gatherings?past=true");
        await ada.FollowAsync("Days at the lock");
        await ada.FollowAsync("Leave");
        await ada.PressAsync("Leave");
        await ada.SeesAsync("You have left Days at the lock.");
    }
}
