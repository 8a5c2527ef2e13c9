using ConnectGate.Care.Administration;
using ConnectGate.Care.Administration.Members;
using ConnectGate.Foundation.Audit;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Directory;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Passwords;
using ConnectGate.People.Accounts.Sessions;
using ConnectGate.People.Accounts.SigningIn;
using ConnectGate.People.Members.Deletion;
using ConnectGate.Tests.Slices.People.Accounts;
using ConnectGate.Tests.Slices.People.Members.Deletion;
using ConnectGate.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Slices.Care.Administration;

/// <summary>What administrators do about members.</summary>
public abstract class MembersTests(Database database) : CommunityTests(database)
{
    private Person _ines = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _ines = await Community.InsertAsync(
            new NewMember("ines", "Ines Ferreira") { Role = Role.Administrator, CanSignIn = true }
        );
    }

    [Fact]
    public async Task Members_are_found_by_name_handle_and_whole_address_even_when_hidden_or_lapsed()
    {
        var ada = await Community.InsertAsync(new NewMember("ada", "Ada Łukasz"));
        await Community.InsertAsync(A.Member() with { WaitsWith = "Not a member yet." });
        await Community.MustAsync(_ines, new LapseMember.Command(ada.Handle));

        Assert.Equal(["ada", "ines"], await FoundAsync(new()));
        Assert.Equal(["ada"], await FoundAsync(new("lukasz")));
        Assert.Equal(["ada"], await FoundAsync(new("ADA@example.org")));
        Assert.Empty(await FoundAsync(new("example.org")));
        Assert.Equal(["ada"], await FoundAsync(new(Only: ListMembers.Only.Lapsed)));
        Assert.Equal(["ines"], await FoundAsync(new(Only: ListMembers.Only.Administrators)));
        await Community.SuspendAsync(_ines);
        Assert.Equal(["ines"], await FoundAsync(new(Only: ListMembers.Only.Suspended)));
    }

    [Fact]
    public async Task A_lapsed_member_is_signed_out_and_found_by_nobody_and_renewal_brings_everything_back()
    {
        var (ben, cleo) = await Community.InsertTwoAsync();
        var ada = await Community.InsertAsync(A.Member() with { CanSignIn = true, Digest = DigestFrequency.Weekly });
        await Community.InsertConnectionAsync(ada, ben);
        await Community.InsertConnectionAsync(ada, cleo);
        var session = (await Community.SignInAsync(ada.Email, A.Password)).Session!;
        var before = await Community.SeenAsync(ada, ben, cleo);
        Assert.Equal((true, true, true, true), before);

        await Community.MustAsync(_ines, new LapseMember.Command(ada.Handle));

        Assert.Equal((false, false, false, false), await Community.SeenAsync(ada, ben, cleo));
        Assert.False(await Community.IsOpenAsync(session));
        Assert.Equal(SignIn.Standing.Lapsed, (await Community.SignInAsync(ada.Email, A.Password)).Standing);
        Assert.Equal(
            await Community.SignInAsync("nobody@example.org", "x"),
            await Community.SignInAsync(ada.Email, "x")
        );
        Assert.Null(await DigestDueAsync(ada));

        await Community.MustAsync(_ines, new RenewMember.Command(ada.Handle));

        Assert.Equal(before, await Community.SeenAsync(ada, ben, cleo));
        Assert.False(await Community.IsOpenAsync(session));
        Assert.Equal(SignIn.Standing.Started, (await Community.SignInAsync(ada.Email, A.Password)).Standing);
        Assert.NotNull(await DigestDueAsync(ada));
        Assert.Equal(
            ["mail-lapsed", "mail-renewed"],
            (await Community.MailAsync()).Where(mail => mail.To == ada.Email).Select(MailName)
        );
    }

    [Fact]
    public async Task A_removed_member_can_only_be_brought_back_by_an_administrator()
    {
        var ada = await Community.InsertAsync(A.Member() with { CanSignIn = true });
        async Task<RemoveMember.Command> RemoveAsync(Person member, string? reason) =>
            new(member.Handle, reason, await Community.ProofAsync(_ines));
        await Community.RefusedAsync(_ines, await RemoveAsync(ada, "Spam"), "reason-given-too-short", "reason");
        await Community.RefusedAsync(
            _ines,
            await RemoveAsync(_ines, "She asked for it herself."),
            "last-administrator",
            ""
        );
        await Community.DeleteAsync(ada);
        var keep = (await Community.SignInAsync(ada.Email, A.Password)).Keep;

        var until = (await Community.MustAsync(_ines, await RemoveAsync(ada, "Writes to everybody."))).LeavesAt;

        Assert.Equal(Community.Clock.Now.AddDays(14), until);
        Assert.Equal(SignIn.Standing.Removed, (await Community.SignInAsync(ada.Email, A.Password)).Standing);
        Assert.True((await Community.SendAsync(null, new KeepAccount.Command(keep))).IsNotFound);

        await Community.MustAsync(_ines, new RenewMember.Command(ada.Handle));
        Assert.Equal(SignIn.Standing.Removed, (await Community.SignInAsync(ada.Email, A.Password)).Standing);
        Assert.Empty(await FoundAsync(new(Only: ListMembers.Only.Lapsed)));

        await Community.MustAsync(null, new TakeBackRemoval.Command(ada.Email));

        Assert.Equal(SignIn.Standing.Started, (await Community.SignInAsync(ada.Email, A.Password)).Standing);
        Assert.Equal(
            [(AuditAct.RemovedMember, "Writes to everybody."), (AuditAct.TookBackRemoval, "")],
            await Community.InDatabaseAsync(async context =>
                (
                    await context
                        .Audit.Where(entry => entry.SubjectId == ada.Id)
                        .OrderBy(entry => entry.Id)
                        .ToListAsync()
                ).Select(entry => (entry.Act, entry.Reason))
            )
        );

        await Community.MustAsync(_ines, new LapseMember.Command(ada.Handle));
        Community.Advance(TimeSpan.FromHours(1));
        await Community.MustAsync(_ines, await RemoveAsync(ada, "Writes to everybody."));
        await Community.MustAsync(_ines, new TakeBackRemoval.Command(ada.Handle));
        Assert.Equal(SignIn.Standing.Lapsed, (await Community.SignInAsync(ada.Email, A.Password)).Standing);
        await Community.MustAsync(_ines, await RemoveAsync(ada, "Writes to everybody."));
        Community.Advance(Account.MayStayFor);
        Assert.True((await Community.MustAsync(null, new EraseMember.Command())).Any);
        Assert.True((await Community.SendAsync(_ines, new TakeBackRemoval.Command(ada.Handle))).IsNotFound);
    }

    [Fact]
    public async Task A_session_that_starts_beside_the_lapse_opens_nothing()
    {
        var ada = await Community.InsertAsync(A.Member() with { CanSignIn = true });
        await Community.MustAsync(_ines, new LapseMember.Command(ada.Handle));
        var session = new Session
        {
            PublicId = PublicId.Next(),
            AccountId = ada.Id,
            Kind = SessionKind.Cookie,
            Device = "A test",
            SecondFactor = false,
            StartedAt = Community.Clock.Now,
            LastSeenAt = Community.Clock.Now,
        };
        await Community.InDatabaseAsync(async context =>
        {
            context.Sessions.Add(session);
            await context.SaveChangesAsync();
        });

        Assert.False(await Community.IsOpenAsync(new StartedSession(session.PublicId, ada.Id, "")));
    }

    [Fact]
    public async Task The_last_administrator_who_can_act_stays_one_by_every_way()
    {
        var (gone, away) = (await AdministratorAsync(), await AdministratorAsync());
        await Community.MustAsync(_ines, new LapseMember.Command(gone.Handle));
        await Community.SuspendAsync(away);

        var demotes = await DemoteAsync(_ines, _ines);
        Assert.Equal(":last-administrator", demotes.Codes());
        await Community.RefusedAsync(
            null,
            new GrantRole.Command(_ines.Email, Role.Moderator),
            "last-administrator",
            ""
        );
        await Community.RefusedAsync(null, new LapseMember.Command(_ines.Email), "last-administrator", "");
        await Community.RefusedAsync(_ines, new LapseMember.Command("ines"), "last-administrator", "");

        await Community.MustAsync(_ines, new RenewMember.Command(gone.Handle));
        Assert.True((await DemoteAsync(_ines, _ines)).Succeeded);
    }

    [Fact]
    public async Task Of_two_administrators_who_take_each_other_away_at_once_one_stays()
    {
        for (var trial = 0; trial < 15; trial++)
        {
            var other = await AdministratorAsync();
            var (mine, theirs) = (await Community.ProofAsync(_ines), await Community.ProofAsync(other));
            await Task.WhenAll(
                Task.Run(() => Community.SendAsync(_ines, Demote(other, mine))),
                trial % 2 == 0
                    ? Task.Run(() => Community.SendAsync(other, Demote(_ines, theirs)))
                    : Task.Run(() => Community.SendAsync(other, new LapseMember.Command("ines")))
            );

            Assert.Equal(
                1,
                await Community.InDatabaseAsync(context =>
                    context.Users.WhoAreIn().CountAsync(account => account.Role == Role.Administrator)
                )
            );
            await Community.InDatabaseAsync(context =>
                context.Users.ExecuteUpdateAsync(set =>
                    set.SetProperty(
                            account => account.Role,
                            account => account.Id == _ines.Id ? Role.Administrator : Role.Member
                        )
                        .SetProperty(account => account.LapsedAt, (DateTime?)null)
                )
            );
        }
    }

    [Fact]
    public async Task A_lost_address_is_moved_by_a_link_to_the_new_one_and_the_old_one_is_told()
    {
        var ada = await Community.InsertAsync(A.Member() with { CanSignIn = true });
        var session = (await Community.SignInAsync(ada.Email, A.Password)).Session!;
        async Task<string> MoveAsync(string member, string email) =>
            (
                await Community.SendAsync(
                    _ines,
                    new MoveAddress.Command(member, email, await Community.ProofAsync(_ines))
                )
            ).Codes();

        Assert.Equal("email:address-taken", await MoveAsync(ada.Handle, _ines.Email));
        Assert.Equal("email:email-malformed", await MoveAsync(ada.Handle, "Ada"));
        Assert.Equal("email:own-address", await MoveAsync("ines", "new@example.org"));
        Assert.Equal("", await MoveAsync(ada.Handle, "new@example.org"));
        var mails = await Community.MailAsync();
        Assert.Equal(["new@example.org", ada.Email], mails[^2..].Select(mail => mail.To));
        Assert.True(await Community.IsOpenAsync(session));

        const string password = "velvet harbour kite";
        var code = AccountStories.CodeIn(mails[^2]);
        Assert.True((await Community.AskAsync(new ResetPassword.Command(code, password))).Succeeded);

        Assert.False(await Community.IsOpenAsync(session));
        Assert.Equal(SignIn.Standing.WrongCredentials, (await Community.SignInAsync(ada.Email, password)).Standing);
        Assert.Equal(SignIn.Standing.Started, (await Community.SignInAsync("new@example.org", password)).Standing);
        Assert.Contains((await Community.MailAsync()).Skip(mails.Count), mail =>
            mail.To == ada.Email && mail.Body.Contains("changed to another one", StringComparison.Ordinal)
        );
        Assert.Equal(
            ":link-worthless",
            (await Community.AskAsync(new ResetPassword.Command(code, A.Password))).Codes()
        );
    }

    [Fact]
    public async Task Each_act_is_in_the_audit_log_and_so_is_each_view_of_an_address()
    {
        var ada = await Community.InsertAsync(A.Member() with { CanSignIn = true });
        await Community.SignInAsync(ada.Email, A.Password);

        var view = await Community.MustAsync(_ines, new ViewMember.Command(ada.Handle));
        await Community.MustAsync(_ines, new SignMemberOut.Command(ada.Handle));
        await Community.MustAsync(null, new LapseMember.Command(ada.Email));
        await Community.MustAsync(null, new LapseMember.Command(ada.Email));
        await Community.MustAsync(_ines, new RenewMember.Command(ada.Handle));
        await Community.NotFoundAsync(_ines, new ViewMember.Command("nobody"));

        Assert.Equal((ada.Email, 1, null), (view.Email, view.Sessions, view.LetInBy));
        Assert.Equal(0, (await Community.MustAsync(_ines, new ViewMember.Command(ada.Handle))).Sessions);
        Assert.Equal(
            [
                (AuditAct.ViewedMember, _ines.Id),
                (AuditAct.SignedOutMember, _ines.Id),
                (AuditAct.LapsedMember, (long?)null),
                (AuditAct.RenewedMember, _ines.Id),
                (AuditAct.ViewedMember, _ines.Id),
            ],
            await Community.InDatabaseAsync(async context =>
                (await context.Audit.OrderBy(entry => entry.Id).ToListAsync())
                    .Where(entry => entry.SubjectId == ada.Id)
                    .Select(entry => (entry.Act, entry.ActorId))
                    .ToList()
            )
        );
    }

    [Fact]
    public async Task The_tree_shows_who_invited_and_approved_whom()
    {
        await Community.MustAsync(_ines, new InviteAddresses.Command("ada@example.org"));
        await Community.AskAsync(AccountStories.Registration("ada"));
        await Community.ConfirmAsync();
        await Community.InDatabaseAsync(context =>
            context
                .Users.Where(account => account.Email == "ada@example.org")
                .ExecuteUpdateAsync(set => set.SetProperty(account => account.Role, Role.Administrator))
        );
        var adaId = await Community.InDatabaseAsync(context =>
            context.Members.Where(member => member.Handle == "ada").Select(member => member.Id).SingleAsync()
        );
        var ada = new Person(adaId, "ada", "Ada Lovelace", "ada@example.org") { MayAdminister = true };
        for (var number = 0; number <= ViewTree.MostNested; number++)
        {
            var applicant = await Community.InsertAsync(A.Member() with { WaitsWith = "I keep tide tables." });
            await Community.MustAsync(ada, new ApproveApplicant.Command(applicant.Handle));
        }

        var whole = (await Community.QueryAsync(_ines, new ViewTree.Query()))!;
        var mine = (await Community.QueryAsync(_ines, new ViewTree.Query("ines")))!;
        var adas = (await Community.QueryAsync(_ines, new ViewTree.Query("ada")))!;

        Assert.Empty(whole.Above);
        Assert.Equal(("ines", 1, "ada"), Shape(Assert.Single(whole.Branches.Items)));
        var branch = Assert.Single(mine.Branches.Items);
        Assert.Equal((ViewTree.MostNested + 1, ViewTree.MostNested), (branch.LetIn, branch.First.Count));
        Assert.Equal(["ada", "ines"], adas.Above.Select(person => person.Handle));
        Assert.Equal(ViewTree.MostNested + 1, adas.Branches.Items.Count);
        Assert.Null(await Community.QueryAsync(_ines, new ViewTree.Query("nobody")));
        Assert.Equal(
            ("ines", 6),
            (await Community.MustAsync(_ines, new ViewMember.Command("ada"))) is var seen
                ? (seen.LetInBy!.Handle, seen.LetIn)
                : default
        );

        static (string, int, string) Shape(ViewTree.Branch one) =>
            (one.Member.Handle, one.LetIn, Assert.Single(one.First).Handle);
    }

    private Task<Person> AdministratorAsync() =>
        Community.InsertAsync(A.Member() with { Role = Role.Administrator, CanSignIn = true });

    private async Task<Outcome<GrantRole.Granted>> DemoteAsync(Person sender, Person member) =>
        await Community.SendAsync(sender, Demote(member, await Community.ProofAsync(sender)));

    private static GrantRole.Command Demote(Person member, string proof) => new(member.Handle, Role.Member, proof);

    private async Task<IEnumerable<string>> FoundAsync(ListMembers.Query query) =>
        (await Community.QueryAsync(_ines, query))!.Items.Select(row => row.Handle);

    private Task<DateTime?> DigestDueAsync(Person person) =>
        Community.InDatabaseAsync(context =>
            context.Members.Where(member => member.Id == person.Id).Select(member => member.DigestDueAt).SingleAsync()
        );

    private static string MailName(ConnectGate.People.Mail.OutgoingMail mail) =>
        mail.Subject.EndsWith("has ended", StringComparison.Ordinal) ? "mail-lapsed"
        : mail.Subject.EndsWith("is renewed", StringComparison.Ordinal) ? "mail-renewed"
        : mail.Subject;
}

public sealed class MembersTestsOnSqlite() : MembersTests(Database.Sqlite);

public sealed class MembersTestsOnPostgres() : MembersTests(Database.Postgres);
