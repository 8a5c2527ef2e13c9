using ConnectGate.Care.Administration;
using ConnectGate.Foundation.Data;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Admissions;
using ConnectGate.People.Accounts.SigningIn;
using ConnectGate.People.Members.Registering;
using ConnectGate.Tests.Slices.Ties.AddressBook;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.AddressBook;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Slices.People.Accounts;

/// <summary>A domain outside ASCII has two forms. An address is the same in both.</summary>
public abstract class OneMailboxTests(Database database) : CommunityTests(database)
{
    private const string Letters = "Post@Käserei-Öland.example",
        Ascii = "post@xn--kserei-land-l8a4v.example",
        Stored = "Post@xn--kserei-land-l8a4v.example";

    [Theory]
    [InlineData(Letters, Stored)]
    [InlineData("post@KÄSEREI-ÖLAND.example", Ascii)]
    [InlineData("post@ka\u0308serei-o\u0308land.example", Ascii)]
    [InlineData("post@käserei-öland。example", Ascii)]
    [InlineData("grüße@example.org", "grüße@example.org")]
    [InlineData("post@straße.example", "post@xn--strae-oqa.example")]
    [InlineData("post@xn--strae-oqa.example", "post@xn--strae-oqa.example")]
    [InlineData("post@kä_se.example", null)]
    [InlineData("post@ä..example", null)]
    public void The_domain_is_kept_in_ASCII(string typed, string? kept) => Assert.Equal(kept, EmailAddress.Of(typed));

    [Theory, InlineData(Letters, Ascii), InlineData(Ascii, Letters)]
    public async Task The_second_form_has_an_account_already_and_signs_in_to_it(string first, string second)
    {
        await using var community = await OpenAsync("Open");
        await community.AskAsync(AccountStories.Registration("ada") with { Email = first });
        Assert.NotNull((await community.ConfirmAsync()).Opened);

        await community.AskAsync(AccountStories.Registration("eve") with { Email = second });

        Assert.StartsWith("You have an account", (await community.MailAsync())[^1].Subject, StringComparison.Ordinal);
        Assert.Equal(1, await community.CountAsync<Account>());
        Assert.Equal(SignIn.Standing.Started, (await community.SignInAsync(second, A.Password)).Standing);
    }

    [Fact]
    public async Task A_list_and_a_domain_admit_both_forms()
    {
        await using var listed = await OpenAsync("MemberList");
        await listed.AskAsync(new AdmitAddress.Command(Letters));
        await listed.AskAsync(new AdmitAddress.Command(Ascii));
        Assert.Equal(1, await listed.CountAsync<Admitted>());

        await using var domain = await OpenAsync("EmailDomain");
        foreach (var (name, email) in new[] { ("ada", Letters), ("eve", Ascii) })
        {
            await domain.AskAsync(AccountStories.Registration(name) with { Email = email });
        }

        Assert.Equal(
            2,
            await domain.InDatabaseAsync(context =>
                context.Registrations.CountAsync(registration => registration.Email != "", Token)
            )
        );
    }

    [Fact]
    public async Task An_address_book_has_the_form_of_accounts()
    {
        var owner = await Community.InsertAsync();

        await Community.ImportAsync(
            owner,
            Given.Text($"BEGIN:VCARD\nVERSION:4.0\nFN:Hazel Kettle\nEMAIL:{Letters}\nEMAIL:{Ascii}\nEND:VCARD\n")
        );

        Assert.Equal([Ascii], Assert.Single((await Community.BookAsync(owner)).Entries.Items).Emails);
    }

    [Fact]
    public async Task Rows_of_an_earlier_version_get_the_form_at_the_next_start()
    {
        var ada = await Community.InsertAsync(A.Member() with { CanSignIn = true });
        var (eve, owner) = (await Community.InsertAsync(), await Community.InsertAsync());
        await Community.ImportAsync(
            owner,
            Given.Text("BEGIN:VCARD\nVERSION:4.0\nFN:Hazel\nEMAIL:x@y.example\nEND:VCARD\n")
        );
        await Community.InDatabaseAsync(async context =>
        {
            await GiveAsync(context, ada.Id, Letters);
            await GiveAsync(context, eve.Id, "post@straße.example");
            await GiveAsync(context, owner.Id, "post@xn--strae-oqa.example");
            await context.Database.ExecuteSqlAsync(
                $"""UPDATE "AddressBookEmails" SET "Address" = {Letters.ToUpperInvariant()}""",
                Token
            );
            context.Admitted.Add(
                new Admitted
                {
                    Email = Letters,
                    NormalizedEmail = Letters.ToUpperInvariant(),
                    At = Community.Clock.Now,
                }
            );
            await context.SaveChangesAsync(Token);
            await context.Set<DoneRefresh>().ExecuteDeleteAsync(Token);
        });

        await Community.PrepareDatabaseAsync();

        Assert.Equal(SignIn.Standing.Started, (await Community.SignInAsync(Ascii, A.Password)).Standing);
        Assert.Equal(SignIn.Standing.Started, (await Community.SignInAsync(Letters, A.Password)).Standing);
        Assert.Equal(
            [Ascii.ToUpperInvariant(), "POST@XN--STRAE-OQA.EXAMPLE", "POST@STRASSE.EXAMPLE"],
            await Community.InDatabaseAsync(context =>
                context
                    .Users.OrderByDescending(account => account.Id == ada.Id)
                    .ThenByDescending(account => account.Id == owner.Id)
                    .Select(account => account.NormalizedEmail)
                    .ToListAsync(Token)
            )
        );
        Assert.Equal([Ascii], Assert.Single((await Community.BookAsync(owner)).Entries.Items).Emails);
        Assert.Equal(
            Ascii.ToUpperInvariant(),
            await Community.InDatabaseAsync(context =>
                context.Admitted.Select(admitted => admitted.NormalizedEmail).SingleAsync(Token)
            )
        );
    }

    private Task<Community> OpenAsync(string admission) =>
        Support.Community.NewAsync(
            Database,
            settings: new(StringComparer.Ordinal)
            {
                ["Admission:By"] = admission,
                ["Admission:Domains:0"] = "käserei-öland.example",
            }
        );

    // As the earlier version stored it.
    private static Task GiveAsync(ConnectGateContext context, long accountId, string email) =>
        context
            .Users.Where(account => account.Id == accountId)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(account => account.Email, email)
                        .SetProperty(
                            account => account.NormalizedEmail,
                            email.Replace("straße", "strasse", StringComparison.Ordinal).ToUpperInvariant()
                        ),
                Token
            );

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}

public sealed class OneMailboxTestsOnSqlite() : OneMailboxTests(Database.Sqlite);

public sealed class OneMailboxTestsOnPostgres() : OneMailboxTests(Database.Postgres);
