using Xunit;

namespace ConnectGate.BrowserTests.Stories.Moderation;

/// <summary>
/// Two moderators, a reporter and an accused: a report, a decision with words, an appeal, and its undoing. Axe checks
/// each page.
/// </summary>
public abstract class ModerationStory(Sites sites, Device device) : Story(sites)
{
    private const string Words = "Your letters read like an advertisement for tide tables.";

    [Fact]
    public async Task A_measure_is_decided_appealed_and_undone()
    {
        await using var rita = await Visitor.RegisteredAsync(Site, device, $"Rita Reporter {device.Label}");
        await using var alan = await Visitor.RegisteredAsync(Site, device, $"Alan Accused {device.Label}");
        await using var mia = await Visitor.RegisteredAsync(Site, device, "Mia First");
        await using var moe = await Visitor.RegisteredAsync(Site, device, "Moe Second");
        await BecomeModeratorAsync(mia);
        await BecomeModeratorAsync(moe);

        await ReportedAsync(rita, alan);
        await TakenAndDecidedAsync(mia, moe, alan);
        await ReadAndAppealedAsync(alan, rita);
        await UndoneAsync(moe, alan);
    }

    private static async Task ReportedAsync(Visitor rita, Visitor alan)
    {
        await rita.GoAsync($"/m/{alan.Handle}");
        await rita.FollowAsync($"Report {alan.Name}’s profile");
        await rita.PressAsync("Report");
        await rita.SeesAsync("Choose what");
        await rita.ChooseAsync("Selling something");
        await rita.FillAsync("comment", "The profile is one advertisement.");
        await rita.PressAsync("Report");
        await rita.SeesAsync($"Reported {alan.Name} to the moderators. They were not told.");
        await rita.FollowAsync("Your reports");
        await rita.SeesAsync("The moderators have it.");
    }

    private static async Task TakenAndDecidedAsync(Visitor mia, Visitor moe, Visitor alan)
    {
        await mia.GoAsync($"/moderation?about={alan.Handle}");
        await mia.FollowAsync(alan.Name);
        await mia.PressAsync("Take this case");
        await mia.SeesAsync("You have this case.");
        await mia.FillAsync("text", "I asked nobody yet.");
        await mia.PressAsync("Add the comment");
        await mia.SeesAsync("I asked nobody yet.");

        await moe.GoAsync($"/moderation?state=Taken&about={alan.Handle}");
        await moe.SeesAsync("Taken by Mia First");
        await moe.FollowAsync(alan.Name);
        await moe.SeesAsync("Another moderator has this case.");

        await mia.ChooseAsync("Suspend for some days");
        await mia.FillAsync("days", "7");
        await mia.FillAsync("reason", Words);
        await mia.PressAsync("Show what the author will read");
        await mia.SeesAsync("Choose the broken rule.");
        await mia.Page.Locator("main [name='rule']").SelectOptionAsync("No selling in letters");
        await mia.PressAsync("Show what the author will read");
        await mia.SeesAsync("The author may appeal once within 20 days.");
        await mia.PressAsync("Decide");
        await mia.SeesAsync($"{alan.Name}");
    }

    private static async Task ReadAndAppealedAsync(Visitor alan, Visitor rita)
    {
        await alan.GoAsync("/inbox");
        await alan.SeesAsync("Your account is suspended");
        await alan.FollowAsync("Suspension");
        await alan.SeesAsync("No selling in letters");
        await alan.SeesAsync(Words);
        await alan.DoesNotSeeAsync(rita.Name);
        await alan.DoesNotSeeAsync("Mia First");
        await alan.PressAsync("Send the appeal");
        await alan.SeesAsync("Say why the decision is wrong.");
        await alan.FillAsync("text", "I sell nothing. I print tide tables as a hobby and give them away.");
        await alan.PressAsync("Send the appeal");
        await alan.SeesAsync("Another moderator answers it");

        await rita.GoAsync("/reports");
        await rita.SeesAsync("We acted on it.");
    }

    private static async Task UndoneAsync(Visitor moe, Visitor alan)
    {
        await moe.GoAsync("/moderation/appeals");
        await moe.FollowAsync(alan.Name);
        await moe.SeesAsync("I print tide tables as a hobby");
        await moe.ChooseAsync("Undo it");
        await moe.FillAsync("words", "You are right. We read your profile again.");
        await moe.PressAsync("Answer the appeal");
        await moe.SeesAsync($"Answered the appeal of {alan.Name}.");

        await alan.GoAsync("/decisions");
        await alan.FollowAsync("Suspension");
        await alan.SeesAsync("The moderator agreed with you and undid the decision.");
        await alan.GoAsync("/inbox");
        await alan.DoesNotSeeAsync("Your account is suspended");
    }
}
