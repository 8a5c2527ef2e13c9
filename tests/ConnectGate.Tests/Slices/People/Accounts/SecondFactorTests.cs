using ConnectGate.Care.Administration;
using ConnectGate.Care.Administration.Members;
using ConnectGate.Foundation.Audit;
using ConnectGate.Foundation.Pipeline.Writing;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Passwords;
using ConnectGate.People.Accounts.SecondFactors;
using ConnectGate.People.Accounts.Sessions;
using ConnectGate.People.Accounts.SigningIn;
using ConnectGate.Tests.Support.Databases;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.Tests.Slices.People.Accounts;

public abstract class SecondFactorTests(Database database) : CommunityTests(database)
{
    private Task<Person> AdaAsync() => Community.InsertAsync(A.Member() with { CanSignIn = true });

    private string Code(string key) => AuthenticatorCode.At(key, Community.Clock.GetUtcNow());

    private async Task<(string Key, IReadOnlyList<string> Codes)> SwitchOnAsync(Person person, string? keep = null)
    {
        var proof = await Community.ProofAsync(person);
        var key = await Community.MustAsync(person, new SetUpAuthenticator.Command(proof));
        var codes = await Community.MustAsync(person, new SwitchAuthenticatorOn.Command(proof, Code(key), keep));
        Community.Advance(TimeSpan.FromMinutes(1));
        return (key, codes);
    }

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void The_code_is_the_standards(long seconds, string code) => // RFC 6238, appendix B, cut to six digits
        Assert.Equal(
            code,
            AuthenticatorCode.At("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", DateTimeOffset.FromUnixTimeSeconds(seconds))
        );

    [Fact]
    public async Task With_an_authenticator_the_password_alone_starts_no_session()
    {
        var ada = await AdaAsync();
        var (key, _) = await SwitchOnAsync(ada);

        var first = await Community.SignInAsync(ada.Email, A.Password);
        Assert.Equal((SignIn.Standing.TwoFactorRequired, null), (first.Standing, first.Session));
        var wrong = await Community.AskAsync(
            new SecondStep.Try(first.SecondStep, AccountStories.From(), "000000", null)
        );
        Assert.Equal(SignIn.Standing.WrongCode, wrong.Standing);
        var right = await Community.AskAsync(
            new SecondStep.Try(first.SecondStep, AccountStories.From(), Code(key), null)
        );

        Assert.Equal(SignIn.Standing.Started, right.Standing);
        Assert.True(
            (await Community.AskAsync(new CheckSession.Query(right.Session!.Id, SessionKind.Cookie)))!.SecondFactor
        );
    }

    [Fact]
    public async Task A_code_is_good_once()
    {
        var ada = await AdaAsync();
        var (key, _) = await SwitchOnAsync(ada);

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    Task.Run(() =>
                        Community.AskAsync(new SignIn.Try(ada.Email, A.Password, AccountStories.From(), Code(key)))
                    )
                )
        );

        Assert.Single(answers, answer => answer.Standing == SignIn.Standing.Started);
    }

    [Fact]
    public async Task A_recovery_code_is_good_once_and_is_kept_as_a_hash()
    {
        var ada = await AdaAsync();
        var (_, codes) = await SwitchOnAsync(ada);
        var typed = codes[3].ToUpperInvariant().Replace('-', ' ');

        Assert.Equal(SignIn.Standing.Started, (await WithRecoveryAsync(ada, typed)).Standing);
        Assert.Equal(SignIn.Standing.WrongCode, (await WithRecoveryAsync(ada, typed)).Standing);
        Assert.Equal(codes.Count - 1, (await Community.QueryAsync(ada, new ViewSecurity.Query())).RecoveryCodesLeft);
        var kept = await Community.InDatabaseAsync(context =>
            Task.FromResult(context.UserTokens.Select(token => token.Value!).ToList())
        );
        Assert.DoesNotContain(kept, value =>
            codes.Any(code => value.Contains(code, StringComparison.OrdinalIgnoreCase))
        );
    }

    [Fact]
    public async Task An_idempotency_key_stores_neither_the_authenticators_key_nor_recovery_codes()
    {
        var ada = await AdaAsync();
        var proof = await Community.ProofAsync(ada);
        var key = await Community.SendAsync(ada, new SetUpAuthenticator.Command(proof), "the same");
        var on = new SwitchAuthenticatorOn.Command(proof, Code(key.Value), null);

        Assert.True((await Community.SendAsync(ada, on, "the same")).Succeeded);
        Assert.Equal(0, await Community.CountAsync<IdempotencyKey>());
    }

    [Fact]
    public async Task Wrong_codes_meet_a_throttle()
    {
        var ada = await AdaAsync();
        var (key, _) = await SwitchOnAsync(ada);
        var ticket = (await Community.SignInAsync(ada.Email, A.Password)).SecondStep;
        await GuessAsync(ticket, AccountStories.From(), Bucket.CodeFromNetwork.Most);

        Assert.Equal(SignIn.Standing.TooManyTries, await StepAsync(ticket, AccountStories.From(), Code(key)));
    }

    [Fact]
    public async Task Somebody_who_knows_the_password_uses_up_no_try_of_the_owner()
    {
        var ada = await AdaAsync();
        var device = (await Community.SignInAsync(ada.Email, A.Password)).Session!.DeviceTicket;
        var (key, recovery) = await SwitchOnAsync(ada);
        var ticket = (await Community.SignInAsync(ada.Email, A.Password)).SecondStep;

        await GuessAsync(ticket, AccountStories.From("198.51.100.1"), Bucket.CodeFromNetwork.Most);
        Assert.Equal(SignIn.Standing.Started, await StepAsync(ticket, AccountStories.From(), Code(key)));

        for (var network = 0; network < Bucket.SecondStep.Most; network++)
        {
            await GuessAsync(ticket, AccountStories.From($"198.51.100.{network}"), 1);
        }

        Community.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(SignIn.Standing.TooManyTries, await StepAsync(ticket, AccountStories.From(), Code(key)));
        Assert.Equal(
            SignIn.Standing.Started,
            await StepAsync(ticket, AccountStories.From(deviceTicket: device), Code(key))
        );
        Assert.Equal(
            SignIn.Standing.Started,
            (await Community.AskAsync(new SecondStep.Try(ticket, AccountStories.From(), null, recovery[0]))).Standing
        );
    }

    private async Task GuessAsync(string? ticket, Origin origin, int times)
    {
        for (var guess = 0; guess < times; guess++)
        {
            await StepAsync(ticket, origin, "000000");
        }
    }

    private async Task<SignIn.Standing> StepAsync(string? ticket, Origin origin, string code) =>
        (await Community.AskAsync(new SecondStep.Try(ticket, origin, code, null))).Standing;

    [Fact]
    public async Task The_second_step_is_worth_nothing_late_or_after_another_password()
    {
        var ada = await AdaAsync();
        var (key, _) = await SwitchOnAsync(ada);
        var ticket = (await Community.SignInAsync(ada.Email, A.Password)).SecondStep;
        await Community.MustAsync(
            ada,
            new ChangePassword.Command(await Community.ProofAsync(ada), "velvet harbour kite", null)
        );
        Assert.Equal(
            SignIn.Standing.StartAgain,
            (await Community.AskAsync(new SecondStep.Try(ticket, AccountStories.From(), Code(key), null))).Standing
        );

        var late = (await Community.SignInAsync(ada.Email, "velvet harbour kite")).SecondStep;
        Community.Advance(Tickets.ForSecondStep);
        Assert.Equal(
            SignIn.Standing.StartAgain,
            (await Community.AskAsync(new SecondStep.Try(late, AccountStories.From(), Code(key), null))).Standing
        );
    }

    [Fact]
    public async Task Switching_it_on_ends_other_sessions_and_counts_for_this_one()
    {
        var ada = await AdaAsync();
        var (here, elsewhere) = (
            (await Community.SignInAsync(ada.Email, A.Password)).Session!,
            (await Community.SignInAsync(ada.Email, A.Password)).Session!
        );

        await SwitchOnAsync(ada, here.Id);

        Assert.True((await Community.AskAsync(new CheckSession.Query(here.Id, SessionKind.Cookie)))!.SecondFactor);
        Assert.False(await Community.IsOpenAsync(elsewhere));
    }

    [Fact]
    public async Task It_is_not_on_before_a_code_of_it_was_shown_and_not_set_up_twice()
    {
        var ada = await AdaAsync();
        var proof = await Community.ProofAsync(ada);
        await Community.MustAsync(ada, new SetUpAuthenticator.Command(proof));
        Assert.Equal(
            "code:code-wrong",
            (await Community.SendAsync(ada, new SwitchAuthenticatorOn.Command(proof, "000000", null))).Codes()
        );
        Assert.Equal(SignIn.Standing.Started, (await Community.SignInAsync(ada.Email, A.Password)).Standing);

        await SwitchOnAsync(ada);
        var late = await Community.ProofAsync(ada);
        await Assert.ThrowsAsync<IllegalTransitionException>(() =>
            Community.SendAsync(ada, new SetUpAuthenticator.Command(late))
        );
    }

    [Fact]
    public async Task Switching_it_off_needs_the_password_and_forgets_the_codes()
    {
        var ada = await AdaAsync();
        await SwitchOnAsync(ada);
        Assert.Equal(
            "currentPassword:password-wrong",
            (await Community.SendAsync(ada, new SwitchAuthenticatorOff.Command(null, null))).Codes()
        );

        await Community.MustAsync(ada, new SwitchAuthenticatorOff.Command(await Community.ProofAsync(ada), null));

        var security = await Community.QueryAsync(ada, new ViewSecurity.Query());
        Assert.Equal((false, 0, null), (security.HasAuthenticator, security.RecoveryCodesLeft, security.KeyToSetUp));
        Assert.Equal(SignIn.Standing.Started, (await Community.SignInAsync(ada.Email, A.Password)).Standing);
    }

    [Fact]
    public async Task New_recovery_codes_make_the_old_ones_worthless()
    {
        var ada = await AdaAsync();
        var (_, old) = await SwitchOnAsync(ada);

        var codes = await Community.MustAsync(ada, new NewRecoveryCodes.Command(await Community.ProofAsync(ada)));

        Assert.Equal(SignIn.Standing.WrongCode, (await WithRecoveryAsync(ada, old[0])).Standing);
        Assert.Equal(SignIn.Standing.Started, (await WithRecoveryAsync(ada, codes[0])).Standing);
    }

    [Fact]
    public async Task The_server_resets_a_lost_second_factor_and_the_log_says_so()
    {
        var ada = await AdaAsync();
        await SwitchOnAsync(ada);
        await AddPasskeyAsync(ada, [1, 2, 3]);

        Assert.True((await Community.AskAsync(new ResetSecondFactor.Command(ada.Email))).Succeeded);

        var security = await Community.QueryAsync(ada, new ViewSecurity.Query());
        Assert.False(security.HasAuthenticator);
        Assert.Empty(security.Passkeys);
        var entry = await Community.InDatabaseAsync(context => Task.FromResult(context.Audit.Single()));
        Assert.Equal((AuditAct.ResetSecondFactor, ada.Id, null), (entry.Act, entry.SubjectId!.Value, entry.ActorId));
        Assert.True((await Community.AskAsync(new ResetSecondFactor.Command("nobody@example.org"))).IsNotFound);
    }

    [Fact]
    public async Task A_role_counts_from_the_next_request_on_and_the_log_says_who_has_it()
    {
        var ada = await AdaAsync();
        var session = (await Community.SignInAsync(ada.Email, A.Password)).Session!;

        var granted = await Community.AskAsync(new GrantRole.Command(ada.Email.ToUpperInvariant()));

        Assert.Equal((ada.Handle, true), (granted.Value.Handle, granted.Value.NeedsSecondFactor));
        Assert.Equal(
            Role.Administrator,
            (await Community.AskAsync(new CheckSession.Query(session.Id, SessionKind.Cookie)))!.Role
        );
        var entry = await Community.InDatabaseAsync(context => Task.FromResult(context.Audit.Single()));
        Assert.Equal((AuditAct.GrantedRole, "Administrator"), (entry.Act, entry.Reason));
        Assert.True((await Community.AskAsync(new GrantRole.Command("nobody@example.org"))).IsNotFound);
    }

    [Fact]
    public async Task Passkeys_are_named_renamed_and_removed_by_their_owner_alone()
    {
        var (ada, eve) = (await AdaAsync(), await AdaAsync());
        await AddPasskeyAsync(ada, [1, 2, 3]);
        var passkey = Assert.Single((await Community.QueryAsync(ada, new ViewSecurity.Query())).Passkeys);
        Assert.Equal("My phone", passkey.Name);

        Assert.True((await Community.SendAsync(eve, new RenamePasskey.Command(passkey.Id, "Mine"))).IsNotFound);
        Assert.True(
            (
                await Community.SendAsync(eve, new RemovePasskey.Command(await Community.ProofAsync(eve), passkey.Id))
            ).IsNotFound
        );
        Assert.Equal(
            "name:passkey-name-missing",
            (await Community.SendAsync(ada, new RenamePasskey.Command(passkey.Id, " "))).Codes()
        );
        await Community.MustAsync(ada, new RenamePasskey.Command(passkey.Id, "My tablet"));
        Assert.Equal(
            "My tablet",
            Assert.Single((await Community.QueryAsync(ada, new ViewSecurity.Query())).Passkeys).Name
        );
        await Community.MustAsync(ada, new RemovePasskey.Command(await Community.ProofAsync(ada), passkey.Id));
        Assert.Empty((await Community.QueryAsync(ada, new ViewSecurity.Query())).Passkeys);
    }

    [Fact]
    public async Task A_passkey_counts_as_second_factor_and_needs_the_account_that_it_belongs_to()
    {
        var (ada, eve) = (await AdaAsync(), await AdaAsync());
        var passkey = await AddPasskeyAsync(ada, [1, 2, 3]);

        Assert.True(
            (await Community.AskAsync(new SignInWithPasskey.Command(eve.Id, passkey, AccountStories.From()))).IsNotFound
        );
        var started = await Community.AskAsync(new SignInWithPasskey.Command(ada.Id, passkey, AccountStories.From()));

        Assert.True(
            (await Community.AskAsync(new CheckSession.Query(started.Value.Id, SessionKind.Cookie)))!.SecondFactor
        );
    }

    private Task<SignIn.Answer> WithRecoveryAsync(Person person, string code) =>
        Community.AskAsync(new SignIn.Try(person.Email, A.Password, AccountStories.From(), RecoveryCode: code));

    private async Task<UserPasskeyInfo> AddPasskeyAsync(Person person, byte[] id)
    {
        var passkey = new UserPasskeyInfo(
            id,
            [9],
            Community.Clock.GetUtcNow(),
            0,
            ["internal"],
            true,
            false,
            false,
            [8],
            [7]
        );
        await Community.MustAsync(
            person,
            new AddPasskey.Command(await Community.ProofAsync(person), passkey, "My phone")
        );
        return passkey;
    }
}

public sealed class SecondFactorTestsOnSqlite() : SecondFactorTests(Database.Sqlite);

public sealed class SecondFactorTestsOnPostgres() : SecondFactorTests(Database.Postgres);
