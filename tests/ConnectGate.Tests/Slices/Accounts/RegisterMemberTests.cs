using ConnectGate.Accounts;
using ConnectGate.Administration;
using ConnectGate.Members;
using ConnectGate.Moderation;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Slices.Accounts;

public abstract class RegisterMemberTests(Database database) : CommunityTests(database)
{
    private static readonly Dictionary<string, string?> Open = new(StringComparer.Ordinal) { ["Admission:By"] = "Open" };

    private Task<Community> OpenCommunityAsync() => Support.Community.NewAsync(Database, settings: Open);

    [Fact]
    public async Task Who_registers_confirms_by_the_mailed_link_and_signs_in()
    {
        await using var community = await OpenCommunityAsync();

        Assert.True((await community.AskAsync(AccountStories.Registration("ada"))).Succeeded);
        Assert.Equal(SignIn.Standing.AddressNotConfirmed, (await community.SignInAsync("ada@example.org", A.Password)).Standing);
        Assert.True((await community.AskAsync(new ConfirmEmail.Command(await community.MailedCodeAsync()))).Succeeded);

        var answer = await community.SignInAsync(" ADA@example.org", A.Password);
        var session = (await community.AskAsync(new CheckSession.Query(answer.Session!.Id, SessionKind.Cookie)))!;
        Assert.Equal(("ada", "Ada Lovelace", Role.Member, false), (session.Handle, session.DisplayName, session.Role, session.SecondFactor));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once_and_nothing_is_stored()
    {
        await using var community = await OpenCommunityAsync();

        var outcome = await community.AskAsync(new RegisterMember.Command("ada", "short", "A!", " ", null, AccountStories.Elsewhere));

        Assert.Equal(
            ["digest:digest-missing", "displayName:display-name-missing", "email:email-malformed", "handle:handle-malformed", "password:password-too-short"],
            outcome.Codes().Split(' ').Order(StringComparer.Ordinal));
        Assert.Equal(0, await community.CountAsync<Account>());
        Assert.Empty(await community.MailAsync());
    }

    [Fact]
    public async Task An_address_that_has_an_account_gets_the_same_answer_and_its_owner_a_mail()
    {
        await using var community = await OpenCommunityAsync();
        await community.AskAsync(AccountStories.Registration("ada"));
        await community.AskAsync(new ConfirmEmail.Command(await community.MailedCodeAsync()));

        var outcome = await community.AskAsync(AccountStories.Registration("ada") with { Handle = "another" });

        Assert.True(outcome.Succeeded);
        Assert.Equal(1, await community.CountAsync<Account>());
        Assert.StartsWith("You have an account", (await community.MailAsync())[^1].Subject, StringComparison.Ordinal);

        // A handle that stayed free would tell that the address was known.
        Assert.Equal("handle:handle-taken", (await community.AskAsync(AccountStories.Registration("eve") with { Handle = "another" })).Codes());
    }

    [Fact]
    public async Task A_taken_handle_is_told()
    {
        await using var community = await OpenCommunityAsync();
        await community.AskAsync(AccountStories.Registration("ada"));

        Assert.Equal("handle:handle-taken", (await community.AskAsync(AccountStories.Registration("eve") with { Handle = " ADA " })).Codes());
    }

    [Fact]
    public async Task By_default_only_who_is_on_the_member_list_becomes_a_member_and_the_answer_is_the_same()
    {
        Assert.True((await Community.AskAsync(AccountStories.Registration("ada"))).Succeeded);
        Assert.Equal(0, await Community.CountAsync<Account>());
        Assert.Contains("admit", (await Community.MailAsync())[^1].Body, StringComparison.Ordinal);

        await Community.AskAsync(new AdmitAddress.Command("Grace@Example.org"));
        Assert.True((await Community.AskAsync(AccountStories.Registration("grace"))).Succeeded);
        Assert.Equal(1, await Community.CountAsync<Account>());
        Assert.Equal(AuditAct.AdmittedAddress, await Community.InDatabaseAsync(context => context.Audit.Select(entry => entry.Act).SingleAsync()));
    }

    [Theory]
    [InlineData("ada@society.example", true)]
    [InlineData("ada@SOCIETY.example", true)]
    [InlineData("ada@notsociety.example", false)]
    [InlineData("ada@society.example.evil.test", false)]
    public async Task A_domain_admits_its_addresses_alone(string email, bool admitted)
    {
        await using var community = await Support.Community.NewAsync(
            Database, settings: new(StringComparer.Ordinal) { ["Admission:By"] = "EmailDomain", ["Admission:Domains:0"] = "society.example" });

        await community.AskAsync(AccountStories.Registration("ada") with { Email = email });

        Assert.Equal(admitted ? 1 : 0, await community.CountAsync<Account>());
    }

    [Theory]
    [InlineData("a b@example.org")]
    [InlineData("ada@example.org\r\nBcc: all@example.org")]
    [InlineData("Ada <ada@example.org>")]
    [InlineData("ada@example.org, eve@example.org")]
    [InlineData("@example.org")]
    public async Task What_is_no_address_is_refused(string email) =>
        Assert.Equal("email:email-malformed", (await Community.AskAsync(AccountStories.Registration("ada") with { Email = email })).Codes());

    [Fact]
    public async Task Two_registrations_of_one_address_at_once_make_one_account()
    {
        await using var community = await OpenCommunityAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() =>
            community.AskAsync(AccountStories.Registration("ada") with { Handle = $"ada-{number}" }))));

        Assert.Equal(1, await community.CountAsync<Account>());
        Assert.Equal(1, await community.CountAsync<Member>());
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_made_up_link_confirms_nothing(string? code) =>
        Assert.Equal(":link-worthless", (await Community.AskAsync(new ConfirmEmail.Command(code))).Codes());

    [Fact]
    public async Task A_link_runs_out()
    {
        await using var community = await OpenCommunityAsync();
        await community.AskAsync(AccountStories.Registration("ada"));
        var code = await community.MailedCodeAsync();
        community.Advance(Tickets.ToConfirm);

        Assert.Equal(":link-worthless", (await community.AskAsync(new ConfirmEmail.Command(code))).Codes());
    }

    [Fact]
    public async Task A_link_of_one_kind_is_worth_nothing_for_another()
    {
        await using var community = await OpenCommunityAsync();
        await community.AskAsync(AccountStories.Registration("ada"));
        var code = await community.MailedCodeAsync();

        Assert.Equal(":link-worthless", (await community.AskAsync(new ResetPassword.Command(code, "velvet harbour kite"))).Codes());
    }
}

public sealed class RegisterMemberTestsOnSqlite() : RegisterMemberTests(Database.Sqlite);

public sealed class RegisterMemberTestsOnPostgres() : RegisterMemberTests(Database.Postgres);
