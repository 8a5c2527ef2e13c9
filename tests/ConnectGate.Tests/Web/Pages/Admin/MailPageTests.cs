using System.Net;
using System.Net.Http.Json;
using ConnectGate.People.Accounts;
using ConnectGate.People.Mail;
using ConnectGate.Tests.Slices;
using ConnectGate.Tests.Slices.People.Accounts;

namespace ConnectGate.Tests.Web.Pages.Admin;

/// <summary>The page, the API and the commands about unsent mail do the same.</summary>
public sealed class MailPageTests : AdministratorsDesk
{
    [Fact]
    public async Task A_failed_mail_is_seen_with_its_cause_and_sent_again_from_the_page()
    {
        await FailAsync("nobody@example.org", tries: OutgoingMail.MostTries);
        await Site.Community.AskAsync(AccountStories.Registration("ada"));

        var page = await Desk.SeeAsync("/admin/mail");

        var row = page.Document.QuerySelectorAll(".rows li").Single(row => row.QuerySelector("form") is not null);
        Assert.Contains("nobody@example.org", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Given up", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("the server rejected the recipient (550)", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("ada@example.org", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("/account/confirm", page.Body, StringComparison.Ordinal);
        var filtered = await Desk.SeeAsync("/admin/mail?only=GivenUp");
        Assert.DoesNotContain("ada@example.org", filtered.Body, StringComparison.Ordinal);

        var again = await Desk.FollowAsync(await Desk.SubmitAsync(page, ".rows form"));

        Assert.Contains("The mail is tried again now", again.Document.QuerySelector(".notice")!.TextContent);
        Assert.Contains(await ClaimAsync(), mail => mail.To == "nobody@example.org");
        var late = await Desk.FollowAsync(await Desk.SubmitAsync(page, ".rows form"));
        Assert.Contains("No mail was sent again", late.Document.QuerySelector(".notice")!.TextContent);
    }

    [Fact]
    public async Task A_test_mail_needs_an_address_and_a_refusal_keeps_what_was_typed()
    {
        var page = await Desk.SeeAsync("/admin/mail");

        var refused = await Desk.SubmitAsync(page, "form[action$='handler=Test']", ("email", "ines at example"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Document.QuerySelector(".error-summary a[href='#email']"));
        Assert.Equal("ines at example", refused.Document.QuerySelector("#email")!.GetAttribute("value"));
        Assert.Empty(await Site.Community.MailAsync());

        await Desk.SubmitAsync(page, "form[action$='handler=Test']", ("email", "ines@example.net"));
        var sent = Assert.Single(await Site.Community.MailAsync());
        Assert.Equal(("ines@example.net", MailKind.Awaited), (sent.To, sent.Kind));
        Assert.StartsWith("A test mail from", sent.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_and_the_console_do_the_same()
    {
        await FailAsync("nobody@example.org", tries: 1);
        var program = await Site.ProgramAsync(Ines);

        var list = await program.GetStringAsync("/api/v1/admin/mail?only=failed", Token);
        Assert.Contains("nobody@example.org", list, StringComparison.Ordinal);
        Assert.DoesNotContain("body\"", list, StringComparison.OrdinalIgnoreCase);
        using var again = await program.PostAsJsonAsync("/api/v1/admin/mail/send-again", new { }, Token);
        Assert.Equal("{\"count\":1}", await again.Content.ReadAsStringAsync(Token));
        using var test = await program.PostAsJsonAsync("/api/v1/admin/mail/test", new { email = "x" }, Token);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, test.StatusCode);

        var listed = await Executable.RunAsync(["mail", "list", .. Settings]);
        Assert.Contains("0 waiting, 1 failed, 0 given up", listed.Output, StringComparison.Ordinal);
        Assert.Contains("nobody@example.org  the server rejected the recipient (550)", listed.Output);
        var typed = await Executable.RunAsync(["mail", "send-again", "all", .. Settings]);
        Assert.StartsWith("1 tried again.", typed.Output, StringComparison.Ordinal);
        var sent = await Executable.RunAsync(["mail", "test", "ines@example.net", .. Settings]);
        Assert.Equal((0, ""), (sent.Code, sent.Errors));
        Assert.Contains(await Site.Community.MailAsync(), mail => mail.To == "ines@example.net");
    }

    private async Task FailAsync(string email, int tries)
    {
        await Site.Community.MustAsync(null, new ConnectGate.Care.Administration.Outgoing.SendTestMail.Command(email));
        for (var failed = 0; failed < tries; failed++)
        {
            var mail = Assert.Single(await ClaimAsync());
            var fault = new MailFault(MailFaultKind.RecipientRejected, "550");
            await Site.Community.MustAsync(null, new SettleMail.Command(mail.Id, fault));
            Site.Community.Advance(TimeSpan.FromHours(9));
        }
    }

    private Task<IReadOnlyList<ClaimMail.Mail>> ClaimAsync() => Site.Community.MustAsync(null, new ClaimMail.Command());

    private string[] Settings =>
        [
            $"--ConnectionStrings:ConnectGate={Site.ConnectionString}",
            "--Community:Address=https://localhost/",
            "--AllowedHosts=localhost",
            "--KnownProxies=127.0.0.1",
        ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
