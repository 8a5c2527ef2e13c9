using System.Text;

namespace ConnectGate.Ties.AddressBook.Reading;

/// <summary>
/// A file from a member: LinkedIn's export as a zip, one of its CSV files, or vCards. The first bytes decide which it
/// is; the file name does not.
/// </summary>
internal static class AddressFile
{
    private const string CardBegins = "BEGIN:VCARD";

    private static ReadOnlySpan<byte> ZipBegins => "PK\u0003\u0004"u8;

    /// <param name="file">Must be seekable, because a zip is read from its end.</param>
    /// <param name="gathering">Collects the content.</param>
    /// <exception cref="UnreadableFileException">Nothing in the file can be used.</exception>
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

    /// <summary>Returns false if the text is not of an expected kind.</summary>
    public static bool ReadText(Stream text, bool isCards, VCards cards, Gathering gathering) =>
        isCards ? cards.Read(text) : LinkedInCsv.Read(text, gathering);

    private static bool BeginsWithCard(ReadOnlySpan<byte> head) =>
        Encoding
            .UTF8.GetString(head)
            .TrimStart('\uFEFF')
            .TrimStart()
            .StartsWith(CardBegins, StringComparison.OrdinalIgnoreCase);
}
