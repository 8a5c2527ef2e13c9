using Microsoft.Playwright;
using Xunit;

namespace ConnectGate.BrowserTests.Stories;

/// <summary>Attacks on an account, tried in a browser.</summary>
public sealed class TakingOverStory(Sites sites) : Story(sites)
{
    private const string Attackers = "nine silent lanterns",
        Theirs = "Owner Of It";

    [Fact]
    public async Task Who_registers_first_or_finds_an_open_session_gets_nothing()
    {
        await using var owner = await Visitor.ArrivingAsync(Site, Desk, Theirs);
        await using var eve = await Visitor.ArrivingAsync(Site, Desk, "Eve Early");
        await FillInAsync(eve, owner.Email, Attackers);
        var first = await Site.Mail.LinkAsync(owner.Email, Cancelled);
        Site.Mail.Clear();
        await owner.RegisterAsync();
        await owner.SeesAsync("Your address is confirmed.");

        await owner.GoAsync(new Uri(first).PathAndQuery);
        await owner.FillAsync("password", Attackers);
        await owner.PressAsync("Confirm");
        await owner.SeesAsync("This link has expired or was already used.");
        await SignInAsync(eve, owner.Email, Attackers);
        await eve.SeesAsync("No account has this address and password.");
        await owner.SignInAsync();
        await owner.Page.WaitForURLAsync("**/inbox");
        await owner.GoAsync("/settings/profile");
        Assert.Equal(Theirs, await owner.ValueAsync("displayName"));

        // Somebody at the screen that was left open.
        await owner.GoAsync("/settings/security/two-factor");
        await owner.FillAsync("currentPassword", "guess");
        await owner.PressAsync("Set up an authenticator");
        Assert.EndsWith("/settings/security/two-factor?handler=SetUp", owner.Page.Url, StringComparison.Ordinal);
        await owner.GoAsync("/settings/security");
        await owner.SeesAsync("Off. An authenticator is an app on your phone");

        // A reset shows what else signs in, and removes it.
        await SecondFactor.ByAuthenticatorAsync(owner, Site.Clock);
        await owner.SignOutAsync();
        Site.Mail.Clear();
        await owner.GoAsync("/account/forgot");
        await owner.FillAsync("email", owner.Email);
        await owner.PressAsync("Email me the link");
        await owner.GoAsync(new Uri(await Site.Mail.LinkAsync(owner.Email, Cancelled)).PathAndQuery);
        await owner.FillAsync("password", "eleven slow ferries");
        await owner.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Authenticator" }).CheckAsync();
        await owner.PressAsync("Set the new password");
        await SignInAsync(owner, owner.Email, "eleven slow ferries");
        await owner.Page.WaitForURLAsync("**/inbox");
    }

    private static async Task FillInAsync(Visitor visitor, string email, string password)
    {
        await visitor.GoAsync("/account/register");
        await visitor.FillAsync("email", email);
        await visitor.FillAsync("displayName", visitor.Name);
        await visitor.FillAsync("handle", visitor.Handle);
        await visitor.FillAsync("password", password);
        await visitor.ChooseAsync("Never");
        await visitor.PressAsync("Register");
        await visitor.SeesAsync("Check your email");
    }

    private static async Task SignInAsync(Visitor visitor, string email, string password)
    {
        await visitor.GoAsync("/account/sign-in");
        await visitor.FillAsync("email", email);
        await visitor.FillAsync("password", password);
        await visitor.PressAsync("Sign in");
    }
}
