using ConnectGate.Ties.AddressBook;
using ConnectGate.Ties.AddressBook.Reading;

namespace ConnectGate.Tests.Slices.Ties.AddressBook;

public sealed class LinkedInCsvTests
{
    [Fact]
    public void Connections_are_read_from_under_the_notes_above_them()
    {
        var read = Given.Read(Given.File("Connections.csv"));

        Assert.Equal(
            [
                ("Ada Ferreira", "Tidewater Instruments", "Instrument maker", "ada-ferreira", "2026-02-08"),
                ("Bogdan Smith, PhD", "Locks, Weirs & Sons", "Hydraulic engineer", "bogdansmith-123", "2019-11-17"),
                ("Zoë Ångström", "Lund Observatory", "", "zoë-ångström-4b1", "2021-01-01"),
                ("Marie \"Mimi\" Okonkwo", "=SUM(A1:A9)", "+49 30 555", "mimi-okonkwo", "2023-09-30"),
                ("李 明", "上海海洋研究所", "研究员", "li-ming-9a8b7c", "2024-02-29"),
            ],
            read.Contacts.Select(contact =>
                (contact.Name, contact.Company, contact.Position, contact.Slug, $"{contact.On:O}")
            )
        );
        Assert.Equal(["BOGDAN@SMITH.EXAMPLE"], read.Contacts[1].Emails);
        Assert.Empty(read.Contacts[0].Emails);
    }

    [Fact]
    public void A_row_of_a_closed_account_is_left_out_and_no_mistake()
    {
        var read = Given.Read(Given.File("Connections.csv"));

        Assert.Equal((1, 0), (read.LeftOut, read.Problems.Count));
    }

    [
        Theory,
        InlineData("Connections-2022.csv", "Ada Ferreira"),
        InlineData("Connections-2019.csv", "Joost van der Meer")
    ]
    public void Files_of_before_mid_2023_have_no_addresses_and_are_read_all_the_same(string file, string first)
    {
        var read = Given.Read(Given.File(file));

        Assert.Equal(first, read.Contacts[0].Name);
        Assert.All(read.Contacts, contact => Assert.Null(contact.Slug));
        Assert.All(read.Contacts, contact => Assert.NotNull(contact.On));
    }

    [Theory, InlineData("\n"), InlineData("\r\n"), InlineData("\r")]
    public void Every_line_end_is_read_with_and_without_a_mark_of_byte_order(string lineEnd)
    {
        var text = (Given.Header + "Ada,Ferreira,,,,,08 Feb 2026").Replace("\n", lineEnd, StringComparison.Ordinal);

        Assert.Equal("Ada Ferreira", Assert.Single(Given.Read(Given.Text(text)).Contacts).Name);
        Assert.Equal("Ada Ferreira", Assert.Single(Given.Read(Given.Text("\uFEFF" + text)).Contacts).Name);
    }

    [Fact]
    public void Columns_go_by_their_names_whatever_their_order()
    {
        var contact = Assert.Single(
            Given
                .Read(
                    Given.Text(
                        "Company,Connected On,A new column,Last Name,First Name\nDike Watch,8 Feb 2026,x,Meer,Joost\n"
                    )
                )
                .Contacts
        );

        Assert.Equal(("Joost Meer", "Dike Watch", ""), (contact.Name, contact.Company, contact.Position));
    }

    [Fact]
    public void A_bad_row_is_told_with_its_number_and_the_good_ones_are_kept()
    {
        var read = Given.Read(Given.File("Connections-bad-rows.csv"));

        Assert.Equal(["Ada Ferreira", "Bogdan Smith", "Emeka Obi"], read.Contacts.Select(contact => contact.Name));
        Assert.Equal(
            [(3, RowProblem.Date), (4, RowProblem.TooShort), (5, RowProblem.Nameless)],
            read.Problems.Select(problem => (problem.Row, problem.Problem))
        );
        Assert.All(read.Problems, problem => Assert.Equal(ImportPart.Connections, problem.Part));
        Assert.Equal(
            "Its date cannot be read. The person was imported without it.",
            new Words().Say(read.Problems[0].Wording, language: null)
        );
    }

    [Fact]
    public void A_hundred_bad_rows_are_told_and_how_many_more_there_are()
    {
        var read = Given.Read(
            Given.Text(
                Given.Header + string.Concat(Enumerable.Repeat("Ada,Ferreira\n", 250)) + "Emeka,Obi,,,,,1 May 2020\n"
            )
        );

        Assert.Equal((100, 150, 1), (read.Problems.Count, read.MoreProblems, read.Contacts.Count));
    }

    [Fact]
    public void A_person_named_twice_is_kept_once_as_last_named()
    {
        var read = Given.Read(
            Given.Text(
                Given.Header
                    + "Ada,Ferreira,https://www.linkedin.com/in/ada,,Old Company,,1 May 2020\n"
                    + "Ada,Ferreira,https://pt.linkedin.com/in/ADA/,,New Company,,1 May 2020\n"
            )
        );

        Assert.Equal("New Company", Assert.Single(read.Contacts).Company);
    }

    [Fact]
    public void An_invitation_keeps_the_other_person_and_the_day_and_never_the_message()
    {
        var read = Given.Read(Given.File("Invitations.csv"));

        Assert.Equal(
            [
                (AddressBookSource.InvitationReceived, "Petra Novak", "petra-novak-77", "2026-01-29"),
                (AddressBookSource.InvitationSent, "Tomé Reis", "tomé-reis", "2025-12-03"),
                (AddressBookSource.InvitationSent, "Ada Ferreira", "ada-ferreira", "2026-02-08"),
                (AddressBookSource.InvitationReceived, "Someone", "someone", ""),
            ],
            read.Contacts.Select(contact => (contact.Source, contact.Name, contact.Slug!, $"{contact.On:O}"))
        );
        Assert.Equal(
            [(5, RowProblem.Date), (6, RowProblem.Direction)],
            read.Problems.Select(problem => (problem.Row, problem.Problem))
        );
        Assert.DoesNotContain("Gdansk", System.Text.Json.JsonSerializer.Serialize(read), StringComparison.Ordinal);
    }

    [Fact]
    public void Invitations_of_before_late_2023_have_no_addresses() =>
        Assert.Equal(
            ("Petra Novak", null),
            Assert.Single(Given.Read(Given.File("Invitations-2022.csv")).Contacts) is var petra
                ? (petra.Name, petra.Slug)
                : default
        );

    [Theory]
    [InlineData("https://www.linkedin.com/in/Ada-Ferreira/", "ada-ferreira")]
    [InlineData("linkedin.com/in/ada?trk=x", "ada")]
    [InlineData("Find me at https://de.linkedin.com/in/ada#top, please", "ada")]
    [InlineData("http://www.linkedin.com/in/zo%C3%AB.", "zoë")]
    [InlineData("https://notlinkedin.com/in/ada", null)]
    [InlineData("https://linkedin.com.evil.example/in/ada", null)]
    [InlineData("https://www.linkedin.com/company/ada", null)]
    [InlineData("https://www.linkedin.com/in/", null)]
    [InlineData("https://www.linkedin.com/in/%2F%2F", null)]
    [InlineData("", null)]
    public void A_slug_is_what_stands_behind_in_on_LinkedIn_alone(string text, string? slug) =>
        Assert.Equal(slug, LinkedInSlug.Of(text));
}
