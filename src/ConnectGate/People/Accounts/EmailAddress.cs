using System.Net.Mail;

namespace ConnectGate.People.Accounts;

/// <summary>
/// An address as people type it: enough is checked to keep header tricks out; whether it is theirs, the mailed link
/// proves.
/// </summary>
internal static class EmailAddress
{
    /// <summary>The most characters (RFC 5321, 4.5.3.1.3, without the brackets).</summary>
    public const int Maximum = 254;

    /// <summary>The address without outer blanks, or null where the text is none.</summary>
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

    /// <summary>What is wrong with the text, or null.</summary>
    public static Refusal? Check(string? text, string field) =>
        Of(text) is null ? new Refusal("email-malformed", field, Words.Of("email-malformed")) : null;
}
