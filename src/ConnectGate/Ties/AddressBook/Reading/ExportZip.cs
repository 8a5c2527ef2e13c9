using System.Buffers.Binary;
using System.IO.Compression;
using ConnectGate.Ties.AddressBook.Reading.Cards;

namespace ConnectGate.Ties.AddressBook.Reading;

/// <summary>
/// A zip of LinkedIn's export or of vCards. Reads Connections.csv, Invitations.csv and *.vcf at any depth. Names
/// everything else as passed over, including nested zips. A file with an extreme compression ratio is refused before
/// any of it is expanded. A file that is longer than its declared size is refused as soon as the excess appears.
/// </summary>
internal static class ExportZip
{
    /// <summary>The most bytes of the zip's list of contents: about 10,000 files. An export has about 100.</summary>
    public const int LongestDirectory = 1024 * 1024;

    /// <summary>The highest compression ratio of a text. Normal files have a ratio of three to ten.</summary>
    public const int MostTimes = 50;

    /// <summary>The most expanded bytes of one zip.</summary>
    public const long MostInAll = 2 * BoundedStream.Most;

    private static readonly string[] CsvNames = ["Connections", "Invitations"];

    /// <summary>Reads the known files in the zip.</summary>
    /// <exception cref="UnreadableFileException">The zip is damaged or encrypted, is too large when expanded, or has
    /// nothing that can be read.</exception>
    public static void Read(Stream file, Gathering gathering)
    {
        CheckDirectory(file);
        file.Position = 0;
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var known = zip.Entries.Where(IsKnown).ToList();
            var others = zip.Entries.Except(known).Where(IsOfTheMember).Select(entry => entry.FullName).ToList();
            CheckSizes(known);
            var cards = new VCards(gathering);
            var any = false;
            foreach (var entry in known)
            {
                var read = AddressFile.ReadText(() => new BoundedStream(entry.Open(), entry.Length), cards, gathering);
                any |= read;
                if (!read)
                {
                    gathering.PassOver(entry.FullName);
                }
            }

            others.ForEach(gathering.PassOver);
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

    // A browser or a person may have put a number behind the name: Connections (1).csv.
    private static bool IsKnown(ZipArchiveEntry entry) =>
        IsOfTheMember(entry)
        && (
            entry.Name.EndsWith(".vcf", StringComparison.OrdinalIgnoreCase)
            || (
                entry.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
                && Array.Exists(CsvNames, name => entry.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            )
        );

    // macOS adds files about files. A folder has no name of its own.
    private static bool IsOfTheMember(ZipArchiveEntry entry) =>
        entry.Name.Length > 0
        && entry.Name[0] != '.'
        && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal);

    private static void CheckSizes(List<ZipArchiveEntry> known)
    {
        if (known.Exists(entry => entry.IsEncrypted))
        {
            throw new UnreadableFileException(UnreadableFileException.Encrypted);
        }

        // A small text of one repeated letter is harmless, so one extra mebibyte is always allowed.
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

    // The framework reads a zip's whole list of contents, however long it is. So its length is measured first, from its
    // start to the end record (APPNOTE.TXT 4.3.16). No accepted file is so large that it needs Zip64.
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
