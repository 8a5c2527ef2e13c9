using System.Globalization;

namespace ConnectGate.Web.Hosting.Look;

/// <summary>
/// A community's colour, and the colours that theme.css makes of it: for links, buttons and marks, in the light and in
/// the dark appearance.
/// </summary>
internal sealed class Accent
{
    /// <summary>The contrast of text that WCAG 2.2 asks for (1.4.3, level AA).</summary>
    public const double Least = 4.5;

    private const double Tint = 0.1,
        DarkContrast = 7;

    private static readonly Colour White = Colour.Of(0xffffff),
        Black = Colour.Of(0);

    private readonly Colour _light,
        _dark;

    private Accent(Colour chosen) => (_light, _dark) = (chosen, Lightened(chosen));

    /// <summary><c>--bs-body-bg</c> of theme.css in the light appearance.</summary>
    public static Colour LightPage { get; } = Colour.Of(0xfaf9f5);

    /// <summary><c>--shade</c> of theme.css in the light appearance.</summary>
    public static Colour LightPanel { get; } = Colour.Of(0xf2f2ed);

    /// <summary><c>--bs-body-bg</c> of theme.css in the dark appearance.</summary>
    public static Colour DarkPage { get; } = Colour.Of(0x161a19);

    /// <summary>Null, with a reason for the host, where text in that colour could not be read.</summary>
    /// <param name="text"><c>#rrggbb</c>.</param>
    public static Accent? Read(string text, out string? problem)
    {
        problem = null;
        if (!Colour.TryParse(text, out var chosen))
        {
            problem = "It must be a colour such as #1f5c57.";
            return null;
        }

        if (Contrast(chosen) is var contrast && contrast >= Least)
        {
            return new Accent(chosen);
        }

        problem = string.Create(
            CultureInfo.InvariantCulture,
            $"{text} has a contrast of {contrast:0.0} to 1 on the page. {Least} is needed. {Darkened(chosen)} has it."
        );
        return null;
    }

    /// <summary>A style sheet that sets what theme.css lists under "The accent".</summary>
    public string Stylesheet() =>
        $$"""
            :root, [data-bs-theme=light] { {{Variables(_light, LightPage, Black, White)}} --ticked: {{_light}}; }
            @media (prefers-color-scheme: dark) {
              :root, [data-bs-theme=light] { {{Variables(_dark, DarkPage, White, DarkPage)}} }
            }

            """;

    private static string Variables(Colour accent, Colour page, Colour towards, Colour on)
    {
        var strong = accent.Mix(towards, 0.25);
        return $"--accent: {accent}; --accent-strong: {strong}; --accent-soft: {page.Mix(accent, Tint)}; "
            + $"--on-accent: {on}; --bs-link-color-rgb: {Channels(accent)}; "
            + $"--bs-link-hover-color-rgb: {Channels(strong)};";
    }

    private static string Channels(Colour colour) => $"{colour.Red}, {colour.Green}, {colour.Blue}";

    // The accent is the colour of links on a page, a panel and a notice, and the ground of white words on a button.
    private static double Contrast(Colour accent) =>
        new[] { White, LightPage, LightPanel, LightPage.Mix(accent, Tint) }.Min(accent.ContrastWith);

    private static Colour Darkened(Colour chosen) => Steps(chosen, Black).First(colour => Contrast(colour) >= Least);

    private static Colour Lightened(Colour chosen) =>
        Steps(chosen, White).First(colour => colour.ContrastWith(DarkPage) >= DarkContrast);

    private static IEnumerable<Colour> Steps(Colour from, Colour to) =>
        Enumerable.Range(0, 21).Select(step => from.Mix(to, step * 0.05));
}
