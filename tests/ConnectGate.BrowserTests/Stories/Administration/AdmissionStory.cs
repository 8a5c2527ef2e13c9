using ConnectGate.Care.Administration;
using ConnectGate.Care.Administration.Members;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace ConnectGate.BrowserTests.Stories.Administration;

/// <summary>An administrator lets an applicant in and invites another person.</summary>
public sealed class AdmissionStory(Sites sites) : Story(sites, SiteKind.ByApproval)
{
    [Fact]
    public async Task From_the_registration_to_the_decision_and_an_invitation()
    {
        await using var ada = await Visitor.ArrivingAsync(Site, Desk, "Ada Applicant");
        await ada.RegisterAsync("I keep the tide tables of Faro.");
        await ada.SeesAsync("An administrator now looks at your registration");
        await ada.SignInAsync();
        await ada.SeesAsync("An administrator still has to let you in");

        await using var ines = await Visitor.ArrivingAsync(Site, Phone, "Ines Administrator");
        await SendAsync(new AdmitAddress.Command(ines.Email));
        await ines.RegisterAsync();
        await ines.SignInAsync();
        await SendAsync(new GrantRole.Command(ines.Email));
        await SecondFactor.ByPasskeyAsync(ines);

        await ines.GoAsync("/admin/admission");
        await ines.SeesAsync("I keep the tide tables of Faro.");
        await ines.FollowAsync(ada.Name);
        await ines.PressAsync("Decide");
        await ines.SeesAsync("Choose whether to let them in.");
        // The other is called "Do not let them in".
        await ines.Page.GetByRole(AriaRole.Radio, new() { Name = "Let them in", Exact = true }).CheckAsync();
        await ines.PressAsync("Decide");
        await ines.SeesAsync("is a member now, and gets an email.");
        await ada.SignInAsync();
        await ada.Page.WaitForURLAsync("**/inbox");

        await ines.GoAsync("/admin/admission/invitations");
        await ines.FillAsync("addresses", "grace@example.org\nGrace Hopper");
        await ines.PressAsync("Invite");
        await ines.SeesAsync("line 2 (“Grace Hopper”)");
        Assert.Equal("grace@example.org\nGrace Hopper", await ines.ValueAsync("addresses"));
        await ines.FillAsync("addresses", "grace@example.org");
        await ines.PressAsync("Invite");
        await ines.SeesAsync("Invited: 1.");
        Assert.EndsWith(
            "/account/register",
            await Site.Mail.LinkAsync("grace@example.org", TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        await ines.PressAsync("Withdraw grace@example.org");
        await ines.SeesAsync("Withdrawn: the invitation of");
    }
}
