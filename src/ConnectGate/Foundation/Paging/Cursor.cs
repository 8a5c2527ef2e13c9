using System.Buffers.Binary;
using System.Text;

namespace ConnectGate.Foundation.Paging;

/// <summary>
/// The last row of a page: its key, and the values that order its list. <see cref="Cursors{TList}"/> makes the text
/// that leaves the process.
/// </summary>
internal sealed record Cursor(long Id)
{
    // The name follows the key, the time, a byte of flags and the number.
    private const int NameFrom = 21,
        First = 1,
        Last = 2;

    /// <summary>The row's time, in a list ordered by time.</summary>
    public DateTime At { get; init; }

    /// <summary>The row's number, in a list ordered by a number first.</summary>
    public int Number { get; init; }

    /// <summary>The row's name, in a list ordered by name.</summary>
    public string Name { get; init; } = "";

    /// <summary>
    /// Whether the row belongs to the rows that come first whatever their time. Only some lists have such rows.
    /// </summary>
    public bool IsFirst { get; init; }

    /// <summary>
    /// Whether the row belongs to the rows that come last whatever their time. Only some lists have such rows.
    /// </summary>
    public bool IsLast { get; init; }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    public static Cursor Of(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadInt64BigEndian(bytes))
        {
            At = new DateTime(BinaryPrimitives.ReadInt64BigEndian(bytes[8..]), DateTimeKind.Utc),
            Number = BinaryPrimitives.ReadInt32BigEndian(bytes[17..]),
            Name = Encoding.UTF8.GetString(bytes[NameFrom..]),
            IsFirst = (bytes[16] & First) != 0,
            IsLast = (bytes[16] & Last) != 0,
        };

    /// <summary>As many bytes for every key and time, because encryption does not hide a length.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[NameFrom + Encoding.UTF8.GetByteCount(Name)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Id);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(8), At.Ticks);
        bytes[16] = (byte)((IsFirst ? First : 0) | (IsLast ? Last : 0));
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(17), Number);
        Encoding.UTF8.GetBytes(Name, bytes.AsSpan(NameFrom));
        return bytes;
    }
}
