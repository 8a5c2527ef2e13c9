using System.Security.Cryptography;
using System.Text;
using ConnectGate.Care.Moderation.Reports;

namespace ConnectGate.Care.Moderation;

/// <summary>
/// A member's report of a text by another member. The evidence is a copy from the time of the report.
/// </summary>
internal sealed class Report
{
    public static readonly TextLimit CommentLimit = new("comment", 0, 2_000);

    /// <summary>The weight of a report by a member whose reports were never dismissed.</summary>
    public const int FullWeight = 100;

    /// <summary>A report with less weight is discounted: it cannot hold anybody back.</summary>
    public const int CountedWeight = 50;

    public const int WordsLength = 32;

    public long Id { get; private set; }
    public string PublicId { get; private init; } = Foundation.Data.PublicId.Next();
    public required Case Case { get; init; }
    public long CaseId { get; private set; }
    public required long ReporterId { get; init; }

    public required ReportedKind Kind { get; init; }

    /// <summary>The key of the text's row, in the table of its kind.</summary>
    public required long SubjectId { get; init; }

    /// <summary>
    /// A digest of the reported words: <see cref="WordsLength"/> hexadecimal digits. A text that was changed can be
    /// reported again. In reports that are older than this column it is the public id.
    /// </summary>
    public required string Words { get; init; }

    public required ReportCategory Category { get; init; }

    /// <summary>May be empty.</summary>
    public required string Comment { get; init; }

    /// <summary><c>Evidence</c> as JSON.</summary>
    public required string Evidence { get; set; }

    /// <summary>The member of whom the reporter thinks that they are behind this account; null for nobody.</summary>
    public long? AgainOfId { get; init; }

    /// <summary>0 to <see cref="FullWeight"/>, from the reporter's record at that time.</summary>
    public required int Weight { get; init; }

    public required DateTime At { get; init; }

    public DateTime? WithdrawnAt { get; private set; }

    internal void Withdraw(DateTime now) => WithdrawnAt = now;

    /// <summary>Replaces the evidence, of which a part was deleted with its author.</summary>
    internal void Keep(Evidence evidence) => Evidence = evidence.ToJson();

    /// <summary>The digest for <see cref="Words"/>.</summary>
    internal static string DigestOf(string words) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..WordsLength];
}

/// <summary>
/// The API uses the names in kebab-case. The order never changes: <see cref="Case.Categories"/> keeps it.
/// </summary>
public enum ReportCategory
{
    Spam,

    Sales,

    /// <summary>Threats, insults or repeated unwanted contact.</summary>
    Harassment,

    /// <summary>The sender pretends to be another person.</summary>
    Impersonation,

    /// <summary>A statement in the text is not true.</summary>
    FalseClaim,

    /// <summary>Another cause; the comment names it.</summary>
    Other,
}
