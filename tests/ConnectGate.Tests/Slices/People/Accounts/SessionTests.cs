using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Passwords;
using ConnectGate.People.Accounts.Sessions;
using ConnectGate.People.Accounts.SigningIn;
using ConnectGate.Tests.Support.Databases;

namespace ConnectGate.Tests.Slices.People.Accounts;

public abstract class SessionTests(Database database) : CommunityTests(database)
{
    private const string Other = "velvet harbour kite";

    private Task<Person> AdaAsync() => Community.InsertAsync(A.Member() with { CanSignIn = true });

    private async Task<StartedSession> StartAsync(Person person, SessionKind kind = SessionKind.Cookie) =>
        (await Community.SignInAsync(person.Email, A.Password, AccountStories.From(kind: kind))).Session!;

    [Fact]
    public async Task An_ended_session_is_gone_and_others_stay()
    {
        var ada = await AdaAsync();
        var (one, other) = (await StartAsync(ada), await StartAsync(ada, SessionKind.Bearer));

        await Community.MustAsync(ada, new EndSession.Command(one.Id));

        Assert.False(await Community.IsOpenAsync(one));
        Assert.True(await Community.IsOpenAsync(other, SessionKind.Bearer));
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another()
    {
        var (ada, eve) = (await AdaAsync(), await AdaAsync());
        var session = await StartAsync(ada);

        Assert.True((await Community.SendAsync(eve, new EndSession.Command(session.Id))).IsNotFound);
        Assert.True(await Community.IsOpenAsync(session));
    }

    [Fact]
    public async Task A_browsers_session_is_worth_nothing_to_the_API_nor_the_other_way_round()
    {
        var ada = await AdaAsync();

        Assert.False(await Community.IsOpenAsync(await StartAsync(ada), SessionKind.Bearer));
        Assert.False(await Community.IsOpenAsync(await StartAsync(ada, SessionKind.Bearer)));
    }

    [Fact]
    public async Task A_session_ends_unused_after_its_idle_time_and_used_after_its_life_time()
    {
        var ada = await AdaAsync();
        var (idle, used) = (await StartAsync(ada), await StartAsync(ada));
        for (var day = 0; day < 89; day++)
        {
            Community.Advance(TimeSpan.FromDays(1));
            Assert.True(await Community.IsOpenAsync(used));
            await Community.AskAsync(ada, new SeeSession.Command(used.Id));
        }

        Assert.False(await Community.IsOpenAsync(idle));
        Community.Advance(TimeSpan.FromDays(1));
        Assert.False(await Community.IsOpenAsync(used));
        Assert.Empty(await Community.QueryAsync(ada, new ListSessions.Query()));
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session_of_ones_own()
    {
        var (ada, grace) = (await AdaAsync(), await AdaAsync());
        var (browser, program, hers) = (
            await StartAsync(ada),
            await StartAsync(ada, SessionKind.Bearer),
            await StartAsync(grace)
        );

        await Community.MustAsync(ada, new EndAllSessions.Command());

        Assert.False(await Community.IsOpenAsync(browser));
        Assert.False(await Community.IsOpenAsync(program, SessionKind.Bearer));
        Assert.True(await Community.IsOpenAsync(hers));
    }

    [Fact]
    public async Task Another_password_ends_all_other_sessions()
    {
        var ada = await AdaAsync();
        var (here, elsewhere, program) = (
            await StartAsync(ada),
            await StartAsync(ada),
            await StartAsync(ada, SessionKind.Bearer)
        );

        await Community.MustAsync(ada, new ChangePassword.Command(await Community.ProofAsync(ada), Other, here.Id));

        Assert.True(await Community.IsOpenAsync(here));
        Assert.False(await Community.IsOpenAsync(elsewhere));
        Assert.False(await Community.IsOpenAsync(program, SessionKind.Bearer));
        Assert.Equal(SignIn.Standing.WrongCredentials, (await Community.SignInAsync(ada.Email, A.Password)).Standing);
        Assert.Equal(SignIn.Standing.Started, (await Community.SignInAsync(ada.Email, Other)).Standing);
        Assert.Contains("password was changed", (await Community.MailAsync())[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_needs_the_password_and_its_proof_is_good_for_one_change_and_ten_minutes()
    {
        var (ada, eve) = (await AdaAsync(), await AdaAsync());
        Assert.Equal(
            "password-wrong",
            (await Community.AskAsync(ada, new ReenterPassword.Try("not it"))).Refusal!.Code
        );
        Assert.Equal(
            "currentPassword:password-wrong",
            (await Community.SendAsync(ada, new ChangePassword.Command(null, Other, null))).Codes()
        );
        Assert.Equal(
            "currentPassword:password-wrong",
            (
                await Community.SendAsync(ada, new ChangePassword.Command(await Community.ProofAsync(eve), Other, null))
            ).Codes()
        );

        var proof = await Community.ProofAsync(ada);
        await Community.MustAsync(ada, new ChangePassword.Command(proof, Other, null));
        Assert.Equal(
            "currentPassword:password-wrong",
            (await Community.SendAsync(ada, new ChangePassword.Command(proof, A.Password, null))).Codes()
        );

        var late = await Community.ProofAsync(ada, Other);
        Community.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(
            "currentPassword:password-wrong",
            (await Community.SendAsync(ada, new ChangePassword.Command(late, A.Password, null))).Codes()
        );
    }

    [Fact]
    public async Task A_reset_ends_every_session_and_its_link_is_good_once()
    {
        var ada = await AdaAsync();
        var session = await StartAsync(ada);
        await Community.AskAsync(new ForgotPassword.Command(ada.Email, AccountStories.From()));
        var code = await Community.MailedCodeAsync();

        Assert.Equal(
            "password:password-too-short",
            (await Community.AskAsync(new ResetPassword.Command(code, "short"))).Codes()
        );
        Assert.True((await Community.AskAsync(new ResetPassword.Command(code, Other))).Succeeded);

        Assert.False(await Community.IsOpenAsync(session));
        Assert.Equal(SignIn.Standing.Started, (await Community.SignInAsync(ada.Email, Other)).Standing);
        Assert.Equal(
            ":link-worthless",
            (await Community.AskAsync(new ResetPassword.Command(code, "another harbour kite"))).Codes()
        );
    }

    [Fact]
    public async Task Asking_for_a_reset_is_answered_alike_for_known_and_unknown_addresses_and_mails_few()
    {
        var ada = await AdaAsync();
        for (var time = 0; time < 8; time++)
        {
            Assert.True(
                (await Community.AskAsync(new ForgotPassword.Command(ada.Email, AccountStories.From()))).Succeeded
            );
            Assert.True(
                (
                    await Community.AskAsync(new ForgotPassword.Command("nobody@example.org", AccountStories.From()))
                ).Succeeded
            );
        }

        var mail = await Community.MailAsync();
        var few = Bucket.ResetFromNetwork.Most + Bucket.ResetReserve.Most;
        Assert.Equal(few, mail.Count(one => one.To == ada.Email));
        Assert.Equal(few, mail.Count(one => one.To == "nobody@example.org"));
    }

    [Fact]
    public async Task Registrations_with_an_address_keep_no_reset_mail_back()
    {
        var ada = await AdaAsync();
        for (var number = 0; number < 20; number++)
        {
            var registration = AccountStories.Registration("eve") with { Email = ada.Email, Handle = $"eve-{number}" };
            await Community.AskAsync(registration with { Network = $"198.51.100.{number}" });
        }

        Assert.Equal(Bucket.RegistrationTo.Most, (await ResetMailsAsync(ada.Email)).All);
        await Community.AskAsync(new ForgotPassword.Command(ada.Email, AccountStories.From()));
        Assert.Equal(1, (await ResetMailsAsync(ada.Email)).Reset);
    }

    [Fact]
    public async Task However_many_ask_for_a_reset_the_owner_has_a_working_link_of_the_last_ten_minutes()
    {
        var ada = await AdaAsync();
        for (var minute = 0; minute < 180; minute++)
        {
            for (var network = 0; network < 3; network++)
            {
                var origin = AccountStories.From($"198.51.{minute}.{network}");
                await Community.AskAsync(new ForgotPassword.Command(ada.Email, origin));
            }

            Community.Advance(TimeSpan.FromMinutes(1));
        }

        var (_, resets) = await ResetMailsAsync(ada.Email);
        Assert.InRange(resets, 18, 3 * (Bucket.ResetTo.Most + 6));
        var code = await Community.MailedCodeAsync();
        Assert.NotNull(await Community.AskAsync(new ViewReset.Query(code)));
    }

    [Fact]
    public async Task A_device_that_the_owner_has_used_gets_a_reset_mail_whatever_strangers_ask()
    {
        var ada = await AdaAsync();
        var device = (await StartAsync(ada)).DeviceTicket;
        for (var time = 0; time < Bucket.Forgetting.Most; time++)
        {
            await Community.AskAsync(new ForgotPassword.Command(ada.Email, AccountStories.From()));
        }

        var before = (await ResetMailsAsync(ada.Email)).Reset;
        Assert.False(
            (await Community.AskAsync(new ForgotPassword.Command(ada.Email, AccountStories.From()))).Succeeded
        );
        await Community.MustAsync(
            null,
            new ForgotPassword.Command(ada.Email, AccountStories.From(deviceTicket: device))
        );
        Assert.Equal(before + 1, (await ResetMailsAsync(ada.Email)).Reset);
    }

    private async Task<(int All, int Reset)> ResetMailsAsync(string email)
    {
        var mails = (await Community.MailAsync()).Where(mail => mail.To == email).ToList();
        return (mails.Count, mails.Count(mail => mail.Body.Contains("account/reset?", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Another_address_counts_once_its_link_was_opened_and_the_old_one_is_told()
    {
        var ada = await AdaAsync();
        var (here, elsewhere) = (await StartAsync(ada), await StartAsync(ada));
        await Community.MustAsync(ada, new ChangeAddress.Command(await Community.ProofAsync(ada), "ada@new.example"));
        Assert.Equal("ada@new.example", (await Community.MailAsync())[^1].To);
        Assert.Equal(
            SignIn.Standing.WrongCredentials,
            (await Community.SignInAsync("ada@new.example", A.Password)).Standing
        );

        var code = await Community.MailedCodeAsync();
        Assert.True((await Community.AskAsync(new ConfirmAddress.Command(code, here.Id))).Succeeded);

        Assert.Equal(ada.Email, (await Community.MailAsync())[^1].To);
        Assert.Equal(SignIn.Standing.Started, (await Community.SignInAsync("ada@new.example", A.Password)).Standing);
        Assert.True(await Community.IsOpenAsync(here));
        Assert.False(await Community.IsOpenAsync(elsewhere));
        Assert.Equal(":link-worthless", (await Community.AskAsync(new ConfirmAddress.Command(code, null))).Codes());
    }

    [Fact]
    public async Task An_address_of_another_account_is_not_told_and_not_taken()
    {
        var (ada, grace) = (await AdaAsync(), await AdaAsync());

        Assert.True(
            (
                await Community.SendAsync(ada, new ChangeAddress.Command(await Community.ProofAsync(ada), grace.Email))
            ).Succeeded
        );

        var mail = (await Community.MailAsync())[^1];
        Assert.Equal(grace.Email, mail.To);
        Assert.StartsWith("You have an account", mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refresh_token_is_good_once_and_a_used_one_ends_the_session()
    {
        var ada = await AdaAsync();
        var session = await StartAsync(ada, SessionKind.Bearer);

        Assert.Equal(1, (await Community.AskAsync(new RefreshSession.Command(session.Id, 0))).Value.Generation);
        Assert.Equal(2, (await Community.AskAsync(new RefreshSession.Command(session.Id, 1))).Value.Generation);
        Assert.Null((await Community.AskAsync(new RefreshSession.Command(session.Id, 1))).Value.Generation);

        Assert.False(await Community.IsOpenAsync(session, SessionKind.Bearer));
        Assert.Null((await Community.AskAsync(new RefreshSession.Command(session.Id, 2))).Value.Generation);
    }

    [Fact]
    public async Task Sessions_are_listed_with_their_device_the_last_used_first()
    {
        var (ada, grace) = (await AdaAsync(), await AdaAsync());
        var first = await StartAsync(ada);
        await StartAsync(grace);
        Community.Advance(TimeSpan.FromHours(2));
        var second = await StartAsync(ada, SessionKind.Bearer);

        var listed = await Community.QueryAsync(ada, new ListSessions.Query());

        Assert.Equal([second.Id, first.Id], listed.Select(session => session.Id));
        Assert.All(listed, session => Assert.Equal("Firefox (Linux)", session.Device));
    }
}

public sealed class SessionTestsOnSqlite() : SessionTests(Database.Sqlite);

public sealed class SessionTestsOnPostgres() : SessionTests(Database.Postgres);
