using System.Globalization;
using System.Text;

namespace ConnectGate.Foundation.Text;

/// <summary>
/// Formats a text that may have plural forms, in the notation of ICU's message format:
/// <c>{0, plural, =0 {No reports} one {One report} other {# reports}}</c>. <c>#</c> is the number. Everything else is
/// in .NET's composite format. .NET has no plural rules, so the rules of the languages are here, from CLDR 48.
/// </summary>
public static class PluralForms
{
    private const string Mark = ", plural,";

    /// <param name="language">Its rule chooses the form; its culture formats numbers and dates.</param>
    /// <param name="text">With <c>{0}</c>, <c>{0:d MMMM}</c> and plural forms of whole numbers.</param>
    /// <param name="values">The values of the placeholders.</param>
    /// <exception cref="FormatException">A form is not closed: a bug in the text.</exception>
    public static string Format(CultureInfo language, string text, params ReadOnlySpan<object?> values)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(text);
        var format = text.Contains(Mark, StringComparison.Ordinal) ? Chosen(language, text, values) : text;
        return string.Format(language, format, values);
    }

    private static string Chosen(CultureInfo language, string text, ReadOnlySpan<object?> values)
    {
        var format = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        for (var mark = rest.IndexOf(Mark); mark >= 0; mark = rest.IndexOf(Mark))
        {
            var open = rest[..mark].LastIndexOf('{');
            var index = rest[(open + 1)..mark];
            var number = Convert.ToInt64(values[int.Parse(index, CultureInfo.InvariantCulture)], language);
            format.Append(rest[..open]);
            var forms = Forms(rest[(mark + Mark.Length)..], out var length);
            var form = forms.GetValueOrDefault($"={number}") ?? forms.GetValueOrDefault(Category(language, number));
            format.Append((form ?? forms["other"]).Replace("#", $"{{{index}:N0}}", StringComparison.Ordinal));
            rest = rest[(mark + Mark.Length + length)..];
        }

        return format.Append(rest).ToString();
    }

    // Reads " one {…} other {…}}" up to and with the last brace, which closes the whole.
    private static Dictionary<string, string> Forms(ReadOnlySpan<char> text, out int length)
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        var (start, from, depth) = (0, 0, 0);
        var name = "";
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '{' && depth++ == 0)
            {
                (name, from) = (text[start..at].Trim().ToString(), at + 1);
            }
            else if (text[at] == '}' && --depth <= 0)
            {
                if (depth < 0)
                {
                    length = at + 1;
                    return forms;
                }

                forms.Add(name, text[from..at].ToString());
                start = at + 1;
            }
        }

        throw new FormatException($"The plural forms are not closed: {text}");
    }

    // CLDR also has "many" for the millions of French and Spanish; no count of ConnectGate is said in those words.
    private static string Category(CultureInfo language, long number) =>
        language.TwoLetterISOLanguageName switch
        {
            "fr" => number is 0 or 1 ? "one" : "other",
            _ => number == 1 ? "one" : "other",
        };
}
