using System.Globalization;
using System.Resources;

namespace ConnectGate.Foundation.Text;

/// <summary>
/// The texts of the domain that a person reads: refusals, notifications, mail. They live in <c>Words.resx</c>, by name.
/// </summary>
internal static class Words
{
    private static readonly ResourceManager Resources = new(
        "ConnectGate.Foundation.Text.Words",
        typeof(Words).Assembly
    );

    /// <summary>The text of that name in the reader's language.</summary>
    /// <exception cref="MissingManifestResourceException">There is none: a bug, which a test finds.</exception>
    public static string Of(string name) =>
        Resources.GetString(name, CultureInfo.CurrentUICulture)
        ?? throw new MissingManifestResourceException($"Words.resx lacks '{name}'.");

    /// <summary>The text of that name with its places filled in.</summary>
    public static string Format(string name, params object?[] values) =>
        string.Format(CultureInfo.CurrentCulture, Of(name), values);
}
