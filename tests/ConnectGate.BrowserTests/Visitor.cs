using System.Globalization;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace ConnectGate.BrowserTests;

public sealed record Device(int Width, bool JavaScript, ColorScheme Scheme)
{
    /// <summary>A short name, for names on pages.</summary>
    public string Label => $"{Width} {(JavaScript ? "js" : "plain")}";

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Width} px, {(JavaScript ? "with" : "without")} JavaScript, {Scheme.ToString().ToLowerInvariant()}";
}

/// <summary>
/// One person at one browser. Axe checks every page they visit, except where JavaScript is off.
/// </summary>
internal sealed class Visitor : IAsyncDisposable
{
    public const string Password = "seven quiet harbours";

    // Runs in the page itself, since Deque's Playwright package opens a second page for each check.
    private const string RunAxe = """
        async () => {
            const { violations } = await axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                resultTypes: ['violations'],
            });
            return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(', ')}`);
        }
        """;

    private const int Narrowest = 320,
        Height = 844;

    // The width with letters of twice the size, and what is wider than the screen.
    private const string LargeLetters = """
        screen => {
            const root = document.documentElement;
            root.style.fontSize = '200%';
            const wide = [...document.querySelectorAll('body *')]
                .filter(one => one.getBoundingClientRect().right > screen)
                .map(one => one.outerHTML.slice(0, 120));
            const width = root.scrollWidth;
            root.style.fontSize = '';
            return width > screen ? `${width} px: ${wide.slice(-4).join(' ')}` : '';
        }
        """;

    // Not the zone of the community, so that a page shows by whose clock it writes a time.
    private const string Zone = "America/Los_Angeles";

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly RunningSite _site;
    private readonly IBrowserContext _context;
    private bool _looks = true;
    private static int _visitors;

    private Visitor(RunningSite site, Device device, IBrowserContext context, IPage page, string name)
    {
        (_site, Device, _context, Page, Name) = (site, device, context, page, name);
        Handle = $"{name.Split(' ')[0].ToLowerInvariant()}-{Interlocked.Increment(ref _visitors)}";
    }

    public Device Device { get; }
    public IPage Page { get; }
    public string Name { get; }

    /// <summary>Unique in a run, since stories share a site.</summary>
    public string Handle { get; }
    public string Email => $"{Handle}@example.org";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>
    /// A member who is signed in. They registered without a browser: <see cref="Stories.RequestStory"/> shows those
    /// pages.
    /// </summary>
    public static async Task<Visitor> RegisteredAsync(RunningSite site, Device device, string name)
    {
        var visitor = await ArrivingAsync(site, device, name);
        await site.RegisterAsync(visitor.Email, Password, visitor.Handle, name);
        visitor._looks = false;
        await visitor.SignInAsync();
        visitor._looks = true;
        return visitor;
    }

    /// <summary>A visitor without an account.</summary>
    public static async Task<Visitor> ArrivingAsync(
        RunningSite site,
        Device device,
        string name,
        string? language = null
    )
    {
        var context = await site.Browser.NewContextAsync(
            new()
            {
                BaseURL = site.Address.ToString(),
                ViewportSize = new() { Width = device.Width, Height = Height },
                JavaScriptEnabled = device.JavaScript,
                Locale = language,
                TimezoneId = Zone,
                ColorScheme = device.Scheme,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        context.SetDefaultTimeout(30_000);
        return new Visitor(site, device, context, await context.NewPageAsync(), name);
    }

    /// <summary>Fills in the form, and confirms the address by the mailed link and the password.</summary>
    /// <param name="application">What an administrator is to know, where they ask.</param>
    public async Task RegisterAsync(string? application = null)
    {
        await GoAsync("/account/register");
        if (application is not null)
        {
            await FillAsync("application", application);
        }

        await FillAsync("email", Email);
        await FillAsync("displayName", Name);
        await FillAsync("handle", Handle);
        await FillAsync("password", Password);
        await ChooseAsync("Never");
        await PressAsync("Register");
        await SeesAsync("A message is on its way");
        await GoAsync(new Uri(await _site.Mail.LinkAsync(Email, Cancelled)).PathAndQuery);
        await FillAsync("password", Password);
        await PressAsync("Confirm");
    }

    public async Task SignInAsync()
    {
        await GoAsync("/account/sign-in");
        await FillAsync("email", Email);
        await FillAsync("password", Password);
        await PressAsync("Sign in");
    }

    /// <summary>Takes over the session of another browser, which had kept nothing else.</summary>
    public async Task ContinueAsync(Visitor other) =>
        await _context.AddCookiesAsync(
            (await other._context.CookiesAsync()).Select(cookie => new Cookie
            {
                Name = cookie.Name,
                Value = cookie.Value,
                Domain = cookie.Domain,
                Path = cookie.Path,
                Secure = cookie.Secure,
                HttpOnly = cookie.HttpOnly,
            })
        );

    public async Task SignOutAsync()
    {
        await Page.GetByText("Menu", new() { Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await SeesAsync("signed out");
    }

    /// <summary>Opens an address and checks the page.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await LookAsync();
    }

    /// <summary>Follows the first link of that name in the page.</summary>
    public async Task FollowAsync(string link)
    {
        await ClickAsync(Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = link }).First);
    }

    /// <summary>Presses the button of that name in the page.</summary>
    public async Task PressAsync(string button)
    {
        await ClickAsync(
            Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First
        );
    }

    public Task FillAsync(string field, string text) => Page.Locator($"main [name='{field}']").FillAsync(text);

    public Task ChooseAsync(string label) =>
        Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Radio, new() { Name = label }).CheckAsync();

    public Task<string> ValueAsync(string field) => Page.Locator($"main [name='{field}']").InputValueAsync();

    /// <summary>Fails unless the page says that.</summary>
    public Task SeesAsync(string text) => Assertions.Expect(Page.GetByRole(AriaRole.Main)).ToContainTextAsync(text);

    /// <summary>Fails if the page says that.</summary>
    public Task DoesNotSeeAsync(string text) =>
        Assertions.Expect(Page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync(text);

    /// <summary>Fails if the time there is not by the browser's clock. Without JavaScript it names its zone.</summary>
    public async Task SeesOwnTimeAsync(string selector)
    {
        var time = Page.Locator(selector);
        var at = DateTimeOffset.Parse((await time.GetAttributeAsync("datetime"))!, CultureInfo.InvariantCulture);
        var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(Zone));
        await Assertions
            .Expect(time)
            .ToHaveTextAsync(
                Device.JavaScript
                    ? local.ToString("HH:mm", CultureInfo.InvariantCulture)
                    : at.ToString("HH:mm' (UTC)'", CultureInfo.InvariantCulture)
            );
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    // Clicks, and waits for the next page, which may be the same one again.
    private async Task ClickAsync(ILocator target)
    {
        try
        {
#pragma warning disable CS0612 // its replacement waits for another address, and a form often leads to the same one
            await Page.RunAndWaitForNavigationAsync(() => target.ClickAsync());
#pragma warning restore CS0612
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException(
                $"{late.Message}\nat {Page.Url}:\n{await Page.GetByRole(AriaRole.Main).InnerTextAsync()}",
                late
            );
        }

        await LookAsync();
    }

    // On a phone: 320 px, the narrowest screen of WCAG 2.2 (1.4.10), and letters of twice the size (1.4.4).
    private async Task FitsSmallerAsync()
    {
        if (Device.Width > 400)
        {
            return;
        }

        var large = await Page.EvaluateAsync<string>(LargeLetters, Device.Width);
        Assert.True(large.Length == 0, $"{Page.Url} is too wide with letters of twice the size, {large}");
        await Page.SetViewportSizeAsync(Narrowest, Height);
        var narrow = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(narrow <= Narrowest, $"{Page.Url} is {narrow} px wide on a screen of {Narrowest}.");
        await Page.SetViewportSizeAsync(Device.Width, Height);
    }

    /// <summary>Checks that the page fits the screen and that axe finds nothing.</summary>
    public async Task LookAsync()
    {
        if (!_looks)
        {
            return;
        }

        var width = await Page.Locator("html").EvaluateAsyncOrNull<int>("root => root.scrollWidth", Device);
        Assert.True(
            width is null || width <= Device.Width,
            $"{Page.Url} is {width} px wide on a screen of {Device.Width}."
        );
        if (Device.JavaScript)
        {
            await FitsSmallerAsync();
            await Page.EvaluateAsync(Axe);
            var violations = await Page.EvaluateAsync<string[]>(RunAxe);
            Assert.True(violations.Length == 0, $"axe at {Page.Url} ({Device}): {string.Join("; ", violations)}");
        }
    }
}

internal static class Evaluation
{
    /// <summary>Null where the page may not run scripts.</summary>
    public static async Task<T?> EvaluateAsyncOrNull<T>(this ILocator locator, string script, Device device)
        where T : struct => device.JavaScript ? await locator.EvaluateAsync<T>(script) : null;
}
