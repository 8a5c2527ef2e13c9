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
    public void Cards_of_version_2_1_and_cards_without_a_version_are_read()
    {
        var read = Given.Read(
            Given.Text(
                "BEGIN:VCARD\r\nVERSION:2.1\r\n"
                    + "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C5=A0im=C3=A1;V=C3=A1clav=3B;;;\r\n"
                    + "EMAIL;PREF;INTERNET:vaclav@sima.example\r\nPHOTO;BASE64;JPEG:\r\n AAAA\r\n BBBB\r\n\r\n"
                    + "TITLE:Keeper of the\r\n  north light\r\nEND:VCARD\r\n"
                    + "BEGIN:VCARD\r\nFN;ENCODING=QUOTED-PRINTABLE:Ir=C3=A8ne=20=\r\n=20Fontaine\r\nEND:VCARD\r\n"
                    + "begin:vcard\r\nversion:2.1\r\nn:Kettle;Hazel\r\nAGENT:\r\nBEGIN:VCARD\r\nVERSION:2.1\r\n"
                    + "N:Secretary;The\r\nEND:VCARD\r\nORG:Quay Bakery\r\nend:vcard\r\n"
            )
        );

        Assert.Empty(read.Problems);
        Assert.Equal(
            [
                ("Václav; Šimá", "vaclav sima", "Keeper of the north light", ""),
                ("Irène Fontaine", "irene fontaine", "", ""),
                ("Hazel Kettle", "hazel kettle", "", "Quay Bakery"),
            ],
            read.Contacts.Select(contact => (contact.Name, contact.FoldedName, contact.Position, contact.Company))
        );
        Assert.Equal(["VACLAV@SIMA.EXAMPLE"], read.Contacts[0].Emails);
    }

    [Theory]
    [InlineData("FN:Kettle\\, Hazel", "N:Kettle;Hazel;;;", "hazel kettle")]
    [InlineData("FN:Rev. Hazel M. Kettle OBE", "N:Kettle;Hazel;M.;Rev.;OBE", "hazel kettle")]
    [InlineData("FN:Mum", "N:Kettle;Hazel;;;", "hazel kettle")]
    [InlineData("FN:Kettle\\, Hazel", "N:;;;;", "hazel kettle")]
    [InlineData("FN:", "N:Kettle;Hazel;;;", "hazel kettle")]
    public void Names_are_compared_by_given_and_family_name(string shown, string parts, string folded) =>
        Assert.Equal(
            folded,
            Assert
                .Single(Given.Read(Given.Text($"BEGIN:VCARD\nVERSION:3.0\n{shown}\n{parts}\nEND:VCARD\n")).Contacts)
                .FoldedName
        );

    [Theory]
    [InlineData("EMAIL;VALUE=uri:mailto:hazel@kettle.example", "HAZEL@KETTLE.EXAMPLE")]
    [InlineData("EMAIL:MAILTO:hazel%2Bpost@kettle.example?subject=Hi", "HAZEL+POST@KETTLE.EXAMPLE")]
    [InlineData("EMAIL:Hazel Kettle <hazel@kettle.example>", "HAZEL@KETTLE.EXAMPLE")]
    [InlineData("EMAIL:\"Kettle, Hazel\" <mailto:hazel@kettle.example>", "HAZEL@KETTLE.EXAMPLE")]
    [InlineData("EMAIL:hazel@kettle.example; baker@quay.example", "HAZEL@KETTLE.EXAMPLE BAKER@QUAY.EXAMPLE")]
    [InlineData("EMAIL:hazel@kettle.example (home)", "HAZEL@KETTLE.EXAMPLE")]
    [InlineData("EMAIL:hazel at kettle", "")]
    public void Addresses_are_read_in_the_forms_of_other_programs(string line, string addresses) =>
        Assert.Equal(
            addresses,
            string.Join(
                ' ',
                Assert
                    .Single(
                        Given
                            .Read(Given.Text($"BEGIN:VCARD\nVERSION:4.0\nFN:Hazel Kettle\n{line}\nEND:VCARD\n"))
                            .Contacts
                    )
                    .Emails
            )
        );

    [Theory]
    [InlineData("X-SOCIALPROFILE;type=LinkedIn;x-user=hazel-kettle:x-apple:hazel-kettle")]
    [InlineData("SOCIALPROFILE;SERVICE-TYPE=LinkedIn;USERNAME=hazel-kettle:https://profiles.example/1")]
    [InlineData("item2.URL;type=pref:https\\://uk.linkedin.com/in/hazel-kettle?trk=x")]
    public void A_profile_on_LinkedIn_is_read_from_address_or_parameter(string line) =>
        Assert.Equal(
            "hazel-kettle",
            Assert
                .Single(
                    Given.Read(Given.Text($"BEGIN:VCARD\nVERSION:3.0\nFN:Hazel Kettle\n{line}\nEND:VCARD\n")).Contacts
                )
                .Slug
        );

    [Fact]
    public void Joined_files_may_each_have_a_mark_of_byte_order() =>
        Assert.Equal(
            2,
            Given
                .Read(
                    Given.Text(
                        string.Concat(
                            Enumerable
                                .Range(1, 2)
                                .Select(number => $"\uFEFFBEGIN:VCARD\nVERSION:3.0\nFN:Card {number}\nEND:VCARD\n")
                        )
                    )
                )
                .Contacts.Count
        );

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
