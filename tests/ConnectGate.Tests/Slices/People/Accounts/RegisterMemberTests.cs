using ConnectGate.Care.Administration;
using ConnectGate.Foundation.Audit;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Passwords;
using ConnectGate.People.Accounts.Sessions;
using ConnectGate.People.Accounts.SigningIn;
using ConnectGate.People.Members.Registering;
using ConnectGate.Tests.Support.Databases;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Tests.Slices.People.Accounts;

public abstract class RegisterMemberTests(Database database) : CommunityTests(database)
{
    private static readonly Dictionary<string, string?> Open = new(StringComparer.Ordinal)
    {
        ["Admission:By"] = "Open",
    };

    private Task<Community> OpenCommunityAsync() => Support.Community.NewAsync(Database, settings: Open);

    private static Task<List<Registration>> WaitingAsync(Community community) =>
        community.InDatabaseAsync(context =>
            context
                .Registrations.Where(registration => registration.Email != "")
                .OrderBy(registration => registration.Id)
                .ToListAsync()
        );

    [Fact]
    public async Task A_new_member_registers_confirms_by_the_mailed_link_and_signs_in()
    {
        await using var community = await OpenCommunityAsync();

        Assert.True((await community.AskAsync(AccountStories.Registration("ada"))).Succeeded);
        Assert.Equal(
            await community.SignInAsync("nobody@example.org", A.Password),
            await community.SignInAsync("ada@example.org", A.Password)
        );
        Assert.NotNull((await community.ConfirmAsync()).Opened);

        var answer = await community.SignInAsync(" ADA@example.org", A.Password);
        var session = (await community.AskAsync(new CheckSession.Query(answer.Session!.Id, SessionKind.Cookie)))!;
        Assert.Equal(
            ("ada", "Ada Lovelace", Role.Member, false),
            (session.Handle, session.DisplayName, session.Role, session.SecondFactor)
        );
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once_and_nothing_is_stored()
    {
        await using var community = await OpenCommunityAsync();

        var outcome = await community.AskAsync(
            new RegisterMember.Command("ada", "short", "A!", " ", null, AccountStories.Elsewhere)
        );

        Assert.Equal(
            [
                "digest:digest-missing",
                "displayName:display-name-missing",
                "email:email-malformed",
                "handle:handle-malformed",
                "password:password-too-short",
            ],
            outcome.Codes().Split(' ').Order(StringComparer.Ordinal)
        );
        Assert.Equal(0, await community.CountAsync<Account>());
        Assert.Empty(await community.MailAsync());
    }

    [Fact]
    public async Task An_address_that_has_an_account_gets_the_same_answer_and_its_owner_a_mail()
    {
        await using var community = await OpenCommunityAsync();
        await community.AskAsync(AccountStories.Registration("ada"));
        await community.ConfirmAsync();

        var outcome = await community.AskAsync(AccountStories.Registration("ada") with { Handle = "another" });

        Assert.True(outcome.Succeeded);
        Assert.Equal(1, await community.CountAsync<Account>());
        Assert.Empty(await WaitingAsync(community));
        Assert.StartsWith("You have an account", (await community.MailAsync())[^1].Subject, StringComparison.Ordinal);

        // The handle counts as free, like the handle of a waiting registration. So neither reveals a known address.
        Assert.True(
            (await community.AskAsync(AccountStories.Registration("eve") with { Handle = "another" })).Succeeded
        );
        Assert.True(
            (await community.AskAsync(AccountStories.Registration("mallory") with { Handle = "another" })).Succeeded
        );
    }

    [Fact]
    public async Task A_known_an_unknown_and_a_waiting_address_run_the_same_statements()
    {
        await using var community = await OpenCommunityAsync();
        await community.AskAsync(AccountStories.Registration("ada"));
        await community.ConfirmAsync();
        await community.AskAsync(AccountStories.Registration("grace"));

        async Task<string> StatementsAsync(string name)
        {
            var heard = community.Sql.Listen();
            await community.AskAsync(
                AccountStories.Registration(name) with
                {
                    Handle = $"{name}-again",
                    Network = $"of {name}",
                }
            );
            return string.Join('\n', heard);
        }

        // The first try of any address makes the row of its bucket. So the unknown address has made one try before.
        await community.InScopeAsync(null, null, services =>
            services
                .GetRequiredService<IMediator>()
                .Send(new CountTry.Command([(Bucket.RegistrationTo, "NOBODY@EXAMPLE.ORG")]))
        );
        var known = await StatementsAsync("ada");
        Assert.Contains("INSERT INTO \"Registrations\"", known, StringComparison.Ordinal);
        Assert.Equal(known, await StatementsAsync("nobody"));
        Assert.Equal(known, await StatementsAsync("grace"));
    }

    [Fact]
    public async Task The_mail_comes_again_with_the_link_of_the_same_registration_within_the_limits()
    {
        await using var community = await OpenCommunityAsync();
        var kept = (await community.AskAsync(AccountStories.Registration("ada"))).Value;
        await community.AskAsync(
            AccountStories.Registration("ada") with
            {
                Handle = "eve",
                Password = "six quiet cranes",
            }
        );
        var again = new MailRegistrationAgain.Command(kept.Id, "ada@example.org", AccountStories.Elsewhere);

        Assert.True((await community.AskAsync(again)).Succeeded);
        Assert.Equal(3, (await community.MailAsync()).Count);
        Assert.True((await community.AskAsync(again with { Email = "grace@example.org" })).Succeeded);
        Assert.Equal(3, (await community.MailAsync()).Count);
        for (var more = 0; more < 4; more++)
        {
            Assert.True((await community.AskAsync(again)).Succeeded);
        }

        Assert.Equal(Bucket.RegistrationFromNetwork.Most, (await community.MailAsync()).Count);
        Assert.NotNull((await community.ConfirmAsync()).Opened);
    }

    [Fact]
    public async Task The_mail_comes_again_by_the_same_statements_to_a_known_an_unadmitted_and_a_waiting_address()
    {
        await Community.AskAsync(new AdmitAddress.Command("ada@example.org"));
        await Community.AskAsync(new AdmitAddress.Command("grace@example.org"));
        await Community.AskAsync(AccountStories.Registration("ada"));
        await Community.ConfirmAsync();
        var sent = new List<string>();
        foreach (var name in (string[])["ada", "grace", "nobody"])
        {
            var registration = AccountStories.Registration(name) with
            {
                Handle = $"{name}-too",
                Network = $"of {name}",
            };
            var kept = (await Community.AskAsync(registration)).Value;
            var heard = Community.Sql.Listen();
            Assert.True(
                (
                    await Community.AskAsync(
                        new MailRegistrationAgain.Command(kept.Id, registration.Email, registration.Network)
                    )
                ).Succeeded
            );
            sent.Add(string.Join('\n', heard));
            Assert.Equal(registration.Email, (await Community.MailAsync())[^1].To);
        }

        Assert.Equal(sent[0], sent[1]);
        Assert.Equal(sent[0], sent[2]);
    }

    [Fact]
    public async Task A_members_handle_is_told_to_be_taken()
    {
        await using var community = await OpenCommunityAsync();
        await community.AskAsync(AccountStories.Registration("ada"));
        await community.ConfirmAsync();

        Assert.Equal(
            "handle:handle-taken",
            (await community.AskAsync(AccountStories.Registration("eve") with { Handle = " ADA " })).Codes()
        );
    }

    [Fact]
    public async Task A_handle_belongs_to_the_first_to_confirm_and_the_second_chooses_another_at_the_link()
    {
        await using var community = await OpenCommunityAsync();
        await community.AskAsync(AccountStories.Registration("eve") with { Handle = "wanted" });
        var eves = await community.MailedCodeAsync();
        await community.AskAsync(AccountStories.Registration("ada") with { Handle = "wanted" });
        Assert.NotNull((await community.ConfirmAsync()).Opened);

        Assert.Equal(
            "handle:handle-taken",
            (await community.AskAsync(new ConfirmRegistration.Try(eves, A.Password))).Refusals.Codes()
        );
        Assert.Equal(
            "handle:handle-malformed",
            (await community.AskAsync(new ConfirmRegistration.Try(eves, A.Password, "A!"))).Refusals.Codes()
        );
        Assert.NotNull((await community.AskAsync(new ConfirmRegistration.Try(eves, A.Password, "other"))).Opened);

        Assert.Equal(
            ["ada@example.org wanted", "eve@example.org other"],
            await community.InDatabaseAsync(context =>
                context
                    .Users.Join(
                        context.Members,
                        account => account.Id,
                        member => member.Id,
                        (account, member) => account.Email + " " + member.Handle
                    )
                    .OrderBy(text => text)
                    .ToListAsync()
            )
        );
    }

    [Fact]
    public async Task Its_own_link_and_password_confirm_a_registration_and_end_the_others_of_its_address()
    {
        await using var community = await OpenCommunityAsync();
        await community.AskAsync(AccountStories.Registration("grace"));
        await community.AskAsync(
            AccountStories.Registration("ada") with
            {
                Handle = "eve",
                Password = "seven quiet cranes",
            }
        );
        var strangers = await community.MailedCodeAsync();
        await community.AskAsync(AccountStories.Registration("ada") with { Email = "ADA@Example.org" });

        Assert.Equal(
            "password:password-wrong",
            (await community.AskAsync(new ConfirmRegistration.Try(strangers, A.Password))).Refusals.Codes()
        );
        Assert.NotNull((await community.ConfirmAsync()).Opened);

        Assert.Equal(
            ":link-worthless",
            (await community.AskAsync(new ConfirmRegistration.Try(strangers, "seven quiet cranes"))).Refusals.Codes()
        );
        Assert.Equal("grace", Assert.Single(await WaitingAsync(community)).Handle);
    }

    [Fact]
    public async Task Guesses_at_the_password_of_a_link_meet_a_throttle()
    {
        await using var community = await OpenCommunityAsync();
        await community.AskAsync(AccountStories.Registration("ada"));
        for (var guess = 0; guess < Bucket.Link.Most; guess++)
        {
            Assert.Equal("password:password-wrong", (await community.ConfirmAsync($"guess {guess}")).Refusals.Codes());
        }

        Assert.Equal("password:too-many-tries", (await community.ConfirmAsync()).Refusals.Codes());
        community.Advance(Bucket.Link.Window);
        Assert.NotNull((await community.ConfirmAsync()).Opened);
    }

    [Fact]
    public async Task Who_changes_to_an_address_ends_what_waited_for_it()
    {
        await using var community = await OpenCommunityAsync();
        await community.AskAsync(AccountStories.Registration("eve") with { Email = "new@example.org" });
        var strangers = await community.MailedCodeAsync();
        var ada = await community.InsertAsync(A.Member() with { CanSignIn = true });
        await community.MustAsync(ada, new ChangeAddress.Command(await community.ProofAsync(ada), "new@example.org"));

        Assert.True(
            (await community.AskAsync(new ConfirmAddress.Command(await community.MailedCodeAsync(), null))).Succeeded
        );

        Assert.Empty(await WaitingAsync(community));
        Assert.Equal(
            ":link-worthless",
            (await community.AskAsync(new ConfirmRegistration.Try(strangers, A.Password))).Refusals.Codes()
        );
    }

    [Fact]
    public async Task A_reset_for_an_address_that_only_waits_is_told_that_there_is_no_account()
    {
        await using var community = await OpenCommunityAsync();
        await community.AskAsync(AccountStories.Registration("ada"));

        await community.AskAsync(new ForgotPassword.Command("ada@example.org", AccountStories.From()));

        Assert.StartsWith(
            "This address has no account",
            (await community.MailAsync())[^1].Subject,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_waited_in_vain_is_forgotten_at_the_next_registration()
    {
        await using var community = await OpenCommunityAsync();
        await community.AskAsync(AccountStories.Registration("ada"));
        community.Advance(Tickets.ToConfirm);

        await community.AskAsync(AccountStories.Registration("grace"));

        Assert.Equal("grace", Assert.Single(await WaitingAsync(community)).Handle);
    }

    [Fact]
    public async Task Whether_an_address_is_admitted_is_asked_again_at_its_confirmation()
    {
        var administrator = await Community.InsertAsync(A.Member() with { Role = Role.Administrator });
        await Community.AskAsync(new AdmitAddress.Command("grace@example.org"));
        await Community.AskAsync(AccountStories.Registration("grace"));
        await Community.MustAsync(administrator, new WithdrawInvitation.Command("grace@example.org"));

        Assert.Equal(":link-worthless", (await Community.ConfirmAsync()).Refusals.Codes());
        Assert.Equal(1, await Community.CountAsync<Account>());
    }

    [Fact]
    public async Task By_default_only_who_is_on_the_member_list_becomes_a_member_and_the_answer_is_the_same()
    {
        Assert.True((await Community.AskAsync(AccountStories.Registration("ada"))).Succeeded);
        Assert.Empty(await WaitingAsync(Community));
        Assert.Contains("admit", (await Community.MailAsync())[^1].Body, StringComparison.Ordinal);

        await Community.AskAsync(new AdmitAddress.Command("Grace@Example.org"));
        Assert.True((await Community.AskAsync(AccountStories.Registration("grace"))).Succeeded);
        Assert.NotNull((await Community.ConfirmAsync()).Opened);
        Assert.Equal(
            AuditAct.AdmittedAddress,
            await Community.InDatabaseAsync(context => context.Audit.Select(entry => entry.Act).SingleAsync())
        );
    }

    [Theory]
    [InlineData("ada@society.example", true)]
    [InlineData("ada@SOCIETY.example", true)]
    [InlineData("ada@notsociety.example", false)]
    [InlineData("ada@society.example.evil.test", false)]
    public async Task A_domain_admits_its_addresses_alone(string email, bool admitted)
    {
        await using var community = await Support.Community.NewAsync(
            Database,
            settings: new(StringComparer.Ordinal)
            {
                ["Admission:By"] = "EmailDomain",
                ["Admission:Domains:0"] = "society.example",
            }
        );

        await community.AskAsync(AccountStories.Registration("ada") with { Email = email });

        Assert.Equal(admitted ? 1 : 0, (await WaitingAsync(community)).Count);
    }

    [Theory]
    [InlineData("a b@example.org")]
    [InlineData("ada@example.org\r\nBcc: all@example.org")]
    [InlineData("Ada <ada@example.org>")]
    [InlineData("ada@example.org, eve@example.org")]
    [InlineData("@example.org")]
    public async Task A_text_that_is_no_address_is_refused(string email) =>
        Assert.Equal(
            "email:email-malformed",
            (await Community.AskAsync(AccountStories.Registration("ada") with { Email = email })).Codes()
        );

    [Fact]
    public async Task Confirmations_of_one_address_at_once_make_one_account()
    {
        await using var community = await OpenCommunityAsync();
        var codes = new List<string>();
        for (var number = 0; number < Bucket.RegistrationFromNetwork.Most; number++)
        {
            await community.AskAsync(AccountStories.Registration("ada") with { Handle = $"ada-{number}" });
            codes.Add(await community.MailedCodeAsync());
        }

        var answers = await Task.WhenAll(
            codes
                .Concat(codes)
                .Select(code => Task.Run(() => community.AskAsync(new ConfirmRegistration.Try(code, A.Password))))
        );

        Assert.Single(answers, answer => answer.Opened is not null);
        Assert.Equal((1, 1), (await community.CountAsync<Account>(), await community.CountAsync<Member>()));
        Assert.Empty(await WaitingAsync(community));
    }

    [Fact]
    public async Task Confirmations_of_one_handle_at_once_give_it_to_one()
    {
        await using var community = await OpenCommunityAsync();
        var codes = new List<string>();
        for (var number = 0; number < 8; number++)
        {
            await community.AskAsync(AccountStories.Registration($"ada-{number}") with { Handle = "wanted" });
            codes.Add(await community.MailedCodeAsync());
        }

        var answers = await Task.WhenAll(
            codes.Select(code => Task.Run(() => community.AskAsync(new ConfirmRegistration.Try(code, A.Password))))
        );

        Assert.Single(answers, answer => answer.Opened is not null);
        Assert.All(answers.Where(answer => answer.Opened is null), answer =>
            Assert.Equal("handle:handle-taken", answer.Refusals.Codes())
        );
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_made_up_link_confirms_nothing(string? code) =>
        Assert.Equal(
            ":link-worthless",
            (await Community.AskAsync(new ConfirmRegistration.Try(code, A.Password))).Refusals.Codes()
        );

    [Fact]
    public async Task A_link_runs_out_and_is_good_once()
    {
        await using var community = await OpenCommunityAsync();
        await community.AskAsync(AccountStories.Registration("ada"));
        var late = await community.MailedCodeAsync();
        community.Advance(Tickets.ToConfirm);
        Assert.Equal(
            ":link-worthless",
            (await community.AskAsync(new ConfirmRegistration.Try(late, A.Password))).Refusals.Codes()
        );

        await community.AskAsync(AccountStories.Registration("ada"));
        Assert.NotNull((await community.ConfirmAsync()).Opened);
        Assert.Equal(":link-worthless", (await community.ConfirmAsync()).Refusals.Codes());
    }

    [Fact]
    public async Task A_link_of_one_kind_is_worth_nothing_for_another()
    {
        await using var community = await OpenCommunityAsync();
        await community.AskAsync(AccountStories.Registration("ada"));
        var code = await community.MailedCodeAsync();

        Assert.Equal(
            ":link-worthless",
            (await community.AskAsync(new ResetPassword.Command(code, "velvet harbour kite"))).Codes()
        );
    }
}

public sealed class RegisterMemberTestsOnSqlite() : RegisterMemberTests(Database.Sqlite);

public sealed class RegisterMemberTestsOnPostgres() : RegisterMemberTests(Database.Postgres);
