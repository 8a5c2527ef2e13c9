using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.AddressBook;
using ConnectGate.Ties.AddressBook.Reading;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Slices.Ties.AddressBook;

public abstract class ImportTests(Database database) : CommunityTests(database)
{
    [Fact]
    public async Task An_import_tells_how_many_were_added_left_out_and_could_not_be_read()
    {
        var owner = await Community.InsertAsync();

        var import = await Community.ImportAsync(
            owner,
            Given.Zip(
                ("a/Connections.csv", Given.File("Connections.csv")),
                ("a/Invitations.csv", Given.File("Invitations.csv"))
            )
        );

        Assert.Equal(
            (false, 9, 9, 9, 0, 0, 1),
            (import.Running, import.Total, import.Done, import.Added, import.Updated, import.Unchanged, import.LeftOut)
        );
        Assert.Equal(
            [(ImportPart.Invitations, 5, RowProblem.Date), (ImportPart.Invitations, 6, RowProblem.Direction)],
            import.Problems.Select(problem => (problem.Part, problem.Row, problem.Problem))
        );
        Assert.Equal(9, (await Community.BookAsync(owner)).People);
    }

    [Fact]
    public async Task The_owner_sees_all_that_is_kept_of_a_person()
    {
        var owner = await Community.InsertAsync();
        await Community.ImportAsync(owner, Given.File("Connections.csv"));

        var row = Assert.Single((await Community.BookAsync(owner, "bogdan weirs")).Entries.Items);

        Assert.Equal(
            ("Bogdan Smith, PhD", "Locks, Weirs & Sons", "Hydraulic engineer", "bogdansmith-123"),
            (row.Name, row.Company, row.Position, row.Slug)
        );
        Assert.Equal(
            (AddressBookSource.Connection, new DateOnly(2019, 11, 17), Community.Clock.Now),
            (row.Source, row.On, row.ImportedAt)
        );
        Assert.Equal(["bogdan@smith.example"], row.Emails);
    }

    [
        Theory,
        InlineData("Connections.csv"),
        InlineData("Invitations.csv"),
        InlineData("cards-3.0.vcf"),
        InlineData("cards-4.0.vcf"),
        InlineData("Connections-2022.csv")
    ]
    public async Task The_same_file_again_changes_nothing(string file)
    {
        var owner = await Community.InsertAsync();
        await Community.ImportAsync(owner, Given.File(file));
        var before = await Community.BookAsync(owner);
        Community.Advance(TimeSpan.FromDays(1));

        var again = await Community.ImportAsync(owner, Given.File(file));

        Assert.Equal((0, 0, again.Total), (again.Added, again.Updated, again.Unchanged));
        Assert.Equivalent(before.Entries.Items, (await Community.BookAsync(owner)).Entries.Items, strict: true);
    }

    [Fact]
    public async Task A_newer_file_updates_whom_the_older_one_knew_by_name_alone()
    {
        var owner = await Community.InsertAsync();
        await Community.ImportAsync(owner, Given.File("Connections-2022.csv"));

        var import = await Community.ImportAsync(owner, Given.File("Connections.csv"));

        Assert.Equal((3, 2), (import.Added, import.Updated));
        var ada = Assert.Single((await Community.BookAsync(owner, "ferreira")).Entries.Items);
        Assert.Equal(("Tidewater Instruments", "ada-ferreira"), (ada.Company, ada.Slug));
    }

    [Fact]
    public async Task Two_entries_known_by_the_same_name_alone_are_one()
    {
        var owner = await Community.InsertAsync();
        await Community.ImportAsync(owner, Given.Text("First Name,Last Name,Connected On\nAda,Ferreira,1 May 2020\n"));

        var import = await Community.ImportAsync(
            owner,
            Given.Text(
                "First Name,Last Name,URL,Connected On\nAda,Ferreira,linkedin.com/in/ada-1,1 May 2020\n"
                    + "Ada,Ferreira,linkedin.com/in/ada-2,1 May 2020\n"
            )
        );

        Assert.Equal((1, 1), (import.Added, import.Updated));
        Assert.Equal(
            ["ada-1", "ada-2"],
            (await Community.BookAsync(owner)).Entries.Items.Select(row => row.Slug).Order()
        );
    }

    [Fact]
    public async Task Addresses_that_a_newer_card_lacks_go_and_new_ones_come()
    {
        var owner = await Community.InsertAsync();
        const string card =
            "BEGIN:VCARD\nVERSION:4.0\nUID:7\nFN:Ada\nEMAIL:old@a.example\nEMAIL:both@a.example\nEND:VCARD\n";
        await Community.ImportAsync(owner, Given.Text(card));

        await Community.ImportAsync(owner, Given.Text(card.Replace("old@", "new@", StringComparison.Ordinal)));

        Assert.Equal(
            ["both@a.example", "new@a.example"],
            Assert.Single((await Community.BookAsync(owner)).Entries.Items).Emails
        );
        Assert.Equal(2, await Community.CountAsync<AddressBookEmail>());
    }

    [Fact]
    public async Task Nobody_sees_the_book_of_another_and_each_has_their_own()
    {
        var (owner, other) = await Community.InsertTwoAsync();
        await Community.ImportAsync(owner, Given.File("Connections.csv"));

        var none = await Community.BookAsync(other);
        Assert.Equal((0, null, 0), (none.People, none.Import, none.Entries.Items.Count));

        Assert.Equal(5, (await Community.ImportAsync(other, Given.File("Connections.csv"))).Added);
        await Community.MustAsync(other, new RemoveAddressBook.Command());
        Assert.Equal(5, (await Community.BookAsync(owner)).People);
    }

    [Fact]
    public async Task A_large_book_is_saved_in_slices_and_the_owner_sees_how_far_it_is()
    {
        var owner = await Community.InsertAsync();
        await Community.BeginAsync(owner, Given.Connections(1_200));
        Assert.Equal(
            (true, 0),
            (await Community.BookAsync(owner)).Import is { } begun ? (begun.Running, begun.Done) : default
        );

        // The process ends after one slice. Another process continues from there.
        await SaveOneAsync(Community);
        Assert.Equal(
            (true, 500),
            (await Community.BookAsync(owner)).Import is { } on ? (on.Running, on.Done) : default
        );
        await using var other = Community.OtherNode();
        await other.SaveSlicesAsync();

        var import = (await Community.BookAsync(owner)).Import!;
        Assert.Equal((false, 1_200, 1_200), (import.Running, import.Done, import.Added));
        Assert.Equal(0, await Community.CountAsync<AddressBookSlice>());
    }

    [Fact]
    public async Task Two_nodes_that_save_at_once_save_nothing_twice()
    {
        var owner = await Community.InsertAsync();
        await Community.BeginAsync(owner, Given.Connections(2_100));
        await using var other = Community.OtherNode();

        await Task.WhenAll(Community.SaveSlicesAsync(), other.SaveSlicesAsync());

        var book = await Community.BookAsync(owner);
        Assert.Equal((2_100, 2_100, false), (book.People, book.Import!.Added, book.Import.Running));
    }

    [Fact]
    public async Task While_one_import_is_under_way_another_is_refused()
    {
        var owner = await Community.InsertAsync();
        await Community.BeginAsync(owner, Given.Connections(600));

        var second = await Community.BeginAsync(owner, Given.File("Connections.csv"));

        Assert.Equal(
            ("address-book-importing", "file"),
            Assert.Single(second.Refusals) is var refusal ? (refusal.Code, refusal.Field) : default
        );
        await Community.SaveSlicesAsync();
        Assert.Equal(600, (await Community.BookAsync(owner)).People);
        Assert.True((await Community.BeginAsync(owner, Given.File("Connections.csv"))).Succeeded);
    }

    [Fact]
    public async Task One_of_two_imports_at_once_is_refused()
    {
        var owner = await Community.InsertAsync();
        await using var other = Community.OtherNode();

        var outcomes = await Task.WhenAll(
            Community.BeginAsync(owner, Given.Connections(700)),
            other.BeginAsync(owner, Given.Connections(700))
        );

        Assert.Single(outcomes, outcome => outcome.Succeeded);
        Assert.Equal(
            "address-book-importing",
            Assert.Single(Assert.Single(outcomes, outcome => !outcome.Succeeded).Refusals).Code
        );
        await Community.SaveSlicesAsync();
        Assert.Equal(
            (700, 700),
            (await Community.BookAsync(owner)) is var book ? (book.People, book.Import!.Total) : default
        );
    }

    [Fact]
    public async Task A_full_book_takes_whom_it_knows_and_nobody_else()
    {
        var owner = await Community.InsertAsync();
        await FillAsync(owner, AddressBookEntry.Most - 4);

        var refused = await Community.BeginAsync(owner, Given.File("Connections.csv"));
        Assert.Equal("address-book-full", Assert.Single(refused.Refusals).Code);
        Assert.Equal(0, await Community.CountAsync<AddressBookSlice>());
        Assert.Null((await Community.BookAsync(owner)).Import);

        Assert.Equal(4, (await Community.ImportAsync(owner, Given.Connections(4))).Added);
        Assert.Equal(4, (await Community.ImportAsync(owner, Given.Connections(4))).Unchanged);
    }

    [Theory]
    [InlineData(null, "address-file-missing")]
    [InlineData("", "address-file-empty")]
    [InlineData("First Name,Connected On\n", "address-file-empty")]
    [InlineData("Hello,World\n", "address-file-unknown")]
    [InlineData("PK\u0003\u0004", "address-file-damaged")]
    public async Task A_file_that_is_none_is_refused_and_nothing_is_stored(string? text, string code)
    {
        var owner = await Community.InsertAsync();
        var before = await Community.CountEveryTableAsync();

        var refused = await Community.BeginAsync(owner, text is null ? null : Given.Text(text));

        Assert.Equal(code, Assert.Single(refused.Refusals).Code);
        Assert.Equal(before, await Community.CountEveryTableAsync());
    }

    [Fact]
    public async Task A_file_of_nothing_but_mistakes_tells_them()
    {
        var owner = await Community.InsertAsync();

        var import = await Community.ImportAsync(owner, Given.Text("First Name,Last Name,Connected On\n,,\nAda\n"));

        Assert.Equal((false, 0, 3), (import.Running, import.Total, Assert.Single(import.Problems).Row));
    }

    [Fact]
    public async Task Removing_it_all_leaves_nothing_not_even_what_waits_to_be_saved()
    {
        var owner = await Community.InsertAsync();
        await Community.ImportAsync(owner, Given.File("cards-3.0.vcf"));
        await Community.BeginAsync(owner, Given.Connections(1_200));
        await SaveOneAsync(Community);

        await Community.MustAsync(owner, new RemoveAddressBook.Command());

        Assert.Equal(
            0,
            await Community.CountAsync<AddressBookEntry>()
                + await Community.CountAsync<AddressBookEmail>()
                + await Community.CountAsync<AddressBookSlice>()
                + await Community.CountAsync<AddressBookImport>()
        );
        Assert.Equal(0, await Community.SaveSlicesAsync());
        Assert.True((await Community.SendAsync(owner, new RemoveAddressBook.Command())).Succeeded);
    }

    [Fact]
    public async Task The_list_goes_by_name_page_by_page()
    {
        var owner = await Community.InsertAsync();
        await Community.ImportAsync(owner, Given.Connections(45));

        var names = new List<string>();
        for (string? cursor = ""; cursor is not null; )
        {
            var page = (await Community.BookAsync(owner, cursor: cursor)).Entries;
            names.AddRange(page.Items.Select(row => row.Name));
            cursor = page.Next;
        }

        Assert.Equal(45, names.Distinct().Count());
        Assert.Equal(Page<ViewAddressBook.Row>.Size, (await Community.BookAsync(owner)).Entries.Items.Count);
        Assert.Equal("Given0 Family0", names[0]);
    }

    [Fact]
    public async Task The_database_keeps_one_entry_for_a_person_of_a_file()
    {
        var owner = await Community.InsertAsync();
        await Community.ImportAsync(owner, Given.Connections(1));
        var contact = Assert.Single(Given.Read(Given.Connections(1)).Contacts);

        await Assert.ThrowsAsync<DbUpdateException>(() =>
            Community.InDatabaseAsync(async context =>
            {
                context.AddressBook.Add(AddressBookEntry.Of(owner.Id, contact, Community.Clock.Now));
                await context.SaveChangesAsync(TestContext.Current.CancellationToken);
            })
        );
    }

    private static Task SaveOneAsync(Community community) =>
        community.InScopeAsync(null, null, services =>
            ((MediatR.IMediator)services.GetService(typeof(MediatR.IMediator))!).Send(
                new SaveSlice.Command(),
                TestContext.Current.CancellationToken
            )
        );

    // Inserted directly: the test needs thousands of rows, and their import is tested elsewhere.
    private Task FillAsync(Person owner, int count) =>
        Community.InDatabaseAsync(context =>
            context.Database.ExecuteSqlAsync(
                $"""
                WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {count})
                INSERT INTO "AddressBook" ("OwnerId", "Key", "Source", "Name", "Company", "Position", "FoldedName",
                    "SearchText", "ImportedAt")
                SELECT {owner.Id}, 'key ' || n, 'Card', 'Other ' || n, '', '', 'other ' || n, 'other ' || n,
                    {Community.Clock.Now} FROM numbers
                """,
                TestContext.Current.CancellationToken
            )
        );
}

public sealed class ImportTestsOnSqlite() : ImportTests(Database.Sqlite);

public sealed class ImportTestsOnPostgres() : ImportTests(Database.Postgres);
