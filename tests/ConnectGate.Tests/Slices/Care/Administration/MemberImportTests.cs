using System.Text;
using ConnectGate.Care.Administration;
using ConnectGate.Care.Administration.Imports;
using ConnectGate.Care.Administration.Members;
using ConnectGate.Foundation.Audit;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Admissions;
using ConnectGate.Tests.Slices.People.Accounts;
using ConnectGate.Tests.Slices.Ties.Groups;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Groups.Invitations;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Slices.Care.Administration;

/// <summary>A file of members: read, shown, and applied part by part.</summary>
public abstract class MemberImportTests(Database database) : CommunityTests(database)
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
    public async Task The_dry_run_says_what_would_happen_and_changes_nothing()
    {
        var ada = await Community.InsertAsync(new NewMember("ada", "Ada Łukasz"));

        await ReadAsync(
            $"""
            E-Mail;Vorname;Nachname;Mitgliedsnummer;Rolle;Gültig bis
            {ada.Email};Ada;Łukasz;7;Moderatorin;31.12.2030
            new@example.org;Grace;Hopper;8;;
            no address;Bad;Row;9;;
            other@example.org;Bad;Role;10;king;
            """
        );

        var import = await ImportAsync();
        Assert.Equal(ViewMemberImport.State.DryRun, import.State);
        Assert.Equal(new ViewMemberImport.Counts(1, 1, 0, 0, 0, 2), import.Counts);
        Assert.Equal(
            [(4, "no address"), (5, "king")],
            import.Problems.Select(problem => (problem.Line, problem.Value))
        );
        Assert.All(import.Problems, problem => Assert.NotEmpty(problem.Words));
        await WorkAsync(Community);
        Assert.Empty(await Community.MailAsync());
        Assert.Equal(Role.Member, await RoleAsync(ada));
        Assert.Equal(0, await Community.CountAsync<Admitted>());
    }

    [Fact]
    public async Task New_people_are_invited_and_members_are_updated_and_found_again_by_their_outside_id()
    {
        var ada = await Community.InsertAsync(new NewMember("ada", "Ada Łukasz"));
        await ApplyAsync($"email,id,role,expires\n{ada.Email},7,moderator,2030-12-31\nnew@example.org,8,,\n");

        Assert.Equal(new ViewMemberImport.Counts(1, 1, 0, 0, 0, 0), (await ImportAsync()).Counts);
        Assert.Equal("new@example.org", Assert.Single(await Community.MailAsync()).To);
        Assert.Equal(Role.Moderator, await RoleAsync(ada));
        await RegisterAsync("new@example.org");

        // Both have another address in the next file.
        await ApplyAsync("email,id,role,expires\nx@example.org,7,member,2031-01-31\ny@example.org,8,moderator,\n");

        var import = await ImportAsync();
        Assert.Equal(new ViewMemberImport.Counts(0, 2, 0, 0, 0, 0), import.Counts);
        Assert.Equal([true, true], import.Problems.Select(problem => problem.IsNote));
        Assert.Equal(Role.Member, await RoleAsync(ada));
        var accounts = await Community.InDatabaseAsync(context =>
            context.Users.OrderBy(account => account.OutsideId).ToListAsync()
        );
        Assert.Equal(
            [("7", ada.Email, new DateOnly(2031, 1, 31)), ("8", "new@example.org", (DateOnly?)null)],
            accounts
                .Where(account => account.OutsideId is not null)
                .Select(account => (account.OutsideId, account.Email, account.ExpiresOn))
        );

        await ApplyAsync("email,id\nx@example.org,7\n");
        Assert.Equal(new ViewMemberImport.Counts(0, 0, 0, 0, 1, 0), (await ImportAsync()).Counts);
    }

    [Fact]
    public async Task A_membership_that_is_over_lapses_and_a_later_end_renews_it()
    {
        var ada = await Community.InsertAsync(new NewMember("ada", "Ada Łukasz"));
        var yesterday = DateOnly.FromDateTime(Community.Clock.Now).AddDays(-1);

        await ApplyAsync($"email,expires\n{ada.Email},{yesterday:yyyy-MM-dd}\nnew@example.org,{yesterday:yyyy-MM-dd}");
        Assert.Equal(new ViewMemberImport.Counts(0, 0, 0, 1, 1, 0), (await ImportAsync()).Counts);
        Assert.True(await HasLapsedAsync(ada));

        await ApplyAsync($"email\n{ada.Email}\n");
        Assert.True(await HasLapsedAsync(ada));

        await ApplyAsync($"email,expires\n{ada.Email},{yesterday.AddDays(1):yyyy-MM-dd}\n");
        Assert.Equal(new ViewMemberImport.Counts(0, 0, 1, 0, 0, 0), (await ImportAsync()).Counts);
        Assert.False(await HasLapsedAsync(ada));

        // The end comes by itself.
        await Community.MustAsync(null, new LapseExpired.Command());
        Assert.False(await HasLapsedAsync(ada));
        Community.Advance(TimeSpan.FromDays(1));
        await Community.MustAsync(null, new LapseExpired.Command());
        Assert.True(await HasLapsedAsync(ada));
        await Community.MustAsync(_ines, new RenewMember.Command("ada"));
        await Community.MustAsync(null, new LapseExpired.Command());
        Assert.False(await HasLapsedAsync(ada));
    }

    [Fact]
    public async Task Members_who_are_not_in_the_file_lapse_only_if_the_administrator_chose_it()
    {
        var (ada, ben) = await Community.InsertTwoAsync();
        var other = await Community.InsertAsync(A.Member() with { Role = Role.Administrator });

        await ApplyAsync($"email\n{ada.Email}\n");
        Assert.False(await HasLapsedAsync(ben));

        await ApplyAsync($"email\n{ada.Email}\n", lapsesOthers: true);
        Assert.Equal(new ViewMemberImport.Counts(0, 0, 0, 2, 1, 0), (await ImportAsync()).Counts);
        Assert.True(await HasLapsedAsync(ben));
        Assert.True(await HasLapsedAsync(other));
        Assert.False(await HasLapsedAsync(_ines));

        await ApplyAsync($"email\n{ada.Email}\n{ben.Email}\n", lapsesOthers: true);
        Assert.False(await HasLapsedAsync(ben));
    }

    [Fact]
    public async Task The_last_administrator_is_neither_demoted_nor_lapsed_by_any_file()
    {
        await ApplyAsync($"email,role\n{_ines.Email},member\n");
        var import = await ImportAsync();
        Assert.Equal(new ViewMemberImport.Counts(0, 0, 0, 0, 0, 1), import.Counts);
        Assert.Equal(2, Assert.Single(import.Problems).Line);

        await ApplyAsync($"email,expires\n{_ines.Email},2001-01-01\n");
        Assert.Equal(1, (await ImportAsync()).Counts.Bad);

        await ApplyAsync("email\nnew@example.org\n", lapsesOthers: true, onServer: true);
        Assert.Equal((Role.Administrator, false), (await RoleAsync(_ines), await HasLapsedAsync(_ines)));

        // Of two in one file, one stays.
        var other = await Community.InsertAsync(A.Member() with { Role = Role.Administrator });
        await ApplyAsync($"email,role\n{_ines.Email},member\n{other.Email},member\n", onServer: true);
        Assert.Equal([Role.Administrator, Role.Member], [await RoleAsync(other), await RoleAsync(_ines)]);
    }

    [Fact]
    public async Task Groups_get_invitations_which_their_owners_accept_for_themselves()
    {
        var ada = await Community.InsertAsync(new NewMember("ada", "Ada Łukasz"));
        var maker = await Community.InsertAsync();
        await Community.MakeAsync(maker, details: GroupStories.Details() with { Name = "Harbour walkers" });

        await ApplyAsync(
            $"email,groups\n{ada.Email},harbour WALKERS\nnew@example.org,Harbour walkers\nbad@example.org,Nothing\n"
        );

        var import = await ImportAsync();
        Assert.Equal(new ViewMemberImport.Counts(1, 1, 0, 0, 0, 1), import.Counts);
        Assert.Equal([(4, "Nothing")], import.Problems.Select(problem => (problem.Line, problem.Value)));
        Assert.Equal(2, await Community.CountAsync<Invitation>());
        await ApplyAsync($"email,groups\n{ada.Email},Harbour walkers\n");
        Assert.Equal(1, (await ImportAsync()).Counts.Unchanged);
    }

    [Fact]
    public async Task Ten_thousand_rows_are_applied_part_by_part_and_another_node_goes_on_after_a_stop()
    {
        var rows = Enumerable
            .Range(0, 1_050)
            .Select(number => number % 21 == 20 ? $"bad {number},{number}" : $"reader{number}@example.org,{number}");
        await ReadAsync("email,id\n" + string.Join('\n', rows));
        await StartAsync();

        Assert.True(await OneAsync(Community));
        var on = await ImportAsync();
        Assert.Equal((ViewMemberImport.State.Applying, MemberImportSlice.Size, 1_000), (on.State, on.Done, on.Total));
        var second = await Community.QueryAsync(_ines, Query("email\nz@example.org\n"));
        await Community.RefusedAsync(_ines, new BeginMemberImport.Command(second!), "member-import-running", "file");
        await using var other = Community.OtherNode();
        await Task.WhenAll(WorkAsync(Community), WorkAsync(other));

        var done = await ImportAsync();
        Assert.Equal(ViewMemberImport.State.Finished, done.State);
        Assert.Equal(new ViewMemberImport.Counts(1_000, 0, 0, 0, 0, 50), done.Counts);
        Assert.Equal(50, done.Problems.Count);
        Assert.Equal(1_000, await Community.CountAsync<Admitted>());
        Assert.Equal(1_000, (await Community.MailAsync()).Select(mail => mail.To).Distinct().Count());
        Assert.Equal(0, await Community.CountAsync<MemberImportSlice>());
    }

    [Fact]
    public async Task A_stopped_import_keeps_what_is_done_and_drops_the_rest()
    {
        var rows = Enumerable.Range(0, MemberImportSlice.Size + 7).Select(number => $"reader{number}@example.org");
        await ReadAsync("email\n" + string.Join('\n', rows));
        await StartAsync();
        await OneAsync(Community);

        await Community.MustAsync(_ines, new DiscardMemberImport.Command());

        Assert.False(await OneAsync(Community));
        Assert.Equal(MemberImportSlice.Size, await Community.CountAsync<Admitted>());
        Assert.Equal(0, await Community.CountAsync<MemberImportSlice>());
    }

    [Fact]
    public async Task Somebody_who_registers_leaves_an_outside_id_to_the_member_who_has_it_by_now()
    {
        var ada = await Community.InsertAsync(new NewMember("ada", "Ada Łukasz"));
        await ApplyAsync("email,id\nnew@example.org,7\n");
        await ApplyAsync($"email,id\n{ada.Email},7\n");

        await RegisterAsync("new@example.org");

        Assert.Equal(
            [ada.Email],
            await Community.InDatabaseAsync(context =>
                context.Users.Where(account => account.OutsideId == "7").Select(account => account.Email).ToListAsync()
            )
        );
        Assert.Equal(3, await Community.CountAsync<Account>());
    }

    [Fact]
    public async Task Each_act_is_in_the_log_beside_the_administrators_own()
    {
        var ada = await Community.InsertAsync(new NewMember("ada", "Ada Łukasz"));

        await ApplyAsync($"email,role\n{ada.Email},moderator\nnew@example.org,\n");

        var entries = await Community.InDatabaseAsync(context =>
            context.Audit.OrderBy(entry => entry.Id).ToListAsync()
        );
        Assert.Equal(
            [AuditAct.ImportedMembers, AuditAct.GrantedRole, AuditAct.InvitedAddress],
            entries.Select(entry => entry.Act)
        );
        Assert.Equal((_ines.Id, ada.Id), (entries[0].ActorId, entries[1].SubjectId));
        Assert.All(entries, entry => Assert.Contains("Import ", entry.Reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, "member-file-missing")]
    [InlineData("", "member-file-unknown")]
    [InlineData("name,id\nAda,7\n", "member-file-unknown")]
    [InlineData("email,id\n", "member-file-empty")]
    [InlineData("PK\u0003\u0004", "member-file-unknown")]
    public async Task A_file_that_is_none_is_refused_and_nothing_is_stored(string? text, string code)
    {
        var read = await Community.QueryAsync(_ines, Query(text));

        await Community.RefusedAsync(_ines, new BeginMemberImport.Command(read!), code, "file");
    }

    [Fact]
    public async Task Rows_that_contradict_each_other_or_the_community_are_named()
    {
        var (ada, ben) = await Community.InsertTwoAsync();
        await ApplyAsync($"email,id\n{ada.Email},7\n{ben.Email},8\n");

        await ReadAsync(
            $"email,id,expires\n{ada.Email},8,\n{ada.Email},,\nc@example.org,9,\nd@example.org,9,\n"
                + $"{ben.Email},10,\ne@example.org,11,3/4/2030\nshort@example.org\n,12,\n=cmd()@x,13,\n"
        );

        Assert.Equal([2, 3, 5, 6, 7, 8, 9, 10], (await ImportAsync()).Problems.Select(problem => problem.Line));
        Assert.Equal(new ViewMemberImport.Counts(1, 0, 0, 0, 0, 8), (await ImportAsync()).Counts);
    }

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    public async Task A_file_is_read_in_the_encodings_that_spreadsheets_write(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] bytes =
        [
            .. encoding.GetPreamble(),
            .. encoding.GetBytes("Adresse e-mail\tPrénom\tNom\nzoe@example.org\tZoé\tLefèvre\n"),
        ];
        using var file = new MemoryStream(bytes);

        var read = await Community.QueryAsync(_ines, new ReadMemberFile.Query(file, LapsesOthers: false));
        await Community.MustAsync(_ines, new BeginMemberImport.Command(read!));
        await StartAsync();
        await WorkAsync(Community);

        var invited = Assert.Single((await Community.MustAsync(_ines, new ListInvitations.Command())).Items);
        Assert.Equal(("zoe@example.org", "Zoé Lefèvre"), (invited.Email, invited.Name));
    }

    private async Task ApplyAsync(string csv, bool lapsesOthers = false, bool onServer = false)
    {
        var by = onServer ? null : _ines;
        await ReadAsync(csv, lapsesOthers, by);
        await StartAsync(by);
        await WorkAsync(Community);
    }

    private Task ReadAsync(string csv) => ReadAsync(csv, lapsesOthers: false, _ines);

    private async Task ReadAsync(string csv, bool lapsesOthers, Person? by)
    {
        var read = await Community.QueryAsync(by, Query(csv, lapsesOthers));
        await Community.MustAsync(by, new BeginMemberImport.Command(read!));
    }

    private Task StartAsync() => StartAsync(_ines);

    private async Task StartAsync(Person? by) =>
        await Community.MustAsync(
            by,
            new ApplyMemberImport.Command(by is null ? null : await Community.ProofAsync(by))
        );

    private static ReadMemberFile.Query Query(string? csv, bool lapsesOthers = false) =>
        new(csv is null ? null : new MemoryStream(Encoding.UTF8.GetBytes(csv)), lapsesOthers);

    private async Task<ViewMemberImport.Import> ImportAsync() =>
        (await Community.QueryAsync(_ines, new ViewMemberImport.Query()))!.Import!;

    private static async Task WorkAsync(Community node)
    {
        var more = true;
        while (more)
        {
            more = await OneAsync(node);
        }
    }

    private static async Task<bool> OneAsync(Community node) =>
        (await node.MustAsync(null, new ApplyMemberSlice.Command())).Any;

    private async Task RegisterAsync(string email)
    {
        var handle = email.Split('@')[0];
        await Community.AskAsync(AccountStories.Registration(handle));
        await Community.ConfirmAsync();
    }

    private Task<Role> RoleAsync(Person person) =>
        Community.InDatabaseAsync(context =>
            context.Users.Where(account => account.Id == person.Id).Select(account => account.Role).SingleAsync()
        );

    private Task<bool> HasLapsedAsync(Person person) =>
        Community.InDatabaseAsync(context =>
            context.Users.AnyAsync(account => account.Id == person.Id && account.LapsedAt != null)
        );
}

public sealed class MemberImportTestsOnSqlite() : MemberImportTests(Database.Sqlite);

public sealed class MemberImportTestsOnPostgres() : MemberImportTests(Database.Postgres);
