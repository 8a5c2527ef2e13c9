using System.Net;
using ConnectGate.Accounts;
using ConnectGate.Tests.Slices.Accounts;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.Tests.Web;

/// <summary>Attacks on an account through the real forms and the real links of the mails.</summary>
public sealed class TakeOverTests : IAsyncLifetime
{
    private const string SignInForm = "form[action='/account/sign-in']", Address = "grace@example.org";
    private const string Owners = "velvet harbour kite", Attackers = "seven quiet cranes";

    private Site _site = null!;
    private Person _ada = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await Site.StartAsync();
        _ada = await _site.Community.InsertAsync(A.Member() with { CanSignIn = true });
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Who_registers_an_address_first_gets_nothing_of_the_account_that_its_owner_confirms()
    {
        await RegisterAsync("eve", "Eve Early", Attackers, digest: "daily");
        await RegisterAsync("grace", "Grace Hopper", Owners, digest: "never");

        Assert.Equal("/account/sign-in", (await ConfirmAsync(await MailedCodeAsync(1), Owners)).Location);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync(Attackers)).Page.Status);
        var (page, browser) = await SignInAsync(Owners);
        Assert.Equal("/inbox", page.Location);
        var profile = await browser.SeeAsync("/settings/profile");
        Assert.Equal("Grace Hopper", profile.Document.QuerySelector("[name=displayName]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/m/grace")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/m/eve")).Status);
        Assert.NotNull((await browser.SeeAsync("/settings/digest")).Document.QuerySelector("[name=digest][value=Never][checked]"));
    }

    [Fact]
    public async Task The_link_of_somebody_elses_registration_confirms_nothing_by_the_owners_password_nor_after_the_owners()
    {
        await RegisterAsync("eve", "Eve Early", Attackers);
        await RegisterAsync("grace", "Grace Hopper", Owners);
        var first = await MailedCodeAsync(0);

        var refused = await ConfirmAsync(first, Owners);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        await ConfirmAsync(await MailedCodeAsync(1), Owners);
        var late = await ConfirmAsync(first, Attackers);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync(Attackers)).Page.Status);
        Assert.Equal("/inbox", (await SignInAsync(Owners)).Page.Location);
    }

    [Fact]
    public async Task The_link_alone_confirms_nothing()
    {
        await RegisterAsync("eve", "Eve Early", Attackers);

        var refused = await ConfirmAsync(await MailedCodeAsync(0), null);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("#password", refused.Document.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync(Attackers)).Page.Status);
    }

    [Fact]
    public async Task Who_wants_somebody_elses_address_for_their_account_does_not_get_it_by_the_owners_click()
    {
        var mallory = await _site.VisitAsync(_ada);
        await mallory.SubmitAsync(
            await mallory.SeeAsync("/settings/security/address"), "main form", ("email", Address), ("currentPassword", A.Password));
        var owner = _site.NewVisitor();
        var page = await owner.SeeAsync($"/account/confirm-address?code={Uri.EscapeDataString(await MailedCodeAsync(0))}");

        foreach (var password in new[] { null, Owners })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await owner.SubmitAsync(page, "main form", ("password", password))).Status);
        }

        await RegisterAsync("grace", "Grace Hopper", Owners);
        Assert.Equal("/account/sign-in", (await ConfirmAsync(await MailedCodeAsync(1), Owners)).Location);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await owner.SubmitAsync(page, "main form", ("password", A.Password))).Status);
    }

    [Fact]
    public async Task A_member_confirms_their_new_address_by_its_link_and_their_password()
    {
        var browser = await _site.VisitAsync(_ada);
        await browser.SubmitAsync(
            await browser.SeeAsync("/settings/security/address"), "main form", ("email", Address), ("currentPassword", A.Password));
        var page = await browser.SeeAsync($"/account/confirm-address?code={Uri.EscapeDataString(await MailedCodeAsync(0))}");

        Assert.Equal("/settings/security", (await browser.SubmitAsync(page, "main form", ("password", A.Password))).Location);
        Assert.Equal("/inbox", (await SignInAsync(A.Password)).Page.Location);
    }

    [Fact]
    public async Task An_open_session_sets_up_no_authenticator_without_the_password()
    {
        var browser = await _site.VisitAsync(_ada);

        var begun = await browser.SubmitAsync(await browser.SeeAsync("/settings/security/two-factor"), "main form");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, begun.Status);
        Assert.Equal("/settings/security/two-factor", (await browser.GetAsync("/settings/security/two-factor/set-up")).Location);
    }

    [Fact]
    public async Task An_open_session_switches_no_authenticator_on_without_the_password()
    {
        var browser = await _site.VisitAsync(_ada);
        var begun = await browser.FollowAsync(await browser.SubmitAsync(
            await browser.SeeAsync("/settings/security/two-factor"), "main form", ("currentPassword", A.Password)));
        var key = begun.Texts(".code")[0].Replace(" ", "", StringComparison.Ordinal);

        var shown = await browser.SubmitAsync(begun, "main form", ("code", AuthenticatorCode.At(key, _site.Clock.GetUtcNow())));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, shown.Status);
        Assert.Empty(shown.Texts("ul.code li"));
        Assert.Contains("#currentPassword", shown.Document.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")));
        Assert.False((await _site.Community.QueryAsync(_ada, new ViewSecurity.Query())).HasAuthenticator);
    }

    [Fact]
    public async Task An_open_session_removes_no_passkey_without_the_password()
    {
        var passkey = new UserPasskeyInfo([1, 2, 3], [9], _site.Clock.GetUtcNow(), 0, ["internal"], true, false, false, [8], [7]);
        await _site.Community.MustAsync(_ada, new AddPasskey.Command(await _site.Community.ProofAsync(_ada), passkey, "My phone"));
        var browser = await _site.VisitAsync(_ada);
        var list = await browser.SeeAsync("/settings/security/passkeys");
        var id = list.Document.QuerySelector(".rows [name=id]")!.GetAttribute("value");

        var page = $"/settings/security/passkeys/{id}/remove";
        foreach (var way in new[] { "/settings/security/passkeys?handler=Remove", page })
        {
            await browser.PostAsync(way,
            [
                KeyValuePair.Create("id", id!),
                KeyValuePair.Create("__RequestVerificationToken", list.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!),
            ]);
        }

        Assert.Single((await _site.Community.QueryAsync(_ada, new ViewSecurity.Query())).Passkeys);
        var asked = await browser.SeeAsync(page);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(asked, "main form", ("currentPassword", "guess"))).Status);
        Assert.Equal("/settings/security/passkeys", (await browser.SubmitAsync(asked, "main form", ("currentPassword", A.Password))).Location);
        Assert.Empty((await _site.Community.QueryAsync(_ada, new ViewSecurity.Query())).Passkeys);
    }

    private async Task RegisterAsync(string handle, string displayName, string password, string digest = "never")
    {
        var browser = _site.NewVisitor();
        var sent = await browser.SubmitAsync(
            await browser.SeeAsync("/account/register"), "main form",
            ("email", Address), ("displayName", displayName), ("handle", handle), ("password", password), ("digest", digest));
        Assert.Equal("/account/register/sent", sent.Location);
    }

    private async Task<WebPage> ConfirmAsync(string code, string? password)
    {
        var browser = _site.NewVisitor();
        return await browser.SubmitAsync(await browser.SeeAsync($"/account/confirm?code={Uri.EscapeDataString(code)}"), "main form", ("password", password));
    }

    private async Task<(WebPage Page, Visitor Browser)> SignInAsync(string password)
    {
        var browser = _site.NewVisitor();
        return (await browser.SubmitAsync(
            await browser.SeeAsync("/account/sign-in"), SignInForm, ("email", Address), ("password", password)), browser);
    }

    private async Task<string> MailedCodeAsync(int place) => AccountStories.CodeIn((await _site.Community.MailAsync())[place]);
}
