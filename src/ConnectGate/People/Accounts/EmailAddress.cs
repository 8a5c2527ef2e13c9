using System.Net.Mail;

namespace ConnectGate.People.Accounts;

/// <summary>
/// An email address as people type it. The check only keeps header tricks out. The mailed link proves that the address
/// is theirs.
/// </summary>
internal static class EmailAddress
{
    /// <summary>In characters (RFC 5321, 4.5.3.1.3, without the brackets).</summary>
    public const int Maximum = 254;

    /// <summary>The address without outer blanks; null where the text is no address.</summary>
    public static string? Of(string? text)
    {
        var candidate = text?.Trim() ?? "";
        return
            candidate.Length is > 2 and <= Maximum
            && candidate.All(c =>
                !char.IsControl(c) && !char.IsWhiteSpace(c) && c is not ('<' or '>' or '"' or ',' or ';' or '(' or ')')
            )
            && MailAddress.TryCreate(candidate, out var address)
            && address.Address == candidate
            ? candidate
            : null;
    }

    /// <summary>Null where the text is an address.</summary>
    public static Refusal? Check(string? text, string field) =>
        Of(text) is null ? new Refusal("email-malformed", field, Words.Of("email-malformed")) : null;
}
