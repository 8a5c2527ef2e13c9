using System.Buffers.Binary;
using System.Buffers.Text;

namespace ConnectGate.Foundation.Paging;

/// <summary>The end of a page in a list ordered by time and key: the last row's time and key, in base64url.</summary>
internal readonly record struct Cursor(DateTime At, long Id)
{
    private const int Bytes = 17,
        Characters = 23,
        First = 1,
        Last = 2;

    /// <summary>
    /// Whether the row belongs to the rows that come first whatever their time. Only some lists have such rows.
    /// </summary>
    public bool IsFirst { get; init; }

    /// <summary>
    /// Whether the row belongs to the rows that come last whatever their time. Only some lists have such rows.
    /// </summary>
    public bool IsLast { get; init; }

    /// <summary>Reads a cursor that a client sends back. Null, the list's beginning, for anything else.</summary>
    public static Cursor? Parse(string? text)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        if (
            text is not { Length: Characters }
            || !Base64Url.IsValid(text)
            || Base64Url.DecodeFromChars(text, bytes) != Bytes
        )
        {
            return null;
        }

        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        return ticks is >= 0 and <= 3_155_378_975_999_999_999
            ? new Cursor(new DateTime(ticks, DateTimeKind.Utc), BinaryPrimitives.ReadInt64BigEndian(bytes[8..]))
            {
                IsFirst = (bytes[16] & First) != 0,
                IsLast = (bytes[16] & Last) != 0,
            }
            : null;
    }

    /// <summary>Makes a page from rows that were read one further than the page's size.</summary>
    public static Page<TView> Page<TRow, TView>(
        IReadOnlyList<TRow> oneMore,
        Func<TRow, Cursor> cursor,
        Func<TRow, TView> view
    ) =>
        new(
            [.. oneMore.Take(Page<TView>.Size).Select(view)],
            oneMore.Count > Page<TView>.Size ? cursor(oneMore[Page<TView>.Size - 1]).ToString() : null
        );

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        BinaryPrimitives.WriteInt64BigEndian(bytes, At.Ticks);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], Id);
        bytes[16] = (byte)((IsFirst ? First : 0) | (IsLast ? Last : 0));
        return Base64Url.EncodeToString(bytes);
    }
}
