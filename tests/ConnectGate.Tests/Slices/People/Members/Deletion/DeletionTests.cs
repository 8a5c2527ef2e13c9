using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Directory;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.SigningIn;
using ConnectGate.People.Members.Deletion;
using ConnectGate.Tests.Slices.People.Accounts;
using ConnectGate.Tests.Support.Databases;

namespace ConnectGate.Tests.Slices.People.Members.Deletion;

/// <summary>The 14 days between the deletion of an account and the loss of everything.</summary>
public abstract class DeletionTests(Database database) : CommunityTests(database)
{
    [Fact]
    public async Task A_deleted_account_is_signed_out_and_found_by_nobody_until_its_member_keeps_it()
    {
        var (ben, cleo) = await Community.InsertTwoAsync();
        var ada = await MemberAsync(A.Member() with { Digest = DigestFrequency.Weekly });
        await Community.InsertConnectionAsync(ada, ben);
        await Community.InsertConnectionAsync(ada, cleo);
        var session = (await Community.SignInAsync(ada.Email, A.Password)).Session!;
        Assert.Equal((true, true, true, true), await Community.SeenAsync(ada, ben, cleo));

        var until = (await DeleteAsync(ada)).LeavesAt;

        Assert.Equal(Community.Clock.Now.AddDays(14), until);
        Assert.Equal((false, false, false, false), await Community.SeenAsync(ada, ben, cleo));
        Assert.False(await Community.IsOpenAsync(session));
        var answer = await Community.SignInAsync(ada.Email, A.Password);
        Assert.Equal((SignIn.Standing.Leaves, null), (answer.Standing, answer.Session));
        Assert.Equal(until, (await Community.QueryAsync(null, new KeepAccount.Query(answer.Keep)))!.LeavesAt);
        Assert.Equal(
            SignIn.Standing.WrongCredentials,
            (await Community.SignInAsync(ada.Email, "not the password")).Standing
        );

        await Community.MustAsync(null, new KeepAccount.Command(answer.Keep));

        Assert.Equal((true, true, true, true), await Community.SeenAsync(ada, ben, cleo));
        Assert.False(await Community.IsOpenAsync(session));
        Assert.Equal(SignIn.Standing.Started, (await Community.SignInAsync(ada.Email, A.Password)).Standing);
        Assert.True((await Community.SendAsync(null, new KeepAccount.Command(answer.Keep))).IsNotFound);
        Assert.Equal(
            [$"Your account of ConnectGate will be deleted", "Your account of ConnectGate stays"],
            (await Community.MailAsync()).Where(mail => mail.To == ada.Email).Select(mail => mail.Subject)
        );
    }

    [Fact]
    public async Task A_ticket_of_another_purpose_or_account_keeps_nothing()
    {
        var (ada, ben) = (await MemberAsync(), await MemberAsync());
        await DeleteAsync(ada);
        await DeleteAsync(ben);
        var keep = (await Community.SignInAsync(ben.Email, A.Password)).Keep;

        foreach (var ticket in new[] { null, "", "made up", await Community.ProofAsync(ada) })
        {
            Assert.True((await Community.SendAsync(null, new KeepAccount.Command(ticket))).IsNotFound);
        }

        await Community.MustAsync(null, new KeepAccount.Command(keep));
        Assert.Equal(SignIn.Standing.Leaves, (await Community.SignInAsync(ada.Email, A.Password)).Standing);
        Community.Advance(Tickets.ToKeep);
        Assert.Null(await Community.QueryAsync(null, new KeepAccount.Query(keep)));
    }

    [Fact]
    public async Task The_last_administrator_cannot_leave()
    {
        var ada = await MemberAsync(A.Member() with { Role = Role.Administrator });
        var proof = await Community.ProofAsync(ada);
        await Community.RefusedAsync(ada, new DeleteAccount.Command(proof), "last-administrator", "");
        Assert.Equal(SignIn.Standing.Started, (await Community.SignInAsync(ada.Email, A.Password)).Standing);

        var other = await MemberAsync(A.Member() with { Role = Role.Administrator });
        await DeleteAsync(ada);

        await Community.RefusedAsync(
            other,
            new DeleteAccount.Command(await Community.ProofAsync(other)),
            "last-administrator",
            ""
        );
    }

    [Fact]
    public async Task A_suspended_member_deletes_their_account_and_stays_suspended_when_they_keep_it()
    {
        var ada = await MemberAsync();
        await Community.SuspendAsync(ada);

        await DeleteAsync(ada);
        var keep = (await Community.SignInAsync(ada.Email, A.Password)).Keep;
        await Community.MustAsync(null, new KeepAccount.Command(keep));

        var other = await Community.InsertAsync();
        Assert.Equal(
            "recipient:suspended",
            (await Community.SendAsync(ada, new SendRequest.Command(other.Handle, A.Letter()))).Codes()
        );
    }

    private Task<Person> MemberAsync(NewMember? member = null) =>
        Community.InsertAsync((member ?? A.Member()) with { CanSignIn = true });

    private async Task<DeleteAccount.Receipt> DeleteAsync(Person member) =>
        await Community.MustAsync(member, new DeleteAccount.Command(await Community.ProofAsync(member)));
}

public sealed class DeletionTestsOnSqlite() : DeletionTests(Database.Sqlite);

public sealed class DeletionTestsOnPostgres() : DeletionTests(Database.Postgres);
