using System.Net;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.SecondFactors;
using ConnectGate.Tests.Slices.People.Accounts;
using ConnectGate.Tests.Support;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.Tests.Web;

/// <summary>Attacks on an account through the real forms and the real links of the mails.</summary>
public sealed class TakeOverTests : IAsyncLifetime
{
    private const string SignInForm = "form[action='/account/sign-in']",
        Address = "grace@example.org";
    private const string Owners = "velvet harbour kite",
        Attackers = "seven quiet cranes";

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
        Assert.NotNull(
            (await browser.SeeAsync("/settings/digest")).Document.QuerySelector("[name=digest][value=Never][checked]")
        );
    }

    [Fact]
    public async Task A_strangers_link_confirms_nothing_by_the_owners_password_nor_after_the_owners_own()
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
        Assert.Contains(
            "#password",
            refused.Document.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href"))
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync(Attackers)).Page.Status);
    }

    [Fact]
    public async Task Who_wants_somebody_elses_address_for_their_account_does_not_get_it_by_the_owners_click()
    {
        var mallory = await _site.VisitAsync(_ada);
        await mallory.SubmitAsync(
            await mallory.SeeAsync("/settings/security/address"),
            "main form",
            ("email", Address),
            ("currentPassword", A.Password)
        );
        var owner = _site.NewVisitor();
        var page = await owner.SeeAsync(
            $"/account/confirm-address?code={Uri.EscapeDataString(await MailedCodeAsync(0))}"
        );

        foreach (var password in new[] { null, Owners })
        {
            Assert.Equal(
                HttpStatusCode.UnprocessableEntity,
                (await owner.SubmitAsync(page, "main form", ("password", password))).Status
            );
        }

        await RegisterAsync("grace", "Grace Hopper", Owners);
        Assert.Equal("/account/sign-in", (await ConfirmAsync(await MailedCodeAsync(1), Owners)).Location);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await owner.SubmitAsync(page, "main form", ("password", A.Password))).Status
        );
    }

    [Fact]
    public async Task A_member_confirms_their_new_address_by_its_link_and_their_password()
    {
        var browser = await _site.VisitAsync(_ada);
        await browser.SubmitAsync(
            await browser.SeeAsync("/settings/security/address"),
            "main form",
            ("email", Address),
            ("currentPassword", A.Password)
        );
        var page = await browser.SeeAsync(
            $"/account/confirm-address?code={Uri.EscapeDataString(await MailedCodeAsync(0))}"
        );

        Assert.Equal(
            "/settings/security",
            (await browser.SubmitAsync(page, "main form", ("password", A.Password))).Location
        );
        Assert.Equal("/inbox", (await SignInAsync(A.Password)).Page.Location);
    }

    [Fact]
    public async Task A_reset_shows_what_else_signs_in_and_removes_what_its_owner_chooses()
    {
        await SwitchAuthenticatorOnAsync(_ada);
        await AddPasskeyAsync(_ada, 1, "Stranger's phone");
        await AddPasskeyAsync(_ada, 2, "My phone");
        var (page, browser) = await OpenResetAsync(_ada);

        Assert.Equal(
            ["Authenticator", "Passkey “Stranger's phone”", "Passkey “My phone”"],
            page.Texts(".form-check-label").Select(label => label.Split(',')[0])
        );
        Assert.Empty(page.Document.QuerySelectorAll("[name=remove][checked]"));
        var refused = await browser.SubmitAsync(page, "main form", ("password", "short"), ("remove", "authenticator"));
        Assert.NotNull(refused.Document.QuerySelector("[name=remove][value=authenticator][checked]"));
        var stranger = page.Document.QuerySelectorAll("[name=remove]")[1].GetAttribute("value");
        var done = await browser.SubmitAsync(
            page,
            "main form",
            ("password", Owners),
            ("remove", "authenticator"),
            ("remove", stranger)
        );

        Assert.Equal("/account/sign-in", done.Location);
        var security = await _site.Community.QueryAsync(_ada, new ViewSecurity.Query());
        Assert.Equal(
            (false, 0, "My phone"),
            (security.HasAuthenticator, security.RecoveryCodesLeft, Assert.Single(security.Passkeys).Name)
        );
        Assert.Equal("/inbox", (await SignInAsync(Owners, _ada.Email)).Page.Location);
        var told = string.Join('\n', (await _site.Community.MailAsync()).Select(mail => mail.Body));
        Assert.All(["password was changed", "authenticator was switched off", "passkey was removed"], change =>
            Assert.Contains(change, told, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_reset_leaves_what_nobody_chose_and_a_moderators_authenticator_in_any_case()
    {
        var mona = await _site.Community.InsertAsync(A.Member() with { CanSignIn = true, Role = Role.Moderator });
        foreach (var person in new[] { _ada, mona })
        {
            await SwitchAuthenticatorOnAsync(person);
        }

        var (page, browser) = await OpenResetAsync(_ada);
        await browser.SubmitAsync(page, "main form", ("password", Owners));
        var (monas, other) = await OpenResetAsync(mona);
        Assert.Empty(monas.Document.QuerySelectorAll("[name=remove]"));
        Assert.Contains("goes on asking", monas.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await other.SubmitAsync(monas, "main form", ("password", Owners), ("remove", "authenticator"));

        foreach (var person in new[] { _ada, mona })
        {
            Assert.True((await _site.Community.QueryAsync(person, new ViewSecurity.Query())).HasAuthenticator);
            Assert.StartsWith(
                "/account/two-factor",
                (await SignInAsync(Owners, person.Email)).Page.Location,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task An_open_session_sets_up_no_authenticator_without_the_password()
    {
        var browser = await _site.VisitAsync(_ada);

        var begun = await browser.SubmitAsync(await browser.SeeAsync("/settings/security/two-factor"), "main form");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, begun.Status);
        Assert.Equal(
            "/settings/security/two-factor",
            (await browser.GetAsync("/settings/security/two-factor/set-up")).Location
        );
    }

    [Fact]
    public async Task An_open_session_switches_no_authenticator_on_without_the_password()
    {
        var browser = await _site.VisitAsync(_ada);
        var begun = await browser.FollowAsync(
            await browser.SubmitAsync(
                await browser.SeeAsync("/settings/security/two-factor"),
                "main form",
                ("currentPassword", A.Password)
            )
        );
        var key = begun.Texts(".code")[0].Replace(" ", "", StringComparison.Ordinal);

        var shown = await browser.SubmitAsync(
            begun,
            "main form",
            ("code", AuthenticatorCode.At(key, _site.Clock.GetUtcNow()))
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, shown.Status);
        Assert.Empty(shown.Texts("ul.code li"));
        Assert.Contains(
            "#currentPassword",
            shown.Document.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href"))
        );
        Assert.False((await _site.Community.QueryAsync(_ada, new ViewSecurity.Query())).HasAuthenticator);
    }

    [Fact]
    public async Task An_open_session_removes_no_passkey_without_the_password()
    {
        await AddPasskeyAsync(_ada, 1, "My phone");
        var browser = await _site.VisitAsync(_ada);
        var list = await browser.SeeAsync("/settings/security/passkeys");
        var id = list.Document.QuerySelector(".rows [name=id]")!.GetAttribute("value");

        var page = $"/settings/security/passkeys/{id}/remove";
        foreach (var way in new[] { "/settings/security/passkeys?handler=Remove", page })
        {
            await browser.PostAsync(
                way,
                [
                    KeyValuePair.Create("id", id!),
                    KeyValuePair.Create(
                        "__RequestVerificationToken",
                        list.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!
                    ),
                ]
            );
        }

        Assert.Single((await _site.Community.QueryAsync(_ada, new ViewSecurity.Query())).Passkeys);
        var asked = await browser.SeeAsync(page);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await browser.SubmitAsync(asked, "main form", ("currentPassword", "guess"))).Status
        );
        Assert.Equal(
            "/settings/security/passkeys",
            (await browser.SubmitAsync(asked, "main form", ("currentPassword", A.Password))).Location
        );
        Assert.Empty((await _site.Community.QueryAsync(_ada, new ViewSecurity.Query())).Passkeys);
    }

    private async Task RegisterAsync(string handle, string displayName, string password, string digest = "never")
    {
        var browser = _site.NewVisitor();
        var sent = await browser.SubmitAsync(
            await browser.SeeAsync("/account/register"),
            "main form",
            ("email", Address),
            ("displayName", displayName),
            ("handle", handle),
            ("password", password),
            ("digest", digest)
        );
        Assert.Equal("/account/register/sent", sent.Location);
    }

    private async Task<WebPage> ConfirmAsync(string code, string? password)
    {
        var browser = _site.NewVisitor();
        return await browser.SubmitAsync(
            await browser.SeeAsync($"/account/confirm?code={Uri.EscapeDataString(code)}"),
            "main form",
            ("password", password)
        );
    }

    private async Task<(WebPage Page, Visitor Browser)> OpenResetAsync(Person person)
    {
        var browser = _site.NewVisitor();
        await browser.SubmitAsync(await browser.SeeAsync("/account/forgot"), "main form", ("email", person.Email));
        return (
            await browser.SeeAsync(
                $"/account/reset?code={Uri.EscapeDataString(await _site.Community.MailedCodeAsync())}"
            ),
            browser
        );
    }

    private async Task AddPasskeyAsync(Person person, byte number, string name)
    {
        var passkey = new UserPasskeyInfo(
            [number],
            [9],
            _site.Clock.GetUtcNow().AddSeconds(number),
            0,
            ["internal"],
            true,
            false,
            false,
            [8],
            [7]
        );
        await _site.Community.MustAsync(
            person,
            new AddPasskey.Command(await _site.Community.ProofAsync(person), passkey, name)
        );
    }

    private async Task SwitchAuthenticatorOnAsync(Person person)
    {
        var proof = await _site.Community.ProofAsync(person);
        var key = await _site.Community.MustAsync(person, new SetUpAuthenticator.Command(proof));
        var code = AuthenticatorCode.At(key, _site.Clock.GetUtcNow());
        await _site.Community.MustAsync(person, new SwitchAuthenticatorOn.Command(proof, code, null));
    }

    private async Task<(WebPage Page, Visitor Browser)> SignInAsync(string password, string email = Address)
    {
        var browser = _site.NewVisitor();
        return (
            await browser.SubmitAsync(
                await browser.SeeAsync("/account/sign-in"),
                SignInForm,
                ("email", email),
                ("password", password)
            ),
            browser
        );
    }

    private async Task<string> MailedCodeAsync(int place) =>
        AccountStories.CodeIn((await _site.Community.MailAsync())[place]);
}
