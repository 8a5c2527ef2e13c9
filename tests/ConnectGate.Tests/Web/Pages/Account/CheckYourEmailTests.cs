using ConnectGate.People.Accounts.SigningIn;
using ConnectGate.Tests.Slices.People.Accounts;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Tests.Web.Pages.Account;

/// <summary>The pages "Check your email".</summary>
public sealed class CheckYourEmailTests
{
    private const string Again = "form[action$='/sent']";

    [Fact]
    public async Task After_registering_it_names_the_address_and_mails_again_whoever_it_belongs_to()
    {
        await using var site = await Site.StartAsync();
        var known = await site.Community.InsertAsync(A.Member() with { CanSignIn = true });
        foreach (var email in (string[])[known.Email, "nobody@example.org"])
        {
            var browser = site.NewVisitor();
            var registered = await browser.SubmitAsync(
                await browser.SeeAsync("/account/register"),
                "main form",
                ("email", email),
                ("displayName", "Ada Lovelace"),
                ("handle", $"new-{email[0]}"),
                ("password", "seven quiet cranes"),
                ("digest", "never")
            );
            Assert.Equal("/account/register/sent", registered.Location);
            await AsksAgainAsync(site, browser, "/account/register/sent", email);
        }
    }

    [Fact]
    public async Task After_asking_for_a_new_password_it_names_the_address_and_forgets_it_at_sign_in()
    {
        await using var site = await Site.StartAsync();
        var ada = await site.Community.InsertAsync(A.Member() with { CanSignIn = true });
        var browser = site.NewVisitor();
        await browser.SubmitAsync(await browser.SeeAsync("/account/forgot"), "main form", ("email", ada.Email));
        await AsksAgainAsync(site, browser, "/account/forgot/sent", ada.Email);

        await browser.SubmitAsync(
            await browser.SeeAsync("/account/sign-in"),
            "form[action='/account/sign-in']",
            ("email", ada.Email),
            ("password", A.Password)
        );
        var later = await browser.SeeAsync("/account/forgot/sent");
        Assert.DoesNotContain(ada.Email, later.Body, StringComparison.Ordinal);
        Assert.Null(later.Document.QuerySelector(Again));
    }

    [Fact]
    public async Task After_too_many_mails_from_one_network_it_says_until_when()
    {
        await using var site = await Site.StartAsync();
        var browser = site.NewVisitor();
        await browser.SubmitAsync(await browser.SeeAsync("/account/forgot"), "main form", ("email", "ada@example.org"));
        var page = await browser.SeeAsync("/account/forgot/sent");
        await site.Community.InScopeAsync(null, null, async services =>
        {
            var mediator = services.GetRequiredService<IMediator>();
            for (var tries = 0; tries < Bucket.Forgetting.Most; tries++)
            {
                await mediator.Send(new CountTry.Command([(Bucket.Forgetting, "local")]));
            }

            return true;
        });

        var refused = await browser.SubmitAsync(page, Again);

        Assert.Equal(429, (int)refused.Status);
        Assert.NotEmpty(refused.Texts(".error-summary li"));
    }

    private static async Task AsksAgainAsync(Site site, Visitor browser, string path, string email)
    {
        var page = await browser.SeeAsync(path);
        Assert.Contains(email, page.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("main a[href='/account/sign-in']"));
        var before = (await site.Community.MailAsync()).Count;

        var again = await browser.SubmitAsync(page, Again);

        Assert.Equal(path, again.Location);
        var notice = (await browser.SeeAsync(path)).Texts(".notice");
        Assert.Contains($"Another message is on its way to {email}", Assert.Single(notice), StringComparison.Ordinal);
        var mails = await site.Community.MailAsync();
        Assert.Equal((before + 1, email), (mails.Count, mails[^1].To));
    }
}
