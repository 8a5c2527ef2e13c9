using ConnectGate.Ties.AddressBook.Reading;

namespace ConnectGate.Tests.Slices.Ties.AddressBook;

public sealed class VCardTests
{
    [Fact]
    public void Cards_of_version_3_are_read_folded_grouped_escaped_and_quoted_printable()
    {
        var read = Given.Read(Given.File("cards-3.0.vcf"));

        Assert.Equal(
            [
                ("Dr. Ada Ferreira", "Tidewater Instruments", "Instrument maker, second class", "ada-ferreira"),
                ("Zoë Ångström", "", "", "zoe-angstrom"),
            ],
            read.Contacts.Select(contact => (contact.Name, contact.Company, contact.Position, contact.Slug!))
        );
        Assert.Equal(["ADA@TIDEWATER.EXAMPLE", "ADA.FERREIRA@HOME.EXAMPLE"], read.Contacts[0].Emails);
        Assert.Equal(
            [(3, RowProblem.Nameless), (4, RowProblem.Version)],
            read.Problems.Select(problem => (problem.Row, problem.Problem))
        );
    }

    [Fact]
    public void Cards_of_version_4_are_read_with_quoted_parameters_and_names_in_any_case()
    {
        var read = Given.Read(Given.File("cards-4.0.vcf"));

        Assert.Equal(
            [("Tomé Reis", "Acme ; Sons", "tomé-reis"), ("Emmy Stern", "", null)],
            read.Contacts.Select(contact => (contact.Name, contact.Company, contact.Slug))
        );
        Assert.Equal(["TOME@REIS.EXAMPLE"], read.Contacts[0].Emails);
        Assert.Empty(read.Contacts[1].Emails);
        Assert.Equal(
            (3, RowProblem.Unfinished),
            Assert.Single(read.Problems) is var cut ? (cut.Row, cut.Problem) : default
        );
    }

    [Fact]
    public void A_card_within_a_card_ends_the_one_before_unfinished()
    {
        var read = Given.Read(
            Given.Text("BEGIN:VCARD\nVERSION:4.0\nFN:One\nBEGIN:VCARD\nVERSION:4.0\nFN:Two\nEND:VCARD\n")
        );

        Assert.Equal("Two", Assert.Single(read.Contacts).Name);
        Assert.Equal(
            (1, RowProblem.Unfinished),
            Assert.Single(read.Problems) is var one ? (one.Row, one.Problem) : default
        );
    }

    [Fact]
    public void A_photograph_on_one_line_is_passed_over()
    {
        var read = Given.Read(
            Given.Text(
                $"BEGIN:VCARD\nVERSION:3.0\nPHOTO;ENCODING=b:{new string('A', 3_000_000)}\nFN:Ada Ferreira\nEND:VCARD\n"
            )
        );

        Assert.Equal("Ada Ferreira", Assert.Single(read.Contacts).Name);
    }

    [Fact]
    public void At_most_ten_addresses_of_one_person_are_kept() =>
        Assert.Equal(
            Contact.MostEmails,
            Assert
                .Single(
                    Given
                        .Read(
                            Given.Text(
                                "BEGIN:VCARD\nVERSION:4.0\nFN:Ada\n"
                                    + string.Concat(
                                        Enumerable.Range(0, 50).Select(number => $"EMAIL:a{number}@a.example\n")
                                    )
                                    + "END:VCARD\n"
                            )
                        )
                        .Contacts
                )
                .Emails.Count
        );
}
