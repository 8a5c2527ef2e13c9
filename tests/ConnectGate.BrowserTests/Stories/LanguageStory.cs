using System.Globalization;
using System.Resources;
using ConnectGate.Web.Resources;
using Microsoft.Playwright;
using Xunit;

namespace ConnectGate.BrowserTests.Stories;

/// <summary>
/// Two members meet in their own language, from registering to the answer, on a phone. Every page is checked at 320 px,
/// with large letters and by axe, as <see cref="Visitor.LookAsync"/> does.
/// </summary>
public sealed class LanguageStory(Sites sites) : Story(sites)
{
    private static readonly string[] OfAMember =
    [
        "/",
        "/inbox",
        "/sent",
        "/members",
        "/connections",
        "/groups",
        "/groups/new?kind=Gathering",
        "/met",
        "/introductions",
        "/notifications",
        "/settings",
        "/settings/policy",
        "/settings/profile",
        "/settings/privacy",
        "/settings/digest",
        "/settings/security",
        "/settings/export",
        "/settings/address-book",
        "/no-such-page",
    ];

    [Theory]
    [InlineData("de", "Sprache: Deutsch", "Sagen Sie etwas mehr")]
    [InlineData("fr", "Langue : Français", "Dites-en un peu plus")]
    [InlineData("es", "Idioma: Español", "Diga un poco más")]
    public async Task From_the_choice_of_a_language_to_an_answer(string language, string chosen, string tooShort)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        await using var ruth = await Visitor.RegisteredAsync(Site, Phone, "Ruth Reader");
        await using var ada = await Visitor.RegisteredAsync(Site, Phone, "Ada Asker");
        foreach (var member in new[] { ruth, ada })
        {
            await member.Page.Locator("footer a").ClickAsync();
            await member.PressAsync(Foundation.Text.Words.NameOf(culture));
            await Assertions.Expect(member.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
            await Assertions.Expect(member.Page.Locator("footer a")).ToHaveTextAsync(chosen);
        }

        await ada.GoAsync($"/ask/{ruth.Handle}");
        await ada.Page.Locator("[name=reason][value=YourWork]").CheckAsync();
        await ada.FillAsync("reasonDetail", "Tide tables");
        await ada.FillAsync("note", "Hi");
        await ada.PressAsync(Text<AskingTexts>("ask-send", culture));
        await ada.SeesAsync(tooShort);
        await ada.FillAsync("note", Note);
        await ada.PressAsync(Text<AskingTexts>("ask-send", culture));

        Site.Clock.Advance(TimeSpan.FromMinutes(6));
        await ruth.GoAsync("/inbox");
        await ruth.FollowAsync(ada.Name);
        await ruth.FollowAsync(Text<InboxTexts>("accept", culture));
        await ruth.PressAsync(Text<InboxTexts>("accept-do", culture));
        await ruth.SeesAsync(ada.Name);
        // The longest words of the four are German.
        foreach (var page in language == "de" ? OfAMember : OfAMember[..3])
        {
            await ruth.GoAsync(page);
            await Assertions.Expect(ruth.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        }
    }

    [Fact]
    public async Task A_visitor_reads_and_registers_in_the_browsers_language()
    {
        await using var visitor = await Visitor.ArrivingAsync(Site, PlainPhone, "Vera Visitor", "fr-CA");
        await visitor.GoAsync("/account/register");
        await Assertions.Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", "fr");

        await visitor.Page.Locator("footer a").ClickAsync();
        await visitor.PressAsync("Deutsch");

        Assert.EndsWith("/account/register", visitor.Page.Url, StringComparison.Ordinal);
        await visitor.SeesAsync(Text<AccountTexts>("register-title", CultureInfo.GetCultureInfo("de")));
    }

    private static string Text<TArea>(string name, CultureInfo language) =>
        new ResourceManager(typeof(TArea)).GetString(name, language)!;
}
