using System.Buffers.Binary;
using System.IO.Compression;

namespace ConnectGate.Ties.AddressBook.Reading;

/// <summary>
/// The zip that LinkedIn exports, or one of vCards: Connections.csv, Invitations.csv and *.vcf at any depth are read,
/// all else is left alone, zips in it too. What is out of all proportion is refused before a byte of it is expanded,
/// and what lies about its size as soon as it shows.
/// </summary>
internal static class ExportZip
{
    /// <summary>
    /// The most bytes that its list of contents may have: some 10,000 files, where an export has a hundred.
    /// </summary>
    public const int LongestDirectory = 1024 * 1024;

    /// <summary>How many times its size in the zip a text may have: such files have three to ten times.</summary>
    public const int MostTimes = 50;

    /// <summary>The most bytes of all that is read of one zip.</summary>
    public const long MostInAll = 2 * BoundedStream.Most;

    private static readonly string[] CsvNames = ["Connections.csv", "Invitations.csv"];

    /// <summary>Reads what it knows of the zip.</summary>
    /// <exception cref="UnreadableFileException">It is damaged, encrypted, out of proportion, or holds nothing that can
    /// be read.</exception>
    public static void Read(Stream file, Gathering gathering)
    {
        CheckDirectory(file);
        file.Position = 0;
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var known = zip.Entries.Where(IsKnown).ToList();
            CheckSizes(known);
            var cards = new VCards(gathering);
            var any = false;
            foreach (var entry in known)
            {
                using var text = entry.Open();
                any |= AddressFile.ReadText(
                    new BoundedStream(text, entry.Length),
                    !entry.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase),
                    cards,
                    gathering
                );
            }

            if (!any)
            {
                throw new UnreadableFileException(UnreadableFileException.Unknown);
            }
        }
        catch (Exception damaged)
            when (damaged is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw new UnreadableFileException(UnreadableFileException.Damaged);
        }
    }

    private static bool IsKnown(ZipArchiveEntry entry) =>
        Array.Exists(CsvNames, name => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        || (
            entry.Name.EndsWith(".vcf", StringComparison.OrdinalIgnoreCase)
            && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)
        );

    private static void CheckSizes(List<ZipArchiveEntry> known)
    {
        if (known.Exists(entry => entry.IsEncrypted))
        {
            throw new UnreadableFileException(UnreadableFileException.Encrypted);
        }

        // A small text of one letter repeated is no bomb.
        if (
            known.Exists(entry =>
                entry.Length > BoundedStream.Most || entry.Length > entry.CompressedLength * MostTimes + 1024 * 1024
            )
            || known.Sum(entry => entry.Length) > MostInAll
        )
        {
            throw new UnreadableFileException(UnreadableFileException.TooLarge);
        }
    }

    // The framework reads a zip's list of contents whole, as far as it goes: so it is measured first, from where it
    // begins to where the record of its end stands (APPNOTE.TXT 4.3.16). No file that is accepted needs the larger
    // numbers of Zip64.
    private static void CheckDirectory(Stream file)
    {
        const int recordLength = 22,
            longestComment = ushort.MaxValue;
        var tail = new byte[Math.Min(file.Length, recordLength + longestComment)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var record = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (record < 0 || tail.Length - record < recordLength)
        {
            throw new UnreadableFileException(UnreadableFileException.Damaged);
        }

        var begins = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(record + 16));
        var ends = file.Length - tail.Length + record;
        if (begins > ends)
        {
            throw new UnreadableFileException(UnreadableFileException.Damaged);
        }

        if (ends - begins > LongestDirectory)
        {
            throw new UnreadableFileException(UnreadableFileException.TooLarge);
        }
    }
}
