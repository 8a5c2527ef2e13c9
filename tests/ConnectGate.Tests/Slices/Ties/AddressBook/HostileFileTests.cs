using System.Buffers.Binary;
using System.IO.Compression;
using ConnectGate.Ties.AddressBook;
using ConnectGate.Ties.AddressBook.Reading;

namespace ConnectGate.Tests.Slices.Ties.AddressBook;

/// <summary>Files that were made to use too much time, memory or space.</summary>
public sealed class HostileFileTests
{
    private static readonly byte[] OneConnection = Given.Text(Given.Header + "Ada,Ferreira,,,,,08 Feb 2026\n");

    [Fact]
    public void The_zip_is_searched_by_name_at_any_depth_and_all_else_is_named()
    {
        var read = Given.Read(
            Given.Zip(
                ("Basic_LinkedInDataExport_02-08-2026/Connections.csv", OneConnection),
                ("a/b/invitations.CSV", Given.File("Invitations.csv")),
                ("cards/All.VCF", Given.File("cards-4.0.vcf")),
                ("messages.csv", Given.Text("FROM,TO\nsecret,secret\n")),
                ("__MACOSX/cards/._All.vcf", [0, 5, 22, 7]),
                ("inner.zip", Given.Zip(("Connections.csv", Given.Connections(5))))
            )
        );

        Assert.Equal(1 + 4 + 2, read.Contacts.Count);
        Assert.Equal(["messages.csv", "inner.zip"], read.Problems.Select(problem => problem.File).OfType<string>());
    }

    [Fact]
    public void A_zip_within_a_zip_is_not_opened() =>
        Assert.Equal(
            UnreadableFileException.Unknown,
            Given.Refused(Given.Zip(("export.zip", Given.Zip(("Connections.csv", OneConnection)))))
        );

    [Fact]
    public void A_bomb_is_refused_by_the_size_that_it_declares() =>
        Assert.Equal(
            UnreadableFileException.TooLarge,
            Given.Refused(Given.Zip(("Connections.csv", new byte[BoundedStream.Most + 1])))
        );

    [Fact]
    public void A_bomb_is_refused_by_its_proportion() =>
        Assert.Equal(
            UnreadableFileException.TooLarge,
            Given.Refused(Given.Zip(("Connections.csv", new byte[5 * 1024 * 1024])))
        );

    [Fact]
    public void Bombs_are_refused_unexpanded()
    {
        var bomb = Given.Zip(("Connections.csv", new byte[200 * 1024 * 1024]));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Given.Refused(bomb);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024 * 1024);
    }

    [Fact]
    public void A_zip_that_lies_about_a_size_is_read_no_further_than_it_says()
    {
        var zip = Given.Zip(("Connections.csv", Given.Connections(5_000)));
        var directory = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(directory + 24), 500);

        Assert.InRange(Given.Read(zip).Contacts.Count, 1, 10);
    }

    [Fact]
    public void A_zip_that_lies_about_what_it_holds_uncompressed_is_stopped_where_the_lie_shows()
    {
        var zip = Given.Zip(CompressionLevel.NoCompression, ("Connections.csv", Given.Connections(5_000)));
        var directory = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(directory + 24), 500);

        Assert.Equal(UnreadableFileException.TooLarge, Given.Refused(zip));
    }

    [Fact]
    public void More_files_than_an_export_has_are_refused_before_they_are_listed()
    {
        var files = Enumerable
            .Range(0, 14_000)
            .Select(number => ($"{number}-{new string('x', 40)}", Array.Empty<byte>()))
            .Append(("Connections.csv", OneConnection))
            .ToArray();

        Assert.Equal(UnreadableFileException.TooLarge, Given.Refused(Given.Zip(files)));
    }

    [Fact]
    public void All_that_is_read_of_one_zip_is_bounded() =>
        Assert.Equal(
            UnreadableFileException.TooLarge,
            Given.Refused(
                Given.Zip([
                    .. Enumerable.Range(0, 3).Select(number => ($"{number}/Invitations.csv", Noise(15 * 1024 * 1024))),
                ])
            )
        );

    [Fact]
    public void An_encrypted_file_is_told()
    {
        var zip = Given.Zip(("Connections.csv", OneConnection));
        var directory = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        zip[directory + 8] |= 1;
        zip[6] |= 1;

        Assert.Equal(UnreadableFileException.Encrypted, Given.Refused(zip));
    }

    [Fact]
    public void A_damaged_zip_is_told()
    {
        var zip = Given.Zip(("Connections.csv", Given.Connections(500)));

        Assert.Equal(UnreadableFileException.Damaged, Given.Refused(zip[..^30]));
        zip.AsSpan(200, 200).Fill(0xFF);
        Assert.Equal(UnreadableFileException.Damaged, Given.Refused(zip));
    }

    [
        Theory,
        InlineData(""),
        InlineData("Hello,World\n1,2\n"),
        InlineData("PK\u0003\u0004"),
        InlineData("\0\0\0\0"),
        InlineData("First Name\n")
    ]
    public void Any_other_file_is_refused(string text) =>
        Assert.Contains(
            Given.Refused(Given.Text(text)),
            (string[])[UnreadableFileException.Unknown, UnreadableFileException.Damaged, UnreadableFileException.Empty]
        );

    [Theory, InlineData(','), InlineData('x'), InlineData('"')]
    public void A_row_without_end_is_told_and_what_stood_before_it_is_kept(char repeated)
    {
        var read = Given.Read(
            Given.Text(
                $"{Given.Header}Ada,Ferreira,,,,,08 Feb 2026\n"
                    + $"Bogdan,{(repeated == 'x' ? "\"" : "")}{new string(repeated, 1_000_000)}\n"
            )
        );

        Assert.Equal("Ada Ferreira", Assert.Single(read.Contacts).Name);
        Assert.Equal(
            (3, RowProblem.TooLong),
            Assert.Single(read.Problems) is var problem ? (problem.Row, problem.Problem) : default
        );
    }

    [Fact]
    public void A_field_as_long_as_a_row_may_be_is_cut()
    {
        var contact = Assert.Single(
            Given
                .Read(
                    Given.Text(
                        $"{Given.Header}Ada,{new string('x', 30_000)},,,"
                            + $"{string.Concat(Enumerable.Repeat("e\u0301\u0301", 5_000))},,08 Feb 2026\n"
                    )
                )
                .Contacts
        );

        Assert.InRange(contact.Name.Length, 1, Contact.LongestText);
        Assert.InRange(contact.Company.Length, 1, 1_000);
    }

    [Fact]
    public void Control_and_invisible_characters_do_not_come_in() =>
        Assert.Equal(
            "Ada Ferreira",
            Assert
                .Single(
                    Given.Read(Given.Text(Given.Header + "A\u202Eda,\u200BFerr\0eira\a,,,,,08 Feb 2026\n")).Contacts
                )
                .Name
        );

    [Fact]
    public void Rows_without_end_are_refused() =>
        Assert.Equal(
            UnreadableFileException.TooLarge,
            Given.Refused(Given.Text(Given.Header + new string('\n', Gathering.MostRows + 1)))
        );

    [Fact]
    public void Lines_of_cards_without_end_are_refused() =>
        Assert.Equal(
            UnreadableFileException.TooLarge,
            Given.Refused(Given.Text("BEGIN:VCARD\n" + string.Concat(Enumerable.Repeat("a:b\n", Gathering.MostLines))))
        );

    [Fact]
    public void More_people_than_a_book_holds_are_refused() =>
        Assert.Equal(UnreadableFileException.Full, Given.Refused(Given.Connections(AddressBookEntry.Most + 1)));

    [Fact]
    public void Reading_stops_when_nobody_waits_for_it()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            AddressFile.Read(new MemoryStream(Given.Connections(1_000)), new Gathering(stopped.Token))
        );
    }

    private static byte[] Noise(int length)
    {
        var noise = new byte[length];
        new Random(7).NextBytes(noise);
        return noise;
    }
}
