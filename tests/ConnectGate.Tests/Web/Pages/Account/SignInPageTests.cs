using System.Net;
using System.Text.RegularExpressions;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.SecondFactors;
using ConnectGate.People.Accounts.SigningIn;
using ConnectGate.Tests.Slices.People.Accounts;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Web.Pages.Account;

public sealed partial class SignInPageTests : IAsyncLifetime
{
    private const string SignInForm = "form[action='/account/sign-in']",
        Secured = "/settings/security";

    private Site _site = null!;
    private Person _ada = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await Site.StartAsync();
        _ada = await _site.Community.InsertAsync(A.Member() with { CanSignIn = true });
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_copied_cookie_is_worth_nothing_after_sign_out()
    {
        var browser = _site.NewVisitor();
        var cookie = await SignInAsync(browser);
        Assert.Equal(HttpStatusCode.OK, await StatusWithAsync(cookie));

        var left = await browser.SubmitAsync(await browser.SeeAsync("/account/sign-out"), "main form");

        Assert.Equal("/", left.Location);
        Assert.Equal(HttpStatusCode.Redirect, await StatusWithAsync(cookie));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(Secured)).Status);
    }

    [Fact]
    public async Task A_second_tab_that_signs_in_later_leads_on_to_its_page()
    {
        var browser = _site.NewVisitor();
        var second = await browser.SeeAsync("/account/sign-in?returnUrl=/settings/security");
        await SignInAsync(browser);

        var answer = await browser.SubmitAsync(second, SignInForm, ("email", _ada.Email), ("password", A.Password));

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal(Secured, (await browser.FollowAsync(answer)).Path);
    }

    [Fact]
    public async Task After_a_session_ended_a_form_leads_back_to_its_page_and_not_to_its_handler()
    {
        var browser = _site.NewVisitor();
        await SignInAsync(browser);
        await browser.SubmitAsync(await browser.SeeAsync("/account/sign-out"), "main form");

        var answer = await browser.PostAsync("/inbox?handler=Order&reason=Advice", []);

        Assert.Equal($"/account/sign-in?returnUrl={Uri.EscapeDataString("/inbox?reason=Advice")}", answer.Location);
    }

    [Theory]
    [InlineData("/inbox/no-such-letter", "Sign in to read this letter.")]
    [InlineData("/ask/nobody", "Sign in to write to this person.")]
    [InlineData("/moderation", "Sign in to open this page.")]
    [InlineData("/", null)]
    [InlineData("https://evil.test/inbox/x", null)]
    public async Task A_link_says_why_its_reader_must_sign_in(string address, string? why)
    {
        var browser = _site.NewVisitor();

        var page = await browser.SeeAsync($"/account/sign-in?returnUrl={Uri.EscapeDataString(address)}");

        Assert.Equal(why, page.Texts("main .lead").SingleOrDefault());
    }

    [Fact]
    public async Task A_cookie_elsewhere_is_worth_nothing_after_another_password()
    {
        var (browser, elsewhere) = (_site.NewVisitor(), _site.NewVisitor());
        await SignInAsync(browser);
        var cookie = await SignInAsync(elsewhere);

        var changed = await browser.SubmitAsync(
            await browser.SeeAsync("/settings/security/password"),
            "main form",
            ("currentPassword", A.Password),
            ("newPassword", "velvet harbour kite")
        );

        Assert.Equal(Secured, changed.Location);
        Assert.Equal(HttpStatusCode.Redirect, await StatusWithAsync(cookie));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Secured)).Status);
    }

    [Fact]
    public async Task One_session_is_ended_from_the_list_and_all_by_signing_out_everywhere()
    {
        var (browser, elsewhere, third) = (_site.NewVisitor(), _site.NewVisitor(), _site.NewVisitor());
        await SignInAsync(browser);
        var (second, last) = (await SignInAsync(elsewhere), await SignInAsync(third));

        await browser.SubmitAsync(await browser.SeeAsync("/settings/security/sessions"), "main .rows form");
        var open = new[] { await StatusWithAsync(second), await StatusWithAsync(last) };
        Assert.Single(open, status => status == HttpStatusCode.OK);

        var page = await browser.SeeAsync("/settings/security/sessions");
        await browser.SubmitAsync(page, "main form[action*='EndAll']");
        Assert.All([await StatusWithAsync(second), await StatusWithAsync(last)], status =>
            Assert.Equal(HttpStatusCode.Redirect, status)
        );
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(Secured)).Status);
    }

    [Fact]
    public async Task Cookies_are_bound_to_this_host_and_hidden_from_scripts()
    {
        var browser = _site.NewVisitor();
        var page = await browser.SeeAsync("/account/sign-in");
        var signedIn = await browser.SubmitAsync(page, SignInForm, ("email", _ada.Email), ("password", A.Password));

        var cookies = SetCookies(page)
            .Concat(SetCookies(signedIn))
            .Where(cookie => !cookie.Contains("=;", StringComparison.Ordinal))
            .ToList();

        Assert.Equal(3, cookies.Count);
        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; path=/", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Matches("(?i); samesite=(lax|strict)", cookie);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_password_read_alike_and_the_address_stays()
    {
        var known = await TryAsync(_ada.Email, "not the password");
        var unknown = await TryAsync("nobody@example.org", "not the password");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, known.Status);
        Assert.Equal(known.Status, unknown.Status);
        Assert.Equal(Masked(known.Body, _ada.Email), Masked(unknown.Body, "nobody@example.org"));
        Assert.Equal(_ada.Email, known.Document.QuerySelector("[name=email]")!.GetAttribute("value"));
        Assert.DoesNotContain("not the password", known.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_guesses_are_answered_429_with_what_to_do_and_the_owners_browser_comes_in()
    {
        var owner = _site.NewVisitor();
        await SignInAsync(owner);
        await owner.SubmitAsync(await owner.SeeAsync("/account/sign-out"), "main form");
        for (var guess = 0; guess < 60; guess++)
        {
            await _site.Community.SignInAsync(_ada.Email, $"guess {guess}", AccountStories.From($"198.51.100.{guess}"));
        }

        var refused = await TryAsync(_ada.Email, A.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains(
            "/account/forgot",
            refused.Document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href"))
        );
        Assert.Equal(_ada.Email, refused.Document.QuerySelector("[name=email]")!.GetAttribute("value"));
        Assert.Equal(
            "/inbox",
            (
                await owner.SubmitAsync(
                    await owner.SeeAsync("/account/sign-in"),
                    SignInForm,
                    ("email", _ada.Email),
                    ("password", A.Password)
                )
            ).Location
        );
    }

    [Fact]
    public async Task After_signing_in_nobody_is_led_to_another_place()
    {
        var browser = await _site.VisitAsync(_ada);
        foreach (var payload in Redirects.Payloads)
        {
            var page = await browser.GetAsync($"/account/sign-in?returnUrl={payload}");
            Assert.True(page.Status == HttpStatusCode.Redirect, $"{payload}: {page.Status}");
            Assert.True(Redirects.StaysHere(page.Location), $"{payload} leads to {page.Location}");
        }

        Assert.True(Redirects.Payloads.Count >= 100);
    }

    [Theory]
    [InlineData("//evil.test", "/inbox")]
    [InlineData("https://evil.test/", "/inbox")]
    [InlineData("/members?query=ada", "/members?query=ada")]
    [InlineData("/members/..//evil.test", "/inbox")]
    [InlineData("/members?query=ådå", "/members?query=%C3%A5d%C3%A5")]
    public async Task The_form_leads_on_to_a_page_of_this_place_only(string returnUrl, string expected)
    {
        var browser = _site.NewVisitor();
        var page = await browser.SeeAsync($"/account/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");

        Assert.Equal(
            expected,
            (await browser.SubmitAsync(page, SignInForm, ("email", _ada.Email), ("password", A.Password))).Location
        );
    }

    [Fact]
    public async Task Wrong_passwords_in_another_session_use_up_no_tries_of_this_one()
    {
        var (owner, stranger) = (_site.NewVisitor(), _site.NewVisitor());
        await SignInAsync(owner);
        await SignInAsync(stranger);
        for (var guess = 0; guess < Bucket.Reentered.Most; guess++)
        {
            Assert.NotEqual(Secured, (await ChangeAsync(stranger, $"guess {guess}")).Location);
        }

        Assert.NotEqual(Secured, (await ChangeAsync(stranger, A.Password)).Location);
        Assert.Equal(Secured, (await ChangeAsync(owner, A.Password)).Location);
    }

    private static async Task<WebPage> ChangeAsync(Visitor visitor, string password) =>
        await visitor.SubmitAsync(
            await visitor.SeeAsync("/settings/security/password"),
            "main form",
            ("currentPassword", password),
            ("newPassword", "velvet harbour kite")
        );

    [Fact]
    public async Task With_an_authenticator_the_code_is_asked_for_on_a_page_of_its_own()
    {
        var browser = _site.NewVisitor();
        await SignInAsync(browser);
        var begun = await browser.FollowAsync(
            await browser.SubmitAsync(
                await browser.SeeAsync("/settings/security/two-factor"),
                "main form",
                ("currentPassword", A.Password)
            )
        );
        var key = begun.Texts(".code")[0].Replace(" ", "", StringComparison.Ordinal);
        Assert.StartsWith(
            "data:image/svg+xml;base64,",
            begun.Document.QuerySelector("main img")!.GetAttribute("src"),
            StringComparison.Ordinal
        );
        var shown = await browser.SubmitAsync(
            begun,
            "main form",
            ("code", AuthenticatorCode.At(key, _site.Clock.GetUtcNow())),
            ("currentPassword", A.Password)
        );
        Assert.Equal(10, shown.Texts("ul.code li").Count);

        _site.Clock.Advance(TimeSpan.FromMinutes(1));
        var other = _site.NewVisitor();
        var first = await other.SubmitAsync(
            await other.SeeAsync("/account/sign-in"),
            SignInForm,
            ("email", _ada.Email),
            ("password", A.Password)
        );
        var second = await other.FollowAsync(first);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync(Secured)).Status);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await other.SubmitAsync(second, "main form", ("code", "000000"))).Status
        );
        var done = await other.SubmitAsync(
            second,
            "main form",
            ("code", AuthenticatorCode.At(key, _site.Clock.GetUtcNow()))
        );

        Assert.Equal("/inbox", done.Location);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(Secured)).Status);
    }

    [Fact]
    public async Task Opening_a_mailed_link_changes_nothing_and_its_button_confirms()
    {
        var browser = _site.NewVisitor();
        var sent = await browser.SubmitAsync(
            await browser.SeeAsync("/account/register"),
            "main form",
            ("email", "grace@example.org"),
            ("displayName", "Grace Hopper"),
            ("handle", "grace"),
            ("password", A.Password),
            ("digest", "never")
        );
        Assert.Equal("/account/register/sent", sent.Location);
        var code = Uri.EscapeDataString(await _site.Community.MailedCodeAsync());

        var page = await browser.SeeAsync($"/account/confirm?code={code}");
        Assert.False(await IsThereAsync());
        Assert.Equal(
            "/account/sign-in",
            (await browser.SubmitAsync(page, "main form", ("password", A.Password))).Location
        );
        Assert.True(await IsThereAsync());

        Task<bool> IsThereAsync() =>
            _site.Community.InDatabaseAsync(context =>
                context.Users.AnyAsync(
                    account => account.Email == "grace@example.org",
                    TestContext.Current.CancellationToken
                )
            );
    }

    [Fact]
    public async Task A_refused_registration_keeps_what_was_typed_except_the_password()
    {
        var browser = _site.NewVisitor();

        var page = await browser.SubmitAsync(
            await browser.SeeAsync("/account/register"),
            "main form",
            ("email", "grace@example.org"),
            ("displayName", "Grace Hopper"),
            ("handle", _ada.Handle),
            ("password", "password1"),
            ("digest", "weekly")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("grace@example.org", page.Document.QuerySelector("[name=email]")!.GetAttribute("value"));
        Assert.Equal("Grace Hopper", page.Document.QuerySelector("[name=displayName]")!.GetAttribute("value"));
        Assert.NotNull(page.Document.QuerySelector("[name=digest][value=weekly][checked]"));
        Assert.DoesNotContain("password1", page.Body, StringComparison.Ordinal);
        Assert.Equal(
            ["#handle", "#password"],
            page.Document.QuerySelectorAll(".error-summary a")
                .Select(link => link.GetAttribute("href"))
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_moderator_without_a_second_factor_is_led_to_set_one_up_and_a_member_is_refused()
    {
        var moderator = await _site.Community.InsertAsync(A.Member() with { Role = Role.Moderator, CanSignIn = true });
        var browser = _site.NewVisitor();
        await SignInAsync(browser, moderator);

        Assert.Equal("/settings/security/second-factor-needed", (await browser.GetAsync("/moderation")).Location);
        Assert.Equal(HttpStatusCode.OK, (await (await _site.VisitAsync(moderator)).GetAsync("/moderation")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _site.VisitAsync(_ada)).GetAsync("/moderation")).Status);
    }

    [Fact]
    public async Task The_browser_is_told_what_each_field_is_for()
    {
        var (visitor, ada) = (_site.NewVisitor(), await _site.VisitAsync(_ada));

        Assert.Equal(
            ["username webauthn", "current-password"],
            Autocomplete(await visitor.SeeAsync("/account/sign-in"), "input[type=email], input[type=password]")
        );
        Assert.Equal(
            ["username", "new-password"],
            Autocomplete(await visitor.SeeAsync("/account/register"), "input[type=email], input[type=password]")
        );
        Assert.Equal(["new-password"], Autocomplete(await visitor.SeeAsync("/account/reset"), "input[type=password]"));
        Assert.Equal(
            ["current-password", "new-password"],
            Autocomplete(await ada.SeeAsync("/settings/security/password"), "input[type=password]")
        );
    }

    [Fact]
    public async Task The_challenge_for_a_passkey_is_new_each_time()
    {
        var browser = _site.NewVisitor();
        var page = await browser.SeeAsync("/account/sign-in");

        var one = await browser.SubmitAsync(page, "form[data-passkey]");
        var asked = await browser.PostAsync("/account/sign-in?handler=PasskeyOptions", Token(page));
        var again = await browser.PostAsync("/account/sign-in?handler=PasskeyOptions", Token(page));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, one.Status);
        Assert.Contains("\"userVerification\":\"required\"", asked.Body, StringComparison.Ordinal);
        Assert.NotEqual(asked.Body, again.Body);
    }

    [Fact]
    public async Task A_passkeys_name_is_checked_before_the_device_is_asked()
    {
        var ada = await _site.VisitAsync(
            await _site.Community.InsertAsync(new NewMember("ada-key", "Ada") { CanSignIn = true })
        );
        var page = await ada.SeeAsync("/settings/security/passkeys");

        var unnamed = await AskAsync("\u200B ");
        var named = await AskAsync("My phone 📱");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unnamed.Status);
        Assert.Contains("\"field\":\"name\"", unnamed.Body, StringComparison.Ordinal);
        Assert.Contains("\"challenge\"", named.Body, StringComparison.Ordinal);

        Task<WebPage> AskAsync(string name) =>
            ada.PostAsync(
                "/settings/security/passkeys?handler=Options",
                [.. Token(page), KeyValuePair.Create("name", name), KeyValuePair.Create("currentPassword", A.Password)]
            );
    }

    private static IEnumerable<KeyValuePair<string, string>> Token(WebPage page) =>
        [
            KeyValuePair.Create(
                "__RequestVerificationToken",
                page.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!
            ),
        ];

    private static IEnumerable<string?> Autocomplete(WebPage page, string selector) =>
        page
            .Document.QuerySelectorAll(selector)
            .Where(input => !input.HasAttribute("hidden"))
            .Select(input => input.GetAttribute("autocomplete"));

    private static IEnumerable<string> SetCookies(WebPage page) =>
        page.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];

    private static string Masked(string body, string email) =>
        TokenField().Replace(body, "").Replace(WebUtility.HtmlEncode(email), "", StringComparison.Ordinal);

    // Signs in through the form; gives the session's cookie.
    private async Task<string> SignInAsync(Visitor browser, Person? person = null)
    {
        var page = await browser.SubmitAsync(
            await browser.SeeAsync("/account/sign-in"),
            SignInForm,
            ("email", (person ?? _ada).Email),
            ("password", A.Password)
        );
        Assert.Equal("/inbox", page.Location);
        return SetCookies(page)
            .Single(cookie => cookie.StartsWith("__Host-session=", StringComparison.Ordinal))
            .Split(';')[0];
    }

    private async Task<WebPage> TryAsync(string email, string password)
    {
        var browser = _site.NewVisitor();
        return await browser.SubmitAsync(
            await browser.SeeAsync("/account/sign-in"),
            SignInForm,
            ("email", email),
            ("password", password)
        );
    }

    // As somebody would who copied the cookie.
    private async Task<HttpStatusCode> StatusWithAsync(string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Secured);
        request.Headers.Add("Cookie", cookie);
        using var response = await _site.NewProgram().SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"[^\"]+\"", RegexOptions.None, 1_000)]
    private static partial Regex TokenField();
}
