using System.Net;
using ConnectGate.People.Accounts;
using ConnectGate.Tests.Slices.People.Accounts;

namespace ConnectGate.Tests.Web.Pages.Admin;

public sealed class AdmissionPageTests : IAsyncLifetime
{
    private const string Why = "I keep the tide tables of Faro.",
        SignInForm = "form[action='/account/sign-in']";

    private Site _site = null!;
    private Visitor _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await Site.StartAsync(
            settings: new Dictionary<string, string>(StringComparer.Ordinal) { ["Admission:By"] = "Approval" }
        );
        _desk = await _site.VisitAsync(
            await _site.Community.InsertAsync(A.Member() with { Role = Role.Administrator })
        );
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task An_applicant_says_why_waits_is_let_in_and_signs_in()
    {
        var browser = _site.NewVisitor();
        var form = await browser.SeeAsync("/account/register");
        var registration = new (string, string?)[]
        {
            ("email", "ada@example.org"),
            ("displayName", "Ada Lovelace"),
            ("handle", "ada"),
            ("password", A.Password),
            ("digest", "never"),
            ("application", Why),
        };
        await browser.SubmitAsync(form, "main form", registration);
        var code = Uri.EscapeDataString(await _site.Community.MailedCodeAsync());
        var confirmed = await browser.FollowAsync(
            await browser.SubmitAsync(
                await browser.SeeAsync($"/account/confirm?code={code}"),
                "main form",
                ("password", A.Password)
            )
        );
        Assert.Contains(
            "An administrator now looks at your registration",
            confirmed.Document.QuerySelector(".notice")!.TextContent,
            StringComparison.Ordinal
        );
        var waits = await browser.SubmitAsync(
            await browser.SeeAsync("/account/sign-in"),
            SignInForm,
            ("email", "ada@example.org"),
            ("password", A.Password)
        );
        Assert.Contains(
            "still has to let you in",
            waits.Document.QuerySelector(".error-summary")!.TextContent,
            StringComparison.Ordinal
        );

        var list = await _desk.SeeAsync("/admin/admission");
        Assert.Equal(Why, Assert.Single(list.Texts(".rows .written")));
        var applicant = await _desk.SeeAsync(list.Document.QuerySelector(".rows .row-title")!.GetAttribute("href")!);
        var undecided = await _desk.SubmitAsync(applicant, "main form");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, undecided.Status);
        var decided = await _desk.FollowAsync(await _desk.SubmitAsync(applicant, "main form", ("chosen", "LetIn")));
        Assert.Contains(
            "is a member now",
            decided.Document.QuerySelector(".notice")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.NotNull(decided.Document.QuerySelector(".empty-state"));

        Assert.Equal(
            "/inbox",
            (
                await browser.SubmitAsync(
                    await browser.SeeAsync("/account/sign-in"),
                    SignInForm,
                    ("email", "ada@example.org"),
                    ("password", A.Password)
                )
            ).Location
        );
    }

    [Fact]
    public async Task A_refused_applicant_cannot_tell_their_account_from_one_that_never_existed()
    {
        await _site.Community.InsertAsync(A.Member() with { Handle = "ada", CanSignIn = true, WaitsWith = Why });

        await _desk.SubmitAsync(
            await _desk.SeeAsync("/admin/admission/applicants/ada"),
            "main form",
            ("chosen", "Refuse")
        );

        Assert.Equal(HttpStatusCode.NotFound, (await _desk.GetAsync("/admin/admission/applicants/ada")).Status);
        await WrongAsync("warm-up@example.org");
        Assert.Equal(
            await WrongAsync("nobody@example.org", A.Password),
            await WrongAsync("ada@example.org", A.Password)
        );
    }

    [Fact]
    public async Task A_wrong_password_reads_the_same_for_who_waits_who_is_in_and_nobody()
    {
        await _site.Community.InsertAsync(A.Member() with { Handle = "waiting", CanSignIn = true, WaitsWith = Why });
        await _site.Community.InsertAsync(A.Member() with { Handle = "member", CanSignIn = true });
        await WrongAsync("warm-up@example.org");

        var waiting = await WrongAsync("waiting@example.org");

        Assert.Equal(await WrongAsync("member@example.org"), waiting);
        Assert.Equal(await WrongAsync("nobody@example.org"), waiting);
    }

    [Fact]
    public async Task Addresses_are_invited_or_named_by_their_line_with_everything_still_typed_and_withdrawn()
    {
        const string typed = "ada@example.org\nAda Lovelace";
        var form = await _desk.SeeAsync("/admin/admission/invitations");

        var refused = await _desk.SubmitAsync(form, "section form", ("addresses", typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(
            "line 2",
            refused.Document.QuerySelector(".error-summary a[href='#addresses']")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(typed, refused.Document.QuerySelector("textarea")!.TextContent.Trim());

        var invited = await _desk.FollowAsync(
            await _desk.SubmitAsync(form, "section form", ("addresses", "ada@example.org"))
        );
        Assert.Equal(["ada@example.org"], invited.Texts(".rows bdi"));
        var withdrawn = await _desk.FollowAsync(await _desk.SubmitAsync(invited, ".rows form"));
        Assert.Empty(withdrawn.Texts(".rows bdi"));
    }

    [Fact]
    public async Task Only_administrators_see_the_way_there_and_only_this_kind_of_admission_asks_why()
    {
        var moderator = await _site.VisitAsync(
            await _site.Community.InsertAsync(A.Member() with { Role = Role.Moderator })
        );
        await using var open = await Site.StartAsync();

        Assert.NotNull((await _desk.SeeAsync("/inbox")).Document.QuerySelector("nav a[href='/admin/admission']"));
        Assert.Null((await moderator.SeeAsync("/inbox")).Document.QuerySelector("nav a[href^='/admin']"));
        Assert.NotNull((await _site.NewVisitor().SeeAsync("/account/register")).Document.GetElementById("application"));
        Assert.Null((await open.NewVisitor().SeeAsync("/account/register")).Document.GetElementById("application"));
    }

    [Fact]
    public async Task Without_a_second_factor_an_administrator_is_led_to_one_and_a_moderator_stays_out()
    {
        var (administrator, moderator) = (
            await _site.Community.InsertAsync(A.Member() with { Role = Role.Administrator }),
            await _site.Community.InsertAsync(A.Member() with { Role = Role.Moderator })
        );

        var led = await (await _site.VisitAsync(administrator with { MayModerate = false })).GetAsync(
            "/admin/admission"
        );
        var kept = await (await _site.VisitAsync(moderator with { MayModerate = false })).GetAsync("/admin/admission");

        Assert.Equal("/settings/security/second-factor-needed", led.Location);
        Assert.Equal(HttpStatusCode.Forbidden, kept.Status);
    }

    private async Task<(HttpStatusCode, string, string)> WrongAsync(string email, string password = "not the password")
    {
        var browser = _site.NewVisitor();
        var form = await browser.SeeAsync("/account/sign-in");
        var heard = _site.Sql.Listen();
        var page = await browser.SubmitAsync(form, SignInForm, ("email", email), ("password", password));
        return (page.Status, page.Document.QuerySelector("main")!.TextContent, string.Join('\n', heard));
    }
}
