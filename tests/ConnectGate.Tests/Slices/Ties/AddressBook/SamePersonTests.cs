using ConnectGate.Foundation.Data;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.AddressBook;
using ConnectGate.Ties.AddressBook.Reading;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Slices.Ties.AddressBook;

/// <summary>Entries of the same person and of different people, within one file and in two files.</summary>
public abstract class SamePersonTests(Database database) : CommunityTests(database)
{
    [Theory]
    [InlineData("EMAIL:house@kettle.example")]
    [InlineData("UID:1")]
    [InlineData("URL:https://www.linkedin.com/in/kettle-and-daughters")]
    public async Task Two_people_with_one_mark_are_two_people_in_one_file_and_in_two(string mark)
    {
        var (owner, other) = await Community.InsertTwoAsync();
        var (mother, daughter) = (Card("Ruth Kettle", mark), Card("Hazel Kettle", mark));

        Assert.Equal(2, (await Community.ImportAsync(owner, Given.Text(mother + daughter))).Added);
        await Community.ImportAsync(other, Given.Text(mother));
        Assert.Equal(1, (await Community.ImportAsync(other, Given.Text(daughter))).Added);

        foreach (var each in new[] { owner, other })
        {
            Assert.Equal(
                ["Hazel Kettle", "Ruth Kettle"],
                (await Community.BookAsync(each)).Entries.Items.Select(row => row.Name)
            );
        }

        var again = await Community.ImportAsync(owner, Given.Text(daughter + mother));
        Assert.Equal((0, 0, 2), (again.Added, again.Updated, again.Unchanged));
    }

    [Fact]
    public void Two_people_with_one_address_on_LinkedIn_are_two()
    {
        var read = Given.Read(
            Given.Text(
                Given.Header
                    + "Ruth,Kettle,linkedin.com/in/kettle,,,,1 May 2020\n"
                    + "Hazel,Kettle,linkedin.com/in/kettle,,,,1 May 2020\n"
            )
        );

        Assert.Equal(["Ruth Kettle", "Hazel Kettle"], read.Contacts.Select(contact => contact.Name));
    }

    [Fact]
    public void Two_people_with_one_name_and_two_companies_are_two_and_twice_the_same_is_one()
    {
        var read = Given.Read(
            Given.Text(
                Card("Hazel Kettle", "ORG:Quay Bakery")
                    + Card("Hazel Kettle", "ORG:Lighthouse Board")
                    + Card("Kettle, Hazel", "ORG:Quay Bakery", "TITLE:Baker")
            )
        );

        Assert.Equal(
            [("Quay Bakery", "Baker"), ("Lighthouse Board", "")],
            read.Contacts.Select(contact => (contact.Company, contact.Position))
        );
    }

    [Fact]
    public void The_same_person_twice_keeps_what_only_the_first_card_has()
    {
        var hazel = Assert.Single(
            Given
                .Read(
                    Given.Text(
                        Card("Hazel Kettle", "UID:7", "ORG:Quay Bakery", "EMAIL:hazel@kettle.example")
                            + Card("Hazel Kettle", "UID:7", "EMAIL:baker@quay.example")
                    )
                )
                .Contacts
        );

        Assert.Equal("Quay Bakery", hazel.Company);
        Assert.Equal(["BAKER@QUAY.EXAMPLE", "HAZEL@KETTLE.EXAMPLE"], hazel.Emails);
    }

    [Fact]
    public async Task A_book_of_an_earlier_version_is_folded_anew_and_the_same_file_finds_its_people_again()
    {
        var owner = await Community.InsertAsync();
        var (byName, byAddress) = (
            Card("Prof. Søren Ødegård", "TITLE:Pilot"),
            Card("Hazel Kettle", "EMAIL:hazel@kettle.example")
        );
        await Community.ImportAsync(owner, Given.Text(byName + byAddress));
        await Community.InDatabaseAsync(async context =>
        {
            var entries = context.AddressBook.OrderBy(entry => entry.Id);
            var hazel = Given.Read(Given.Text(byAddress)).Contacts[0];
            var (first, second) = ((await entries.ToListAsync(Token))[0], (await entries.ToListAsync(Token))[1]);
            await OfEarlierVersionAsync(context, first.Id, "prof søren ødegard", null);
            await OfEarlierVersionAsync(context, second.Id, "hazel kettle", hazel.EarlierKeys[0]);
            await context.Set<DoneRefresh>().ExecuteDeleteAsync(Token);
        });

        await Community.PrepareDatabaseAsync();

        Assert.Single((await Community.BookAsync(owner, "soren odegard")).Entries.Items);
        var again = await Community.ImportAsync(owner, Given.Text(byName + byAddress));
        Assert.Equal((0, 2), (again.Added, again.Total));
        Assert.Equal(2, (await Community.BookAsync(owner)).People);
    }

    private static Task OfEarlierVersionAsync(ConnectGateContext context, long id, string folded, string? key) =>
        context
            .AddressBook.Where(entry => entry.Id == id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(entry => entry.FoldedName, folded)
                        .SetProperty(entry => entry.SearchText, folded)
                        .SetProperty(
                            entry => entry.Key,
                            key ?? Contact.KeyOfName(AddressBookSource.Card, folded, null)
                        ),
                Token
            );

    private static string Card(string name, params string[] lines) =>
        $"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\n{string.Concat(lines.Select(line => line + "\n"))}END:VCARD\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}

public sealed class SamePersonTestsOnSqlite() : SamePersonTests(Database.Sqlite);

public sealed class SamePersonTestsOnPostgres() : SamePersonTests(Database.Postgres);
