using ConnectGate.Desk.Inbox;
using ConnectGate.People.Members.Profiles;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.AddressBook;
using Microsoft.EntityFrameworkCore;
using static ConnectGate.Tests.Slices.Stories;

namespace ConnectGate.Tests.Slices.Ties.AddressBook;

/// <summary>"Do I know this person?", answered by the recipient's address book.</summary>
public abstract class MatchTests(Database database) : CommunityTests(database)
{
    [Fact]
    public async Task A_confirmed_address_in_the_book_is_the_surest()
    {
        var (sender, recipient) = await Community.InsertTwoAsync();
        await Community.ImportAsync(
            recipient,
            Connection("Somebody", "Else", email: sender.Email.ToUpperInvariant(), company: "Tidewater")
        );

        var match = Assert.Single(await MatchesAsync(sender, recipient));

        Assert.Equal(
            new AddressBookMatch(
                MatchKind.Confirmed,
                AddressBookSource.Connection,
                "Somebody Else",
                "Tidewater",
                new DateOnly(2021, 2, 8)
            ),
            match
        );
    }

    [Fact]
    public async Task An_address_that_was_never_confirmed_finds_nobody()
    {
        var (sender, recipient) = await Community.InsertTwoAsync();
        await Community.ImportAsync(recipient, Connection("Somebody", "Else", email: sender.Email));
        await Community.InDatabaseAsync(context =>
            context
                .Users.Where(account => account.Id == sender.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(account => account.EmailConfirmed, false))
        );

        Assert.Empty(await MatchesAsync(sender, recipient));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task An_address_on_LinkedIn_that_the_sender_typed_says_that_they_are_somebody(bool asOtherName)
    {
        var (sender, recipient) = await Community.InsertTwoAsync();
        await DescribeAsync(
            sender,
            asOtherName ? "linkedin.com/in/ADA-Ferreira" : null,
            asOtherName ? null : new("Write to https://www.linkedin.com/in/ada-ferreira/", Audience.All)
        );
        await Community.ImportAsync(recipient, Connection("Ada", "Ferreira", slug: "ada-ferreira"));

        Assert.Equal(
            (MatchKind.Said, "Ada Ferreira"),
            Assert.Single(await MatchesAsync(sender, recipient)) is var match ? (match.How, match.Name) : default
        );
    }

    [Fact]
    public async Task A_better_way_that_only_declines_show_finds_nobody()
    {
        var (sender, recipient) = await Community.InsertTwoAsync();
        await DescribeAsync(sender, null, new("https://www.linkedin.com/in/ada-ferreira", Audience.MyDecline));
        await Community.ImportAsync(recipient, Connection("Ada", "Ferreira", slug: "ada-ferreira"));

        Assert.Empty(await MatchesAsync(sender, recipient));
    }

    [Theory]
    [InlineData("Ada Ferreira", "", "Tidewater", true)]
    [InlineData("ADA FERREÍRA", "Instrument maker at Tidewater, mostly", "Tidewater", true)]
    [InlineData("Ada Ferreira", "Instrument maker at Tidewater", "", true)]
    [InlineData("Ada Ferreira", "Instrument maker at Highwater", "Tidewater", false)]
    [InlineData("Ada Ferreira", "Instrument maker at Tidewaters", "Tidewater", false)]
    [InlineData("Ada M. Ferreira", "", "Tidewater", false)]
    public async Task The_same_name_is_perhaps_the_same_person_unless_the_company_speaks_against_it(
        string name,
        string headline,
        string company,
        bool found
    )
    {
        var (sender, recipient) = (
            await Community.InsertAsync(A.Member() with { DisplayName = name }),
            await Community.InsertAsync()
        );
        await Community.MustAsync(sender, new EditProfile.Command(name, headline, "", ["en"], [], []));
        await Community.ImportAsync(recipient, Connection("Ada", "\"Ferreira, PhD\"", company: company));

        Assert.Equal(
            found ? [MatchKind.Perhaps] : [],
            (await MatchesAsync(sender, recipient)).Select(match => match.How)
        );
    }

    [Theory]
    [InlineData("Łukasz Żak", "Lukasz Zak", "")]
    [InlineData("Hazel Kettle", "Kettle\\, Hazel", "")]
    [InlineData("Kettle Hazel", "Mum", "Kettle;Hazel;;;")]
    [InlineData("Hazel Kettle", "Dr. Hazel Kettle MBA", "Kettle;Hazel;;Dr.;MBA")]
    [InlineData("Dr. Hazel Kettle", "Hazel Kettle", "")]
    [InlineData("山本花子", "花子 山本", "山本;花子;;;")]
    public async Task The_same_name_is_found_in_either_order_and_without_titles(string name, string shown, string parts)
    {
        var (sender, recipient) = (
            await Community.InsertAsync(A.Member() with { DisplayName = name }),
            await Community.InsertAsync()
        );
        await Community.ImportAsync(
            recipient,
            Given.Text($"BEGIN:VCARD\nVERSION:3.0\nFN:{shown}\nN:{parts}\nEND:VCARD\n")
        );

        Assert.Equal(MatchKind.Perhaps, Assert.Single(await MatchesAsync(sender, recipient)).How);
    }

    [Fact]
    public async Task The_surest_come_first_each_person_of_the_book_once_and_three_at_most()
    {
        var (sender, recipient) = (
            await Community.InsertAsync(A.Member() with { DisplayName = "Ada Ferreira" }),
            await Community.InsertAsync()
        );
        await DescribeAsync(sender, "linkedin.com/in/ada-ferreira", null, "Ada Ferreira");
        await Community.ImportAsync(recipient, Connection("Ada", "Ferreira", slug: "ada-1"));
        await Community.ImportAsync(recipient, Connection("Ada", "Ferreira", slug: "ada-2"));
        await Community.ImportAsync(recipient, Connection("Ada", "Ferreira", slug: "ada-ferreira"));
        await Community.ImportAsync(
            recipient,
            Given.Text($"BEGIN:VCARD\nVERSION:4.0\nFN:My Ada\nEMAIL:{sender.Email}\nEND:VCARD\n")
        );

        Assert.Equal(
            [(MatchKind.Confirmed, "My Ada"), (MatchKind.Said, "Ada Ferreira"), (MatchKind.Perhaps, "Ada Ferreira")],
            (await MatchesAsync(sender, recipient)).Select(match => (match.How, match.Name))
        );
    }

    [Fact]
    public async Task The_book_of_somebody_else_answers_nothing()
    {
        var (sender, recipient, other) = await Community.InsertThreeAsync();
        await Community.ImportAsync(
            other,
            Connection(sender.DisplayName.Split(' ')[0], sender.DisplayName.Split(' ')[1], email: sender.Email)
        );
        await Community.ImportAsync(
            sender,
            Connection(sender.DisplayName.Split(' ')[0], sender.DisplayName.Split(' ')[1], email: sender.Email)
        );

        Assert.Empty(await MatchesAsync(sender, recipient));
    }

    private async Task<IReadOnlyList<AddressBookMatch>> MatchesAsync(Person sender, Person recipient) =>
        (
            await Community.MustAsync(
                recipient,
                new OpenRequest.Command(await Community.DeliverAsync(sender, recipient))
            )
        ).AddressBook;

    private Task<ConnectGate.Foundation.Pipeline.Done> DescribeAsync(
        Person member,
        string? otherName,
        EditProfile.Way? way,
        string? name = null
    ) =>
        Community.MustAsync(
            member,
            new EditProfile.Command(
                name ?? member.DisplayName,
                "",
                "",
                ["en"],
                otherName is null ? [] : [otherName],
                way is null ? [] : [way]
            )
        );

    private static byte[] Connection(
        string firstName,
        string lastName,
        string email = "",
        string slug = "",
        string company = ""
    ) =>
        Given.Text(
            $"{Given.Header}{firstName},{lastName},"
                + $"{(slug.Length > 0 ? $"https://www.linkedin.com/in/{slug}" : "")},{email},{company},,08 Feb "
                + "2021\n"
        );
}

public sealed class MatchTestsOnSqlite() : MatchTests(Database.Sqlite);

public sealed class MatchTestsOnPostgres() : MatchTests(Database.Postgres);
