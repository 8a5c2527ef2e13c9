using ConnectGate.Care.Administration;
using ConnectGate.Foundation.Audit;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Directory;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Passwords;
using ConnectGate.People.Accounts.SigningIn;
using ConnectGate.People.Members.Registering;
using ConnectGate.Tests.Slices.People.Accounts;
using ConnectGate.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Slices.Care.Administration;

/// <summary>Admission by approval: from the registration to the decision.</summary>
public abstract class ApplicantTests(Database database) : CommunityTests(database)
{
    private const string Why = "I keep the tide tables of Faro.";

    protected override Dictionary<string, string?> Settings =>
        new(StringComparer.Ordinal) { ["Admission:By"] = "Approval" };

    private Task<Person> AdministratorAsync() => Community.InsertAsync(A.Member() with { Role = Role.Administrator });

    private async Task RegisterAsync(string name)
    {
        await Community.AskAsync(AccountStories.Registration(name) with { Application = Why });
        Assert.True((await Community.ConfirmAsync()).Opened!.Waits);
    }

    [Fact]
    public async Task An_applicant_waits_and_only_the_right_password_hears_of_it()
    {
        await RegisterAsync("ada");

        Assert.Equal(
            SignIn.Standing.WaitsForApproval,
            (await Community.SignInAsync("ada@example.org", A.Password)).Standing
        );
        Assert.Equal(
            await Community.SignInAsync("nobody@example.org", "x"),
            await Community.SignInAsync("ada@example.org", "x")
        );
    }

    [Fact]
    public async Task Administrators_see_who_waits_and_what_they_wrote()
    {
        var administrator = await AdministratorAsync();
        await RegisterAsync("ada");
        await Community.AskAsync(AccountStories.Registration("unconfirmed"));

        var waiting = Assert.Single((await Community.MustAsync(administrator, new ListApplicants.Command())).Items);

        Assert.Equal(new Applicant("ada", "Ada Lovelace", "ada@example.org", Community.Clock.Now, Why), waiting);
        Assert.Equal(waiting, await Community.MustAsync(administrator, new ViewApplicant.Command("ada")));
        await Community.NotFoundAsync(administrator, new ViewApplicant.Command("unconfirmed"));
        Assert.All(await Community.InDatabaseAsync(context => context.Audit.ToListAsync()), entry =>
            Assert.Equal(
                (AuditAct.ViewedApplicants, administrator.Id, null),
                (entry.Act, entry.ActorId, entry.SubjectId)
            )
        );
        Assert.Equal(2, await Community.CountAsync<AuditEntry>());
    }

    [Fact]
    public async Task Those_who_wait_come_a_page_at_a_time_in_their_order()
    {
        var administrator = await AdministratorAsync();
        for (var number = 0; number < 25; number++)
        {
            await Community.InsertAsync(A.Member() with { WaitsWith = Why });
        }

        var first = await Community.MustAsync(administrator, new ListApplicants.Command());
        var second = await Community.MustAsync(administrator, new ListApplicants.Command(first.Next));

        Assert.Equal((20, 5), (first.Items.Count, second.Items.Count));
        Assert.Equal(
            25,
            first.Items.Concat(second.Items).Select(row => row.Handle).Distinct(StringComparer.Ordinal).Count()
        );
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task An_admitted_applicant_is_told_and_signs_in_and_their_application_is_deleted()
    {
        var administrator = await AdministratorAsync();
        await RegisterAsync("ada");

        await Community.MustAsync(administrator, new ApproveApplicant.Command("ada"));

        Assert.Equal(SignIn.Standing.Started, (await Community.SignInAsync("ada@example.org", A.Password)).Standing);
        Assert.StartsWith("Welcome", (await Community.MailAsync())[^1].Subject, StringComparison.Ordinal);
        var (account, entry) = await Community.InDatabaseAsync(async context =>
            (
                await context.Users.SingleAsync(account => account.Email == "ada@example.org"),
                await context.Audit.SingleAsync()
            )
        );
        Assert.Empty((await Community.MustAsync(administrator, new ListApplicants.Command())).Items);
        Assert.Null(account.Application);
        Assert.Equal((AuditAct.LetIn, administrator.Id, account.Id), (entry.Act, entry.ActorId, entry.SubjectId));
    }

    [Fact]
    public async Task A_refused_applicant_is_told_and_their_account_is_deleted()
    {
        var administrator = await AdministratorAsync();
        await RegisterAsync("ada");

        await Community.MustAsync(administrator, new RefuseApplicant.Command("ada"));

        Assert.Equal(
            SignIn.Standing.WrongCredentials,
            (await Community.SignInAsync("ada@example.org", A.Password)).Standing
        );
        var last = (await Community.MailAsync())[^1];
        Assert.Equal(("ada@example.org", "Your registration at ConnectGate"), (last.To, last.Subject));
        Assert.Equal((1, 1), (await Community.CountAsync<Account>(), await Community.CountAsync<Member>()));
        var entry = await Community.InDatabaseAsync(context => context.Audit.SingleAsync());
        Assert.Equal((AuditAct.DidNotLetIn, administrator.Id, null), (entry.Act, entry.ActorId, entry.SubjectId));
    }

    [Fact]
    public async Task A_decision_is_made_once()
    {
        var (administrator, member) = (await AdministratorAsync(), await Community.InsertAsync());
        await RegisterAsync("ada");
        await Community.MustAsync(administrator, new ApproveApplicant.Command("ada"));

        foreach (var handle in new[] { "ada", member.Handle, "nobody-at-all" })
        {
            Assert.True((await Community.SendAsync(administrator, new ApproveApplicant.Command(handle))).IsNotFound);
            Assert.True((await Community.SendAsync(administrator, new RefuseApplicant.Command(handle))).IsNotFound);
        }

        Assert.Equal(3, await Community.CountAsync<Account>());
    }

    [Fact]
    public async Task Two_decisions_at_once_have_one_outcome()
    {
        var (one, other) = (await AdministratorAsync(), await AdministratorAsync());
        for (var trial = 0; trial < 20; trial++)
        {
            var waiting = await Community.InsertAsync(A.Member() with { WaitsWith = Why });
            var decided = await Task.WhenAll(
                Task.Run(() => Community.SendAsync(one, new ApproveApplicant.Command(waiting.Handle))),
                Task.Run(() => Community.SendAsync(other, new RefuseApplicant.Command(waiting.Handle)))
            );

            Assert.Single(decided, outcome => outcome.Succeeded);
            var there = await Community.InDatabaseAsync(context =>
                context.Users.CountAsync(account => account.Id == waiting.Id && account.WaitsSince == null)
            );
            Assert.Equal(decided[0].Succeeded ? 1 : 0, there);
        }
    }

    [Fact]
    public async Task Nobody_else_sees_who_waits_or_decides()
    {
        var (moderator, member) = (
            await Community.InsertAsync(A.Member() with { Role = Role.Moderator }),
            await Community.InsertAsync()
        );
        await RegisterAsync("ada");

        foreach (var person in new[] { moderator, member })
        {
            await Community.NotFoundAsync(person, new ListApplicants.Command());
            await Community.NotFoundAsync(person, new ViewApplicant.Command("ada"));
            Assert.True((await Community.SendAsync(person, new ApproveApplicant.Command("ada"))).IsNotFound);
            Assert.True((await Community.SendAsync(person, new RefuseApplicant.Command("ada"))).IsNotFound);
        }

        Assert.Equal(0, await Community.CountAsync<AuditEntry>());
    }

    [Fact]
    public async Task An_applicant_is_found_nowhere_and_cannot_be_asked()
    {
        var member = await Community.InsertAsync();
        var waiting = await Community.InsertAsync(A.Member() with { WaitsWith = Why });

        Assert.True(
            (await Community.SendAsync(member, new SendRequest.Command(waiting.Handle, A.Letter()))).IsNotFound
        );
        Assert.Null(await Community.QueryAsync(member, new ViewProfile.Query(waiting.Handle)));
        Assert.Null(await Community.QueryAsync(member, new ComposeLetter.Query(waiting.Handle)));
        Assert.DoesNotContain((await Community.QueryAsync(member, new FindMembers.Query())).Items, row =>
            row.Handle == waiting.Handle
        );
    }

    [Fact]
    public async Task A_new_password_lets_nobody_in()
    {
        await RegisterAsync("ada");
        await Community.AskAsync(new ForgotPassword.Command("ada@example.org", AccountStories.From()));

        Assert.True(
            (
                await Community.AskAsync(
                    new ResetPassword.Command(await Community.MailedCodeAsync(), "velvet harbour kite")
                )
            ).Succeeded
        );

        Assert.Equal(
            SignIn.Standing.WaitsForApproval,
            (await Community.SignInAsync("ada@example.org", "velvet harbour kite")).Standing
        );
    }

    [Fact]
    public async Task An_address_on_the_list_need_not_wait_and_one_admitted_on_the_server_waits_no_longer()
    {
        await Community.AskAsync(new AdmitAddress.Command("grace@example.org"));
        await Community.AskAsync(AccountStories.Registration("grace"));
        Assert.False((await Community.ConfirmAsync()).Opened!.Waits);

        await RegisterAsync("ada");
        await Community.AskAsync(new AdmitAddress.Command("ada@example.org"));
        Assert.Equal(SignIn.Standing.Started, (await Community.SignInAsync("ada@example.org", A.Password)).Standing);
    }

    [Fact]
    public async Task More_than_500_characters_are_refused_and_elsewhere_nothing_of_it_is_kept()
    {
        Assert.Equal(
            "application:application-too-long",
            (
                await Community.AskAsync(AccountStories.Registration("ada") with { Application = new string('a', 501) })
            ).Codes()
        );
        await using var open = await Support.Community.NewAsync(
            Database,
            settings: new(StringComparer.Ordinal) { ["Admission:By"] = "Open" }
        );

        await open.AskAsync(AccountStories.Registration("ada") with { Application = Why });

        Assert.Null(
            await open.InDatabaseAsync(context =>
                context.Registrations.Select(registration => registration.Application).SingleAsync()
            )
        );
        Assert.False((await open.ConfirmAsync()).Opened!.Waits);
        Assert.Null(
            await open.InDatabaseAsync(context => context.Users.Select(account => account.Application).SingleAsync())
        );
    }

    [Fact]
    public async Task Registering_again_is_answered_by_the_same_statements_for_who_waits_and_who_is_in()
    {
        await RegisterAsync("ada");
        await RegisterAsync("grace");
        await Community.MustAsync(await AdministratorAsync(), new ApproveApplicant.Command("grace"));

        async Task<(bool, string)> RegisterAgainAsync(string name)
        {
            var heard = Community.Sql.Listen();
            var outcome = await Community.AskAsync(AccountStories.Registration(name) with { Handle = $"{name}-again" });
            return (outcome.Succeeded, string.Join('\n', heard));
        }

        var waits = await RegisterAgainAsync("ada");
        Assert.Equal(await RegisterAgainAsync("grace"), waits);
        Assert.Equal((await Community.MailAsync())[^2].Subject, (await Community.MailAsync())[^1].Subject);
    }
}

public sealed class ApplicantTestsOnSqlite() : ApplicantTests(Database.Sqlite);

public sealed class ApplicantTestsOnPostgres() : ApplicantTests(Database.Postgres);
