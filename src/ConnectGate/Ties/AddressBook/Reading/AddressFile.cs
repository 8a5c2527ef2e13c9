using System.Text;
using ConnectGate.Ties.AddressBook.Reading.Cards;
using ConnectGate.Ties.AddressBook.Reading.Tables;

namespace ConnectGate.Ties.AddressBook.Reading;

/// <summary>
/// A file from a member: LinkedIn's export as a zip, one of its CSV files, or vCards. The first bytes decide which it
/// is; the file name does not.
/// </summary>
internal static class AddressFile
{
    private const int HeadLength = 200;
    private const string CardBegins = "BEGIN:VCARD";

    private static ReadOnlySpan<byte> ZipBegins => "PK\u0003\u0004"u8;

    /// <param name="file">Must be seekable, because it is read more than once.</param>
    /// <param name="gathering">Collects the content.</param>
    /// <exception cref="UnreadableFileException">Nothing in the file can be used.</exception>
    public static void Read(Stream file, Gathering gathering)
    {
        var head = new byte[HeadLength];
        file.Position = 0;
        var length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (length == 0)
        {
            throw new UnreadableFileException(UnreadableFileException.Empty);
        }

        if (head.AsSpan(0, length).StartsWith(ZipBegins))
        {
            ExportZip.Read(file, gathering);
        }
        else if (!ReadText(FromTheBeginning, new VCards(gathering), gathering))
        {
            throw new UnreadableFileException(UnreadableFileException.Unknown);
        }

        Stream FromTheBeginning()
        {
            file.Position = 0;
            return new BoundedStream(file, BoundedStream.Most, leaveOpen: true);
        }
    }

    /// <summary>Returns false if the text is not of an expected kind.</summary>
    /// <param name="open">Opens the text at its beginning.</param>
    /// <param name="cards">Reads the text if it begins with a card.</param>
    /// <param name="gathering">Collects the content.</param>
    public static bool ReadText(Func<Stream> open, VCards cards, Gathering gathering) =>
        BeginsWithCard(open) ? cards.Read(open) : LinkedInCsv.Read(open, gathering);

    private static bool BeginsWithCard(Func<Stream> open)
    {
        using var text = Charsets.Bytes(open);
        var head = new byte[HeadLength];
        var length = text.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return Encoding
            .UTF8.GetString(head, 0, length)
            .TrimStart('\uFEFF')
            .TrimStart()
            .StartsWith(CardBegins, StringComparison.OrdinalIgnoreCase);
    }
}
