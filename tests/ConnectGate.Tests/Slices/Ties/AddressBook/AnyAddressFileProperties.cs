using System.Globalization;
using System.Text;
using ConnectGate.Ties.AddressBook.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace ConnectGate.Tests.Slices.Ties.AddressBook;

/// <summary>
/// Random files: parts of real files, broken files and noise. Each property is tried 200 times in every run,
/// always with the same files; <c>CONNECTGATE_PROPERTY_CASES=100000</c> in the environment tries that many others for
/// each parser.
/// </summary>
public sealed class AnyAddressFileProperties
{
    private static readonly string[] CsvPieces =
    [
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n",
        "Vorname;Nachname;URL;E-Mail-Adresse;Unternehmen;Stelle;Verbunden am\n",
        "\"First Name,Last Name,Connected On\"\n",
        "Ada;Ferreira;;;;;08.02.2026\n",
        "08-Feb-26",
        "2/3/26",
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n",
        "Notes:\n",
        "Ada",
        "Smith, PhD",
        "08 Feb 2026",
        "\"1/29/26, 2:37 PM\"",
        "INCOMING",
        "OUTGOING",
        "https://www.linkedin.com/in/ada-ferreira",
        "ada@example.org",
        "=1+1",
        ",,,,,,12 Mar 2018\n",
        "Ada,Ferreira,https://www.linkedin.com/in/ada,,Acme,Surveyor,08 Feb 2026\n",
        "Ada,Noor,\"1/29/26, 2:37 PM\",,INCOMING,linkedin.com/in/ada,\n",
        "%C3%A9",
        "%zz",
        "%",
    ];

    private static readonly Encoding[] Encodings =
    [
        Encoding.UTF8,
        Encoding.Latin1,
        Encoding.Unicode,
        Encoding.BigEndianUnicode,
        Encoding.UTF32,
    ];

    private static readonly string[] CardPieces =
    [
        "BEGIN:VCARD\n",
        "END:VCARD\n",
        "VERSION:2.1\n",
        "VERSION:3.0\n",
        "AGENT:\n",
        "FN;CHARSET=UTF-16:\u00C3",
        "N;CHARSET=\"shift_jis\";QUOTED-PRINTABLE:=83=;=41",
        "VERSION:4.0\n",
        "FN:Ada Ferreira\n",
        "N:Ferreira;Ada;;;\n",
        "item1.EMAIL;TYPE=work:ada@example.org\n",
        "ORG:Acme\\; Sons;Boats\n",
        "\n ",
        "\n\t",
        "FN;ENCODING=QUOTED-PRINTABLE:=C3=85=\n=C3",
        "=",
        "=C3=",
        "\\",
        "\\n",
        "\\;",
        ";",
        ":",
        "\"",
        "URL:https://www.linkedin.com/in/ada\n",
        "PHOTO;ENCODING=b:",
        "UID:1\n",
        "BEGIN:VCARD\nVERSION:4.0\nFN:Ada\nEND:VCARD\n",
    ];

    private static readonly string[] Noise =
    [
        ",",
        "\"",
        "\n",
        "\r",
        "\r\n",
        "\0",
        "\uFEFF",
        "\uFFFD",
        "\u202E",
        " ",
        "é",
        "e\u0301",
        "👩‍🔬",
        "\uD83D",
        "李明",
        "'",
        "\t",
        "|",
        "\u2028",
    ];

    [Fact]
    public void No_CSV_throws_and_what_is_read_is_whole() => Holds(Encoded(Texts(CsvPieces)), Whole);

    [Fact]
    public void No_card_throws_and_what_is_read_is_whole() =>
        Holds(Encoded(Texts(CardPieces).Select(text => "BEGIN:VCARD\n" + text)), Whole);

    [Fact]
    public void No_zip_throws_wherever_it_is_broken()
    {
        var zip = Given.Zip(
            ("x/Connections.csv", Given.Connections(40)),
            ("Invitations.csv", Given.File("Invitations.csv")),
            ("cards.vcf", Given.File("cards-3.0.vcf"))
        );
        var broken =
            from cut in Gen.Frequency((4, Gen.Constant(zip.Length)), (1, Gen.Choose(0, zip.Length)))
            from places in Gen.Zip(Gen.Choose(0, zip.Length - 1), Gen.Choose(0, 255)).ArrayOf(6)
            select Broken(zip, cut, places);
        Holds(broken, Whole);
    }

    [Fact]
    public void Noise_is_refused_or_read() => Holds(Gen.Choose(0, 255).Select(code => (byte)code).ArrayOf(), Whole);

    // Every file ends in one of two ways: a refusal whose code has a text, or people that can be stored.
    private static void Whole(byte[] file)
    {
        Gathered read;
        try
        {
            read = Given.Read(file);
        }
        catch (UnreadableFileException unreadable)
        {
            var refusal = ConnectGate.Ties.AddressBook.BeginImport.Refusal(unreadable.Code);
            Assert.NotEmpty(new Words().Say(refusal, language: null).Message);
            return;
        }

        Assert.All(read.Contacts, contact =>
        {
            Assert.InRange(new StringInfo(contact.Name).LengthInTextElements, 1, Contact.LongestText);
            Assert.InRange(new StringInfo(contact.Company).LengthInTextElements, 0, Contact.LongestText);
            Assert.Equal(Contact.KeyLength, contact.Key.Length);
            Assert.DoesNotContain('\n', contact.Name + contact.Company + contact.Position + contact.Slug);
            Assert.DoesNotContain(
                '\0',
                contact.Name + contact.Company + contact.Position + contact.Slug + string.Concat(contact.Emails)
            );
        });
        Assert.Equal(
            read.Contacts.Count,
            read.Contacts.Select(contact => contact.Key).Distinct(StringComparer.Ordinal).Count()
        );
        Assert.InRange(read.Problems.Count, 0, 2 * Gathering.MostProblems);
        Assert.All(read.Problems, problem =>
            Assert.True(
                (problem.Row > 0 || problem.File is not null)
                    && new Words().Say(problem.Wording, language: null).Length > 0
            )
        );
    }

    private static Gen<string> Texts(string[] pieces) =>
        from count in Gen.Choose(0, 40)
        from drawn in Gen.Frequency(
                (5, Gen.Elements(pieces)),
                (2, Gen.Elements(Noise)),
                (1, Gen.Elements(pieces).Select(piece => string.Concat(Enumerable.Repeat(piece, 300))))
            )
            .ArrayOf(count)
        select string.Concat(drawn);

    private static Gen<byte[]> Encoded(Gen<string> texts) =>
        from text in texts
        from encoding in Gen.Elements(Encodings)
        from mark in Gen.Elements(true, false)
        select mark ? [.. encoding.GetPreamble(), .. encoding.GetBytes(text)] : encoding.GetBytes(text);

    private static byte[] Broken(byte[] zip, int cut, (int Place, int Value)[] places)
    {
        var broken = zip.ToArray();
        foreach (var (place, value) in places)
        {
            broken[place] = (byte)value;
        }

        return broken[..cut];
    }

    private static void Holds<T>(Gen<T> files, Action<T> property)
    {
        var config = Config.QuickThrowOnFailure.WithQuietOnSuccess(true);
        config = int.TryParse(
            Environment.GetEnvironmentVariable("CONNECTGATE_PROPERTY_CASES"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var cases
        )
            ? config.WithMaxTest(cases)
            : config.WithMaxTest(200).WithReplay(20_260_208, 7);
        Prop.ForAll(Arb.From(files), property).Check(config);
    }
}
