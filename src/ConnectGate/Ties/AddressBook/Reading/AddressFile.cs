using System.Text;

namespace ConnectGate.Ties.AddressBook.Reading;

/// <summary>
/// A file that a member hands in: LinkedIn's export as a zip, one of its CSV files, or vCards. It is known by what it
/// begins with, not by its name.
/// </summary>
internal static class AddressFile
{
    private const string CardBegins = "BEGIN:VCARD";

    private static ReadOnlySpan<byte> ZipBegins => "PK\u0003\u0004"u8;

    /// <summary>Reads all of it.</summary>
    /// <param name="file">It must be able to seek, since a zip is read from its end.</param>
    /// <param name="gathering">Where to.</param>
    /// <exception cref="UnreadableFileException">Nothing of it can be used.</exception>
    public static void Read(Stream file, Gathering gathering)
    {
        var head = new byte[200];
        var length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (length == 0)
        {
            throw new UnreadableFileException(UnreadableFileException.Empty);
        }

        if (head.AsSpan(0, length).StartsWith(ZipBegins))
        {
            ExportZip.Read(file, gathering);
        }
        else if (
            !ReadText(
                new BoundedStream(file, BoundedStream.Most),
                BeginsWithCard(head.AsSpan(0, length)),
                new VCards(gathering),
                gathering
            )
        )
        {
            throw new UnreadableFileException(UnreadableFileException.Unknown);
        }
    }

    /// <summary>Reads a file of text; false where it is none that can be read.</summary>
    public static bool ReadText(Stream text, bool isCards, VCards cards, Gathering gathering) =>
        isCards ? cards.Read(text) : LinkedInCsv.Read(text, gathering);

    private static bool BeginsWithCard(ReadOnlySpan<byte> head) =>
        Encoding
            .UTF8.GetString(head)
            .TrimStart('\uFEFF')
            .TrimStart()
            .StartsWith(CardBegins, StringComparison.OrdinalIgnoreCase);
}
