using ConnectGate.Care.Administration.Members;
using Microsoft.Playwright;
using Xunit;

namespace ConnectGate.BrowserTests.Stories.Administration;

/// <summary>An administrator looks after members.</summary>
public sealed class AdministrationStory(Sites sites) : Story(sites)
{
    [Fact]
    public async Task A_member_is_found_changes_role_moves_address_lapses_and_comes_back()
    {
        await using var ada = await Visitor.RegisteredAsync(Site, Desk, "Ada Member");
        await using var ines = await Visitor.RegisteredAsync(Site, Phone, "Ines Administrator");
        await SendAsync(new GrantRole.Command(ines.Email));
        await SecondFactor.ByPasskeyAsync(ines);

        await ines.GoAsync("/admin/members");
        await ines.FillAsync("q", ada.Email);
        await ines.PressAsync("Find");
        await ines.FollowAsync(ada.Name);
        await ines.SeesAsync(ada.Email);
        await ines.FollowAsync("Change the role");
        await ines.Page.GetByRole(AriaRole.Radio, new() { Name = "Moderator", Exact = true }).CheckAsync();
        await ines.FillAsync("currentPassword", Visitor.Password);
        await ines.PressAsync("Change the role");
        await ines.SeesAsync("has the role “Moderator” now");

        var moved = await MoveAddressAsync(ines, ada);

        await ines.PressAsync("End the membership");
        await ines.SeesAsync($"The membership of {ada.Handle} has ended.");
        await ada.GoAsync("/account/sign-in");
        await ada.FillAsync("email", moved);
        await ada.FillAsync("password", "velvet harbour kite");
        await ada.PressAsync("Sign in");
        await ada.SeesAsync("Your membership has ended.");
        await ines.PressAsync("Undo");
        await ines.SeesAsync($"The membership of {ada.Handle} is renewed.");
        await ada.PressAsync("Sign in");

        await ines.FollowAsync("Back to the members");
        await ines.FollowAsync("See who let whom in");
        await ines.SeesAsync("Registered themselves, or not recorded");
    }

    /// <summary>The administrator changes the address of a member, who proves the new one.</summary>
    private async Task<string> MoveAddressAsync(Visitor ines, Visitor ada)
    {
        await ines.FollowAsync("They lost their address");
        var moved = $"moved-{ada.Email}";
        await ines.FillAsync("email", moved);
        await ines.FillAsync("currentPassword", "not the password");
        await ines.PressAsync("Send the link");
        await ines.SeesAsync("This is not your password.");
        Assert.Equal(moved, await ines.ValueAsync("email"));
        await ines.FillAsync("currentPassword", Visitor.Password);
        await ines.PressAsync("Send the link");
        await ines.SeesAsync("Nothing changes until the link is opened.");
        await ada.GoAsync(new Uri(await Site.Mail.LinkAsync(moved, Cancelled)).PathAndQuery);
        await ada.FillAsync("password", "velvet harbour kite");
        await ada.PressAsync("Set the new password");
        await ines.GoAsync($"/admin/members/{ada.Handle}");
        await ines.SeesAsync(moved);
        return moved;
    }
}
