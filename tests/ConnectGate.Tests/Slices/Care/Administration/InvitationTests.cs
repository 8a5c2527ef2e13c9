using ConnectGate.Care.Administration;
using ConnectGate.Foundation.Audit;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Admissions;
using ConnectGate.Tests.Slices.People.Accounts;
using ConnectGate.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Slices.Care.Administration;

public abstract class InvitationTests(Database database) : CommunityTests(database)
{
    private Task<Person> AdministratorAsync() => Community.InsertAsync(A.Member() with { Role = Role.Administrator });

    private async Task<IEnumerable<string>> InvitedAsync(Person administrator) =>
        (await Community.MustAsync(administrator, new ListInvitations.Command())).Items.Select(row => row.Email);

    [Fact]
    public async Task Each_address_is_mailed_once_and_its_owner_may_register()
    {
        var administrator = await AdministratorAsync();

        var invited = await Community.MustAsync(
            administrator,
            new InviteAddresses.Command("Ada@example.org\r\n\n  grace@example.org \nADA@EXAMPLE.ORG")
        );

        Assert.Equal(new InviteAddresses.Invited(2, 0), invited);
        var mail = await Community.MailAsync();
        Assert.Equal(["Ada@example.org", "grace@example.org"], mail.Select(sent => sent.To));
        Assert.All(mail, sent =>
        {
            Assert.StartsWith("You are invited to", sent.Subject, StringComparison.Ordinal);
            Assert.Contains("/account/register", sent.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(administrator.DisplayName, sent.Body, StringComparison.Ordinal);
        });
        Assert.Equal(["grace@example.org", "Ada@example.org"], await InvitedAsync(administrator));
        Assert.Equal(
            2,
            await Community.InDatabaseAsync(context =>
                context.Audit.CountAsync(entry =>
                    entry.Act == AuditAct.InvitedAddress && entry.ActorId == administrator.Id
                )
            )
        );

        await Community.AskAsync(AccountStories.Registration("ada"));
        Assert.NotNull((await Community.ConfirmAsync()).Opened);
        Assert.Equal(["grace@example.org"], await InvitedAsync(administrator));
    }

    [Fact]
    public async Task An_invited_or_registered_address_gets_no_second_mail()
    {
        var administrator = await AdministratorAsync();
        await Community.MustAsync(administrator, new InviteAddresses.Command("ada@example.org"));

        var invited = await Community.MustAsync(
            administrator,
            new InviteAddresses.Command($"ada@example.org\n{administrator.Email}")
        );

        Assert.Equal(new InviteAddresses.Invited(0, 2), invited);
        Assert.Single(await Community.MailAsync());
    }

    [Fact]
    public async Task A_line_that_is_no_address_is_named_and_nobody_is_invited()
    {
        var administrator = await AdministratorAsync();

        var outcome = await Community.SendAsync(
            administrator,
            new InviteAddresses.Command("ada@example.org\nAda Lovelace\n\ngrace@")
        );

        Assert.Equal("addresses:addresses-malformed", outcome.Codes());
        Assert.Contains(
            "line 2 (“Ada Lovelace”), line 4 (“grace@”)",
            outcome.Refusals[0].Message,
            StringComparison.Ordinal
        );
        Assert.Equal((0, 0), (await Community.CountAsync<Admitted>(), (await Community.MailAsync()).Count));
    }

    [Theory]
    [InlineData(0, "addresses:addresses-missing")]
    [InlineData(InviteAddresses.Most + 1, "addresses:addresses-too-many")]
    public async Task None_and_too_many_are_refused(int count, string refused)
    {
        var lines = string.Join('\n', Enumerable.Range(0, count).Select(number => $"somebody-{number}@example.org"));

        Assert.Equal(
            refused,
            (await Community.SendAsync(await AdministratorAsync(), new InviteAddresses.Command(lines))).Codes()
        );
    }

    [Fact]
    public async Task A_withdrawn_invitation_admits_nobody_and_again_is_fine()
    {
        var administrator = await AdministratorAsync();
        await Community.MustAsync(administrator, new InviteAddresses.Command("ada@example.org"));

        await Community.MustAsync(administrator, new WithdrawInvitation.Command("ADA@example.org"));
        await Community.MustAsync(administrator, new WithdrawInvitation.Command("ada@example.org"));

        await Community.AskAsync(AccountStories.Registration("ada"));
        Assert.Equal(1, await Community.CountAsync<Account>());
        Assert.Single(await Community.MailAsync(), sent =>
            sent.Body.Contains("not on its list", StringComparison.Ordinal)
        );
        Assert.Equal(
            1,
            await Community.InDatabaseAsync(context =>
                context.Audit.CountAsync(entry => entry.Act == AuditAct.WithdrewInvitation)
            )
        );
    }

    [Fact]
    public async Task Nobody_else_sees_the_list_or_changes_it()
    {
        await Community.AskAsync(new AdmitAddress.Command("ada@example.org"));
        foreach (
            var person in new[]
            {
                await Community.InsertAsync(A.Member() with { Role = Role.Moderator }),
                await Community.InsertAsync(),
            }
        )
        {
            await Community.NotFoundAsync(person, new ListInvitations.Command());
            Assert.True((await Community.SendAsync(person, new InviteAddresses.Command("eve@example.org"))).IsNotFound);
            Assert.True(
                (await Community.SendAsync(person, new WithdrawInvitation.Command("ada@example.org"))).IsNotFound
            );
        }

        Assert.Equal(1, await Community.CountAsync<Admitted>());
    }
}

public sealed class InvitationTestsOnSqlite() : InvitationTests(Database.Sqlite);

public sealed class InvitationTestsOnPostgres() : InvitationTests(Database.Postgres);
