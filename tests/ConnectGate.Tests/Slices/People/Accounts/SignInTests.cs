using ConnectGate.Foundation.Pipeline.Writing;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Passwords;
using ConnectGate.People.Accounts.Sessions;
using ConnectGate.People.Accounts.SigningIn;
using ConnectGate.People.Members.Suspensions;
using ConnectGate.Tests.Support.Databases;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ConnectGate.Tests.Slices.People.Accounts;

public abstract class SignInTests(Database database) : CommunityTests(database)
{
    private Task<Person> AdaAsync() => Community.InsertAsync(A.Member() with { CanSignIn = true });

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_are_the_same_answer()
    {
        var ada = await AdaAsync();

        var wrong = await Community.SignInAsync(ada.Email, "not the password");
        var unknown = await Community.SignInAsync("nobody@example.org", A.Password);

        Assert.Equal(wrong, unknown);
        Assert.Equal(SignIn.Standing.WrongCredentials, wrong.Standing);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_run_the_same_statements()
    {
        var ada = await AdaAsync();
        await Community.SignInAsync("warm-up@example.org", "x", AccountStories.From("192.0.2.1"));

        async Task<IReadOnlyList<string>> Statements(string email, string network)
        {
            var heard = Community.Sql.Listen();
            await Community.SignInAsync(email, "not the password", AccountStories.From(network));
            return [.. heard];
        }

        Assert.Equal(await Statements(ada.Email, "192.0.2.2"), await Statements("nobody@example.org", "192.0.2.3"));
    }

    [Fact]
    public async Task Five_of_sixty_wrong_passwords_are_checked_and_the_right_one_then_waits_too()
    {
        var ada = await AdaAsync();
        var standings = new List<SignIn.Standing>();
        for (var guess = 0; guess < 60; guess++)
        {
            standings.Add((await Community.SignInAsync(ada.Email, $"guess {guess}")).Standing);
        }

        Assert.Equal(5, standings.Count(standing => standing == SignIn.Standing.WrongCredentials));
        Assert.Equal(55, standings.Count(standing => standing == SignIn.Standing.TooManyTries));
        var right = await Community.SignInAsync(ada.Email, A.Password);
        Assert.Equal(
            (SignIn.Standing.TooManyTries, Community.Clock.Now + TimeSpan.FromMinutes(15)),
            (right.Standing, right.RetryAt)
        );

        Community.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(SignIn.Standing.Started, (await Community.SignInAsync(ada.Email, A.Password)).Standing);
    }

    [Fact]
    public async Task Each_guess_of_a_member_counts_whatever_idempotency_key_comes_along()
    {
        var (ada, guesser) = (await AdaAsync(), await Community.InsertAsync());
        var standings = new List<SignIn.Standing>();
        for (var guess = 0; guess < 10; guess++)
        {
            var answer = await Community.InScopeAsync(guesser, "the same", services =>
                services
                    .GetRequiredService<IMediator>()
                    .Send(new SignIn.Try(ada.Email, $"guess {guess}", AccountStories.From()))
            );
            standings.Add(answer.Standing);
        }

        Assert.Equal(
            Bucket.AccountFromNetwork.Most,
            standings.Count(standing => standing == SignIn.Standing.WrongCredentials)
        );
        Assert.Equal(0, await Community.CountAsync<IdempotencyKey>());
    }

    [Fact]
    public async Task Guesses_from_one_network_leave_the_owners_new_browser_alone()
    {
        var ada = await AdaAsync();
        for (var guess = 0; guess < 60; guess++)
        {
            await Community.SignInAsync(ada.Email, $"guess {guess}", AccountStories.From("198.51.100.1"));
        }

        Assert.Equal(SignIn.Standing.Started, (await Community.SignInAsync(ada.Email, A.Password)).Standing);
    }

    [Fact]
    public async Task Guesses_from_many_networks_end_at_the_accounts_limit_and_a_mailed_reset_still_lets_the_owner_in()
    {
        var ada = await AdaAsync();
        var standings = new List<SignIn.Standing>();
        for (var guess = 0; guess < 60; guess++)
        {
            var network = AccountStories.From($"198.51.100.{guess}");
            standings.Add((await Community.SignInAsync(ada.Email, $"guess {guess}", network)).Standing);
        }

        Assert.Equal(Bucket.Account.Most, standings.Count(standing => standing == SignIn.Standing.WrongCredentials));
        Assert.Equal(SignIn.Standing.TooManyTries, (await Community.SignInAsync(ada.Email, A.Password)).Standing);

        await Community.AskAsync(new ForgotPassword.Command(ada.Email, AccountStories.From()));
        var code = await Community.MailedCodeAsync();
        const string anew = "velvet harbour kite";
        var reset = await Community.AskAsync(new ResetPassword.Command(code, anew));
        Assert.Equal(
            SignIn.Standing.Started,
            (
                await Community.SignInAsync(
                    ada.Email,
                    anew,
                    AccountStories.From(deviceTicket: reset.Value.DeviceTicket)
                )
            ).Standing
        );
    }

    [Fact]
    public async Task An_unknown_address_is_throttled_like_a_known_one()
    {
        var standings = new List<SignIn.Standing>();
        for (var guess = 0; guess < 6; guess++)
        {
            standings.Add((await Community.SignInAsync("nobody@example.org", $"guess {guess}")).Standing);
        }

        Assert.Equal(SignIn.Standing.TooManyTries, standings[5]);
        Assert.Equal(5, standings.Count(standing => standing == SignIn.Standing.WrongCredentials));
    }

    [Fact]
    public async Task The_owner_signs_in_on_their_own_device_while_somebody_guesses()
    {
        var ada = await AdaAsync();
        var device = (await Community.SignInAsync(ada.Email, A.Password)).Session!.DeviceTicket;
        for (var guess = 0; guess < 10; guess++)
        {
            await Community.SignInAsync(ada.Email, $"guess {guess}");
        }

        Assert.Equal(SignIn.Standing.TooManyTries, (await Community.SignInAsync(ada.Email, A.Password)).Standing);
        Assert.Equal(
            SignIn.Standing.Started,
            (await Community.SignInAsync(ada.Email, A.Password, AccountStories.From(deviceTicket: device))).Standing
        );
    }

    [Fact]
    public async Task A_copied_mark_of_a_device_has_few_tries_of_its_own_and_none_for_other_accounts()
    {
        var (ada, grace) = (await AdaAsync(), await AdaAsync());
        var device = (await Community.SignInAsync(ada.Email, A.Password)).Session!.DeviceTicket;
        for (var guess = 0; guess < Bucket.Device.Most; guess++)
        {
            Assert.Equal(
                SignIn.Standing.WrongCredentials,
                (await Community.SignInAsync(ada.Email, "x", AccountStories.From(deviceTicket: device))).Standing
            );
        }

        Assert.Equal(
            SignIn.Standing.TooManyTries,
            (await Community.SignInAsync(ada.Email, A.Password, AccountStories.From(deviceTicket: device))).Standing
        );
        for (var guess = 0; guess < Bucket.AccountFromNetwork.Most; guess++)
        {
            await Community.SignInAsync(grace.Email, "x", AccountStories.From(deviceTicket: device));
        }

        Assert.Equal(
            SignIn.Standing.TooManyTries,
            (await Community.SignInAsync(grace.Email, "x", AccountStories.From(deviceTicket: device))).Standing
        );
    }

    [Fact]
    public async Task One_network_address_tries_fifty_passwords_for_whatever_accounts()
    {
        var standings = new List<SignIn.Standing>();
        for (var guess = 0; guess < 51; guess++)
        {
            standings.Add((await Community.SignInAsync($"somebody-{guess}@example.org", "x")).Standing);
        }

        Assert.Equal(SignIn.Standing.WrongCredentials, standings[49]);
        Assert.Equal(SignIn.Standing.TooManyTries, standings[50]);
    }

    [Fact]
    public async Task Five_of_many_guesses_at_once_are_checked()
    {
        var ada = await AdaAsync();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(guess => Task.Run(() => Community.SignInAsync(ada.Email, $"guess {guess}")))
        );

        Assert.Equal(
            Bucket.AccountFromNetwork.Most,
            answers.Count(answer => answer.Standing == SignIn.Standing.WrongCredentials)
        );
    }

    [Fact]
    public async Task The_first_two_guesses_at_once_are_both_looked_at()
    {
        foreach (var account in Enumerable.Range(0, Bucket.Network.Most / 2))
        {
            var answers = await Task.WhenAll(
                Enumerable
                    .Range(0, 2)
                    .Select(guess =>
                        Task.Run(() => Community.SignInAsync($"somebody-{account}@example.org", $"guess {guess}"))
                    )
            );

            Assert.All(answers, answer => Assert.Equal(SignIn.Standing.WrongCredentials, answer.Standing));
        }
    }

    [Fact]
    public async Task Right_passwords_use_no_tries_up()
    {
        var ada = await AdaAsync();
        for (var time = 0; time < Bucket.AccountFromNetwork.Most + 2; time++)
        {
            Assert.Equal(SignIn.Standing.Started, (await Community.SignInAsync(ada.Email, A.Password)).Standing);
        }
    }

    [Fact]
    public async Task The_table_of_tries_holds_no_address()
    {
        await Community.SignInAsync("nobody@example.org", "x");

        var keys = await Community.InDatabaseAsync(context =>
            Task.FromResult(context.SignInTries.Select(attempts => attempts.Key).ToList())
        );
        Assert.Equal(3, keys.Count);
        Assert.DoesNotContain(keys, key =>
            key.Contains("nobody", StringComparison.OrdinalIgnoreCase)
            || key.Contains(AccountStories.Elsewhere, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_suspended_member_signs_in_and_is_known_to_be_suspended()
    {
        var (ada, moderator) = (await AdaAsync(), await Community.InsertAsync());
        var until = Community.Clock.Now + TimeSpan.FromDays(7);
        await Community.InDatabaseAsync(async context =>
        {
            context.Suspensions.Add(
                new Suspension
                {
                    MemberId = ada.Id,
                    ModeratorId = moderator.Id,
                    From = Community.Clock.Now,
                    Until = until,
                    Reason = "Sold things to everybody.",
                }
            );
            await context.SaveChangesAsync();
        });

        var session = (await Community.SignInAsync(ada.Email, A.Password)).Session!;

        Assert.Equal(
            until,
            (await Community.AskAsync(new CheckSession.Query(session.Id, SessionKind.Cookie)))!.SuspendedUntil
        );
        Community.Advance(TimeSpan.FromDays(7));
        Assert.Null((await Community.AskAsync(new CheckSession.Query(session.Id, SessionKind.Cookie)))!.SuspendedUntil);
    }

    [Fact]
    public async Task A_hash_of_fewer_rounds_is_made_anew_when_the_password_is_shown()
    {
        var ada = await AdaAsync();
        var few = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 10 }));
        var old = few.HashPassword(new Account(), A.Password);
        await Community.InDatabaseAsync(context =>
            context.Users.ExecuteUpdateAsync(set => set.SetProperty(account => account.PasswordHash, old))
        );

        await Community.SignInAsync(ada.Email, "not the password");
        Assert.Equal(old, await HashAsync());

        Assert.Equal(SignIn.Standing.Started, (await Community.SignInAsync(ada.Email, A.Password)).Standing);
        var anew = await HashAsync();
        Assert.NotEqual(old, anew);

        Assert.Equal(SignIn.Standing.Started, (await Community.SignInAsync(ada.Email, A.Password)).Standing);
        Assert.Equal(anew, await HashAsync());
    }

    private Task<string?> HashAsync() =>
        Community.InDatabaseAsync(context => context.Users.Select(account => account.PasswordHash).SingleAsync());
}

public sealed class SignInTestsOnSqlite() : SignInTests(Database.Sqlite);

public sealed class SignInTestsOnPostgres() : SignInTests(Database.Postgres);
