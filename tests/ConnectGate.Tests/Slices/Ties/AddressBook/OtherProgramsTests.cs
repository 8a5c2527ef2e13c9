using System.Globalization;
using System.Text;
using ConnectGate.Ties.AddressBook.Reading;

namespace ConnectGate.Tests.Slices.Ties.AddressBook;

/// <summary>Files as other programs write them, or save them again.</summary>
public sealed class OtherProgramsTests
{
    private const string Greek = "Ελένη Βασιλείου";

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    [InlineData("windows-1252", false)]
    public void A_text_is_read_by_its_mark_else_as_UTF_8_else_as_Windows_1252(string encoding, bool hasMark)
    {
        var card = In(encoding, hasMark, "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Åsa Løvström\r\nEND:VCARD\r\n");
        var table = In(encoding, hasMark, "First Name,Last Name,Connected On\r\nÅsa,Løvström,1 May 2020\r\n");

        foreach (var file in new[] { card, table, Given.Zip(("all.vcf", card)), Given.Zip(("Connections.csv", table)) })
        {
            Assert.Equal("Åsa Løvström", Assert.Single(Given.Read(file).Contacts).Name);
        }
    }

    [Fact]
    public void A_letter_across_the_end_of_a_buffer_is_still_UTF_8()
    {
        var rows = string.Concat(Enumerable.Range(0, 20_000).Select(row => $"Zoë{row},Ünal,1 May 2020\n"));

        var read = Given.Read(Given.Text("First Name,Last Name,Connected On\n" + rows));

        Assert.All(read.Contacts, contact => Assert.StartsWith("Zoë", contact.Name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ISO-8859-1", "Jean-François Lefèvre")]
    [InlineData("iso-8859-2", "Łukasz Ćwik")]
    [InlineData("windows-1251", "Евгений Щукин")]
    [InlineData("ISO-8859-7", Greek)]
    [InlineData("Shift_JIS", "表 ソ子")] // the second byte of both is a backslash
    [InlineData("gb18030", "王小明")]
    [InlineData("utf-8", Greek)]
    public void A_stated_encoding_is_obeyed_plain_and_quoted_printable(string charset, string name)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(charset)?.GetBytes(name)
            ?? Encoding.GetEncoding(charset).GetBytes(name);
        var coded = string.Concat(bytes.Select(each => $"={each.ToString("X2", CultureInfo.InvariantCulture)}"));
        byte[] plain =
        [
            .. Given.Text($"BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET={charset}:"),
            .. bytes,
            .. Given.Text("\nEND:VCARD\n"),
        ];

        foreach (
            var file in new[]
            {
                plain,
                Given.Text(
                    $"BEGIN:VCARD\nVERSION:3.0\nFN;charset=\"{charset}\";ENCODING=quoted-printable:{coded}\nEND:VCARD"
                ),
                Given.Text($"BEGIN:VCARD\nVERSION:2.1\nFN;QUOTED-PRINTABLE;CHARSET={charset}:{coded}\nEND:VCARD"),
            }
        )
        {
            Assert.Equal(name, Assert.Single(Given.Read(file).Contacts).Name);
        }
    }

    [Fact]
    public void What_is_stated_as_Latin_1_may_have_the_quotes_of_Windows()
    {
        byte[] file =
        [
            .. Given.Text("BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=ISO-8859-1:Una O"),
            0x92,
            .. "Shea\nEND:VCARD"u8,
        ];

        Assert.Equal("Una O’Shea", Assert.Single(Given.Read(file).Contacts).Name);
    }

    [Theory, InlineData("utf-7"), InlineData("x-unheard-of"), InlineData("utf-16"), InlineData("us-ascii")]
    public void Where_the_stated_encoding_is_unknown_or_wrong_no_letter_is_lost(string charset) =>
        Assert.Equal(
            Greek,
            Assert
                .Single(
                    Given
                        .Read(Given.Text($"BEGIN:VCARD\nVERSION:3.0\nFN;CHARSET={charset}:{Greek}\nEND:VCARD"))
                        .Contacts
                )
                .Name
        );

    [Fact]
    public void A_fold_within_a_letter_is_undone()
    {
        var line = Given.Text("FN:Ελένη Βασιλείου");
        byte[] file =
        [
            .. Given.Text("BEGIN:VCARD\r\nVERSION:3.0\r\n"),
            .. line[..4],
            .. "\r\n "u8,
            .. line[4..],
            .. Given.Text("\r\nEND:VCARD\r\n"),
        ];

        Assert.Equal(Greek, Assert.Single(Given.Read(file).Contacts).Name);
    }

    [Fact]
    public void Letters_that_an_earlier_program_lost_are_told_and_the_person_is_kept()
    {
        foreach (
            var file in new[]
            {
                "First Name,Last Name,Connected On\nSa\uFFFDa,Horv\uFFFDt,1 May 2020\n",
                "BEGIN:VCARD\nVERSION:3.0\nFN:Sa\uFFFDa Horv\uFFFDt\nEND:VCARD\n",
            }
        )
        {
            var read = Given.Read(Given.Text(file));

            Assert.Single(read.Contacts);
            Assert.Equal(RowProblem.LostCharacters, Assert.Single(read.Problems).Problem);
        }
    }

    [Theory]
    [InlineData("FirstName,LastName,URL,EmailAddress,Company,Position,ConnectedOn")]
    [InlineData("first_name,last_name,url,e-mail address,company,position,connected_on")]
    [InlineData("Vorname;Nachname;URL;E-Mail-Adresse;Unternehmen;Position;Verbunden am")]
    [InlineData("Prénom;Nom;URL;Adresse e-mail;Entreprise;Poste;Connecté le")]
    [InlineData("Nombre;Apellidos;URL;Dirección de correo electrónico;Empresa;Cargo;Conectado el")]
    [InlineData("Nome;Cognome;URL;Indirizzo e-mail;Azienda;Posizione;Collegato il")]
    [InlineData("Nome;Sobrenome;URL;Endereço de e-mail;Empresa;Cargo;Conectado em")]
    [InlineData("Voornaam;Achternaam;URL;E-mailadres;Bedrijf;Functie;Verbonden op")]
    [InlineData("Fornavn;Efternavn;URL;E-mail;Virksomhed;Stilling;Forbundet den")]
    [InlineData("Förnamn\tEfternamn\tURL\tE-postadress\tFöretag\tBefattning\tAnsluten")]
    [InlineData("Given Name\tFamily Name\tProfile URL\tE-mail 1 - Value\tOrganization Name\tJob Title\tConnected On")]
    public void Headings_are_known_in_other_spellings_and_languages(string header)
    {
        var separator = header.First(c => c is ',' or ';' or '\t');
        var row = "Maja,Lind,https://www.linkedin.com/in/maja-lind,maja@lind.example,Fyr,Väktare,2024-03-09";

        var read = Given.Read(Given.Text($"{header}{separator}\n{row.Replace(',', separator)}\n"));

        var maja = Assert.Single(read.Contacts);
        Assert.Equal(
            ("Maja Lind", "maja-lind", "Fyr", "Väktare", new DateOnly(2024, 3, 9)),
            (maja.Name, maja.Slug, maja.Company, maja.Position, maja.On)
        );
        Assert.Equal(["MAJA@LIND.EXAMPLE"], maja.Emails);
        Assert.Empty(read.Problems);
    }

    [Fact]
    public void A_row_that_a_spreadsheet_took_for_one_cell_is_taken_apart()
    {
        var read = Given.Read(
            Given.Text(
                "First Name,Last Name,Company,Position,Connected On\n"
                    + "\"Olu,Adeyemi,\"\"Ferry, Ltd\"\",\"\"Cook, second\"\",7 May 2021\"\n"
            )
        );

        var olu = Assert.Single(read.Contacts);
        Assert.Equal(("Olu Adeyemi", "Ferry, Ltd", "Cook, second"), (olu.Name, olu.Company, olu.Position));
    }

    [Theory]
    [InlineData("09 Mar 2024")]
    [InlineData("9-Mar-24")]
    [InlineData("09.03.2024")]
    [InlineData("2024-03-09")]
    [InlineData("2024/3/9")]
    [InlineData("2024-03-09 17:05:00")]
    [InlineData("2024-03-09T17:05:00Z")]
    [InlineData("2024-03-09 17:05 UTC")]
    [InlineData("3/9/24, 5:05 PM")]
    [InlineData("3/9/2024, 5:05\u202FPM")]
    [InlineData("March 9, 2024")]
    [InlineData("9. März 2024")]
    [InlineData("9-Mrz-24")]
    [InlineData("9 mars 2024")]
    [InlineData("9 de marzo de 2024")]
    [InlineData("09 mar. 2024")]
    [InlineData("9 março 2024")]
    [InlineData("9 mrt 2024")]
    [InlineData("9. marts 2024")]
    [InlineData("09-03-2024")]
    public void A_day_is_read_in_the_forms_of_spreadsheets(string date) =>
        Assert.Equal(new DateOnly(2024, 3, 9), ReadDay(date).On);

    [Theory]
    [InlineData("25/12/2023", "2023-12-25")]
    [InlineData("12/25/2023", "2023-12-25")]
    [InlineData("4/4/2023", "2023-04-04")]
    [InlineData("1er févr. 2023", "2023-02-01")]
    [InlineData("3 août 2023", "2023-08-03")]
    [InlineData("14-ene-23", "2023-01-14")]
    [InlineData("02-Dez-23", "2023-12-02")]
    [InlineData("5 mag 2023", "2023-05-05")]
    public void Days_of_other_months_are_read_too(string date, string day) =>
        Assert.Equal(day, $"{ReadDay(date).On:O}");

    [Theory]
    [InlineData("yesterday")]
    [InlineData("31 Feb 2024")]
    [InlineData("3/4/2024")] // March or April
    [InlineData("juin juillet")]
    [InlineData("5 jui 2024")]
    [InlineData("99999999999")]
    [InlineData("٠٩.٠٣.٢٠٢٤")]
    public void A_day_that_cannot_be_read_costs_the_day_and_not_the_person(string date)
    {
        var read = Given.Read(Given.Text($"First Name,Last Name,Connected On\nMaja,Lind,\"{date}\"\n"));

        Assert.Null(Assert.Single(read.Contacts).On);
        Assert.Equal((2, RowProblem.Date), (read.Problems[0].Row, Assert.Single(read.Problems).Problem));
    }

    [Fact]
    public void The_refusal_of_another_programs_table_says_how_to_get_cards() =>
        Assert.Contains(
            "as vCards",
            new Words()
                .Say(
                    ConnectGate.Ties.AddressBook.BeginImport.Refusal(
                        Given.Refused(
                            Given.Text("First Name,Last Name,E-mail Address,Company\nMaja,Lind,maja@lind.example,Fyr\n")
                        )
                    ),
                    language: null
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Parts_of_a_zip_that_were_not_read_are_named()
    {
        var read = Given.Read(
            Given.Zip(
                ("export/Connections.csv", Given.Text("Given,Family,When\nMaja,Lind,1 May 2020\n")),
                ("export/Connections (1).csv", Given.Connections(1)),
                ("export/photo.jpg", [1, 2, 3]),
                ("export/notes.vcf", Given.Text("no card\n")),
                ("export/.DS_Store", [0]),
                ("__MACOSX/export/._Connections.csv", [0])
            )
        );

        Assert.Single(read.Contacts);
        Assert.Equal(
            ["export/Connections.csv", "export/notes.vcf", "export/photo.jpg"],
            read.Problems.Select(problem => problem.File)
        );
    }

    private static Contact ReadDay(string date) =>
        Assert.Single(Given.Read(Given.Text($"First Name,Last Name,Connected On\nMaja,Lind,\"{date}\"\n")).Contacts);

    private static byte[] In(string encoding, bool hasMark, string text)
    {
        var named = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        return hasMark ? [.. named.GetPreamble(), .. named.GetBytes(text)] : named.GetBytes(text);
    }
}
