using System.Net;
using ConnectGate.Tests.Slices.Accounts;

namespace ConnectGate.Tests.Web;

/// <summary>Attacks on an account through the real forms and the real links of the mails.</summary>
public sealed class TakeOverTests : IAsyncLifetime
{
    private const string SignInForm = "form[action='/account/sign-in']", Address = "grace@example.org";
    private const string Owners = "velvet harbour kite", Attackers = "seven quiet cranes";

    private Site _site = null!;

    public async ValueTask InitializeAsync() => _site = await Site.StartAsync();

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
