using System.Net;
using System.Net.Http.Json;
using ConnectGate.People.Accounts;

namespace ConnectGate.Tests.Web.Pages.Admin;

/// <summary>The pages, the API and the commands about members do the same.</summary>
public sealed class MembersPageTests : AdministratorsDesk
{
    [Fact]
    public async Task A_role_needs_the_administrators_password_and_a_refusal_keeps_the_choice()
    {
        var ada = await Site.Community.InsertAsync(new NewMember("ada", "Ada Lovelace"));
        var page = await Desk.SeeAsync("/admin/members/ada/role");

        var refused = await Desk.SubmitAsync(
            page,
            "main form",
            ("role", "Moderator"),
            ("currentPassword", "not the password")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Document.QuerySelector(".error-summary a[href='#currentPassword']"));
        Assert.NotNull(refused.Document.QuerySelector("input[value=Moderator][checked]"));

        var done = await Desk.FollowAsync(
            await Desk.SubmitAsync(page, "main form", ("role", "Moderator"), ("currentPassword", A.Password))
        );
        Assert.Contains(
            "Ada Lovelace has the role “Moderator” now",
            done.Document.QuerySelector(".notice")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(ada.Email, done.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_administrator_is_told_so_on_every_way()
    {
        var page = await Desk.SeeAsync("/admin/members/ines/role");
        var demoted = await Desk.SubmitAsync(page, "main form", ("role", "Member"), ("currentPassword", A.Password));
        var lapsed = await Desk.SubmitAsync(
            await Desk.SeeAsync("/admin/members/ines"),
            "form[action$='handler=Lapse']"
        );
        var program = await Site.ProgramAsync(Ines);
        using var put = await program.PutAsJsonAsync(
            "/api/v1/admin/members/ines/role",
            new { role = "member", currentPassword = A.Password },
            Token
        );
        var typed = await Executable.RunAsync(["members", "role", "ines", "member", .. Settings]);

        Assert.All(
            [
                demoted.Document.QuerySelector(".error-summary")!.TextContent,
                lapsed.Document.QuerySelector(".error-summary")!.TextContent,
                await put.Content.ReadAsStringAsync(Token),
                typed.Errors,
            ],
            words => Assert.Contains("the last administrator who can act", words, StringComparison.Ordinal)
        );
        Assert.Equal(1, typed.Code);
    }

    [Fact]
    public async Task A_membership_ends_and_is_renewed_by_page_program_and_console()
    {
        await Site.Community.InsertAsync(new NewMember("ada", "Ada Lovelace"));

        var page = await Desk.FollowAsync(
            await Desk.SubmitAsync(await Desk.SeeAsync("/admin/members/ada"), "form[action$='handler=Lapse']")
        );
        Assert.Contains("The membership of ada has ended.", page.Body, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector(".notice form[action='/admin/members/ada?handler=Renew']"));
        Assert.Equal(HttpStatusCode.NotFound, (await Desk.GetAsync("/m/ada")).Status);

        var program = await Site.ProgramAsync(Ines);
        using var renewed = await program.PostAsync("/api/v1/admin/members/ada/renew", null, Token);
        Assert.Equal(HttpStatusCode.NoContent, renewed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Desk.GetAsync("/m/ada")).Status);

        var lapsed = await Executable.RunAsync(["members", "lapse", "ada@example.org", .. Settings]);
        var found = await Executable.RunAsync(["members", "find", "lovelace", .. Settings]);
        Assert.Equal((0, ""), (lapsed.Code, lapsed.Errors));
        Assert.Matches("^ada +member +Ada Lovelace  ended ", found.Output);
        Assert.Equal(HttpStatusCode.NotFound, (await Desk.GetAsync("/m/ada")).Status);
    }

    private string[] Settings =>
        [
            $"--ConnectionStrings:ConnectGate={Site.ConnectionString}",
            "--Community:Address=https://localhost/",
            "--AllowedHosts=localhost",
            "--KnownProxies=127.0.0.1",
        ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
