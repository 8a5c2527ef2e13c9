using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ConnectGate.Foundation.Audit;

/// <summary>
/// The end of the audit log: the number of its last entry, and a hash of all entries up to there. It is written
/// <c>NUMBER:HASH</c>. Somebody who kept a head can prove later that no entry up to it was changed, added, moved or
/// removed.
/// </summary>
/// <param name="Number">0 for an empty log.</param>
/// <param name="Hash">SHA-256 in hexadecimal, in lower case.</param>
public sealed record AuditHead(long Number, string Hash)
{
    /// <summary>The length of <see cref="Hash"/>, in characters.</summary>
    public const int HashLength = 2 * SHA256.HashSizeInBytes;

    /// <summary>The head of an empty log.</summary>
    public static readonly AuditHead Empty = new(0, new string('0', HashLength));

    /// <summary>Null where the text is not of the form <c>NUMBER:HASH</c>.</summary>
    public static AuditHead? Parse(string? text)
    {
        var parts = (text ?? "").Trim().Split(':');
        return
            parts is [var number, { Length: HashLength } hash]
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
            && hash.All(char.IsAsciiHexDigit)
            ? new AuditHead(parsed, hash.ToLowerInvariant())
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}:{Hash}");

    /// <summary>
    /// The head after that entry. It hashes the hash before it and each column but its own hash. Each part is written
    /// as its length in bytes of UTF-8, a colon, the part and a comma; null is written <c>-,</c>. So no two entries
    /// give the same bytes.
    /// </summary>
    internal AuditHead Then(AuditEntry entry)
    {
        var bytes = new StringBuilder();
        foreach (
            var part in new[]
            {
                Hash,
                Text(entry.Id),
                // The database keeps no more than microseconds.
                UtcMicroseconds
                    .Cut(entry.At)
                    .ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
                Text(entry.ActorId),
                entry.Act.ToString(),
                Text(entry.SubjectId),
                Text(entry.CaseId),
                Text(entry.GroupId),
                entry.Reason,
            }
        )
        {
            bytes.Append(
                part is null
                    ? "-,"
                    : string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(part)}:{part},")
            );
        }

        return new AuditHead(
            entry.Id,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(bytes.ToString())))
        );
    }

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
