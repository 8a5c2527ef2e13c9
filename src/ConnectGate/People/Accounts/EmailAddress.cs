using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace ConnectGate.People.Accounts;

/// <summary>
/// An email address as people type it. The check only keeps header tricks out. The mailed link proves that the address
/// is theirs.
/// </summary>
internal static class EmailAddress
{
    /// <summary>In characters (RFC 5321, 4.5.3.1.3, without the brackets).</summary>
    public const int Maximum = 254;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private const int LongestField = 1_000;
    private const string Scheme = "mailto:";

    private static readonly char[] Between = [' ', '\t', '\n', '\r', '\u00A0', ',', ';', '<', '>', '(', ')', '[', ']'];

    private static readonly char[] Around = ['"', '\'', ':', '.'];

    /// <summary>
    /// The address without outer blanks and with its domain in ASCII; null where the text is no address.
    /// </summary>
    public static string? Of(string? text)
    {
        var candidate = text?.Trim() ?? "";
        candidate = candidate.Any(char.IsSurrogate) ? candidate : candidate.Normalize();
        return
            candidate.Length is > 2 and <= Maximum
            && candidate.All(c =>
                !char.IsControl(c) && !char.IsWhiteSpace(c) && c is not ('<' or '>' or '"' or ',' or ';' or '(' or ')')
            )
            && MailAddress.TryCreate(candidate, out var address)
            && address.Address == candidate
            && InAscii(candidate) is { Length: <= Maximum } ascii
            ? ascii
            : null;
    }

    /// <summary>
    /// The address with its domain in ASCII: <c>info@xn--bcher-kva.example</c> for <c>info@bücher.example</c>. Programs
    /// write one mailbox in both forms. Null where the domain has no such form.
    /// </summary>
    public static string? InAscii(string address)
    {
        var domain = address.LastIndexOf('@') + 1;
        return Ascii.IsValid(address.AsSpan(domain)) ? address
            : Domain(address[domain..]) is { } ascii ? address[..domain] + ascii
            : null;
    }

    /// <summary>A domain in ASCII; null where it has no such form.</summary>
    public static string? Domain(string domain)
    {
        try
        {
            return Ascii.IsValid(domain) ? domain : Idn.GetAscii(domain);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>
    /// The addresses in a field of another program: <c>Ada &lt;ada@example.org&gt;</c>, <c>mailto:ada@example.org</c>,
    /// several with commas, semicolons or blanks between. Other text is left out.
    /// </summary>
    public static IEnumerable<string> In(string text) =>
        text.Length > LongestField
            ? []
            : text.Split(Between, StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word.Trim(Around))
                .Select(word =>
                    word.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
                        ? Uri.UnescapeDataString(word[Scheme.Length..].Split('?')[0])
                        : word
                )
                .Select(Of)
                .OfType<string>();

    /// <summary>Null where the text is an address.</summary>
    public static Refusal? Check(string? text, string field) =>
        Of(text) is null ? new Refusal("email-malformed", field, Words.Of("email-malformed")) : null;
}
