using System.Text.RegularExpressions;
using ConnectGate.Tests.Conventions;
using ConnectGate.Tests.Support;
using ConnectGate.Web.Hosting.Look;

namespace ConnectGate.Tests.Web;

public sealed partial class LookTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_community_has_its_own_colour_and_logo()
    {
        var folder = Directory.CreateTempSubdirectory("connectgate-logo-");
        var logo = Path.Combine(folder.FullName, "logo.svg");
        const string Picture = """<svg xmlns="http://www.w3.org/2000/svg"><circle r="9"/></svg>""";
        await File.WriteAllTextAsync(logo, Picture, Token);
        await using var site = await Site.StartAsync(
            settings: new Dictionary<string, string> { ["Community:Accent"] = "#7a1f4b", ["Community:Logo"] = logo }
        );
        using var client = site.NewProgram();

        var page = await client.GetStringAsync("/", Token);

        var colours = await GetAsync(client, Address(page, "/community/look.css"));
        Assert.Equal("text/css", colours.Type);
        Assert.Contains("--accent: #7a1f4b;", colours.Content, StringComparison.Ordinal);
        var picture = await GetAsync(client, Address(page, "/community/logo"));
        Assert.Equal(("image/svg+xml", Picture), (picture.Type, picture.Content));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Without_settings_it_has_the_products_own()
    {
        await using var site = await Site.StartAsync();
        using var client = site.NewProgram();

        Assert.DoesNotContain("/community/", await client.GetStringAsync("/", Token), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_in_every_accepted_colour_can_be_read_in_both_appearances()
    {
        var accepted = 0;
        for (var rgb = 0; rgb <= 0xffffff; rgb += 0x030507)
        {
            if (Accent.Read(Colour.Of(rgb).ToString(), out _) is not { } accent)
            {
                continue;
            }

            accepted++;
            var (light, dark) = (Colours(accent.Stylesheet()), Colours(accent.Stylesheet().Split("@media")[1]));
            AssertRead(light, [Accent.LightPage, Accent.LightPanel]);
            AssertRead(dark, [Accent.DarkPage]);
        }

        Assert.InRange(accepted, 10, 84);
    }

    [Fact]
    public void A_refused_colour_comes_with_one_that_is_accepted()
    {
        Assert.Null(Accent.Read("#ffcc00", out var problem));

        Assert.NotNull(Accent.Read(Hex().Matches(problem!)[1].Value, out _));
    }

    [Fact]
    public void The_colours_of_the_page_are_those_of_its_style_sheet()
    {
        var styles = File.ReadAllText(Path.Combine(Layout.Root, "src/ConnectGate.Web/wwwroot/theme.css"));

        Assert.Contains($"--bs-body-bg: {Accent.LightPage};", styles, StringComparison.Ordinal);
        Assert.Contains($"--shade: {Accent.LightPanel};", styles, StringComparison.Ordinal);
        Assert.Contains($"--bs-body-bg: {Accent.DarkPage};", styles, StringComparison.Ordinal);
    }

    private static void AssertRead(Dictionary<string, Colour> colours, Colour[] grounds)
    {
        foreach (var name in new[] { "accent", "accent-strong" })
        {
            var text = colours[name];
            Assert.All([.. grounds, colours["accent-soft"]], ground =>
                Assert.True(text.ContrastWith(ground) >= Accent.Least, $"{text} on {ground}")
            );
            Assert.True(colours["on-accent"].ContrastWith(text) >= Accent.Least, $"on {text}");
        }
    }

    private static Dictionary<string, Colour> Colours(string styles) =>
        Variable()
            .Matches(styles)
            .DistinctBy(match => match.Groups["name"].Value)
            .ToDictionary(
                match => match.Groups["name"].Value,
                match => Colour.TryParse(match.Groups["colour"].Value, out var colour) ? colour : default,
                StringComparer.Ordinal
            );

    private static string Address(string page, string path) =>
        Regex.Match(page, $"{Regex.Escape(path)}\\?v=[0-9a-f]{{12}}", RegexOptions.NonBacktracking).Value;

    private static async Task<(string? Type, string Content)> GetAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Token);
        Assert.Contains("immutable", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        return (answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync(Token));
    }

    [GeneratedRegex("--(?<name>[a-z-]+): (?<colour>#[0-9a-f]{6});", RegexOptions.NonBacktracking)]
    private static partial Regex Variable();

    [GeneratedRegex("#[0-9a-f]{6}", RegexOptions.NonBacktracking)]
    private static partial Regex Hex();
}
