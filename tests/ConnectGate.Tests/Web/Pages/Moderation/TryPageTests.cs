using System.Collections;
using System.Globalization;
using System.Net;
using System.Reflection;
using System.Resources;
using ConnectGate.Gate.Reading;
using ConnectGate.Gate.Reading.Text;
using ConnectGate.Web.Resources;

namespace ConnectGate.Tests.Web.Pages.Moderation;

public sealed class TryPageTests
{
    private const string Stock = "Hi, I'd like to add you to my professional network and learn from your experience.";

    [Fact]
    public async Task It_opens_with_an_empty_form_and_says_what_will_appear()
    {
        await using var site = await Site.StartAsync();
        var desk = await DeskAsync(site);

        var page = await desk.SeeAsync(
            (await desk.SeeAsync("/moderation"))
                .Document.QuerySelector(".tabs a[href='/moderation/try']")!
                .GetAttribute("href")!
        );

        Assert.Contains(
            "appears here",
            page.Document.QuerySelector(".empty-state")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Null(page.Document.QuerySelector(".reading"));
        Assert.Equal("", page.Document.GetElementById("note")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_refused_note_is_taken_apart_and_everything_typed_is_still_there()
    {
        await using var site = await Site.StartAsync();
        var desk = await DeskAsync(site);

        var page = await desk.SubmitAsync(
            await desk.SeeAsync("/moderation/try"),
            "main form",
            ("note", Stock),
            ("sender", "Ida Lind"),
            ("recipient", "Chen Yaqing"),
            ("headline", "Restores clocks"),
            ("reason", "YourWork"),
            ("reasonDetail", "your clock repairs")
        );

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Refused", page.Document.GetElementById("verdict")!.TextContent);
        Assert.Contains("stock-sentence", page.Texts(".reading .panel code"));
        Assert.Contains("add you to my professional network", page.Texts("section[aria-labelledby=against] bdi"));
        Assert.Contains(page.Texts("section[aria-labelledby=marked] mark"), marked =>
            marked.Contains("add you to my professional network", StringComparison.Ordinal)
        );
        Assert.Contains(page.Texts("section[aria-labelledby=against] h3"), kind =>
            kind.StartsWith("Stock phrases", StringComparison.Ordinal)
        );
        Assert.Equal(Stock, page.Document.GetElementById("note")!.TextContent.Trim());
        Assert.Equal(
            ["Ida Lind", "Chen Yaqing", "Restores clocks", "your clock repairs"],
            from id in new[] { "sender", "recipient", "headline", "reasonDetail" }
            select page.Document.GetElementById(id)!.GetAttribute("value")
        );
        Assert.Equal("YourWork", page.Document.QuerySelector("option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_personal_note_passes_with_the_words_that_speak_for_it_and_nothing_is_stored_or_counted()
    {
        await using var site = await Site.StartAsync();
        var desk = await DeskAsync(site);
        var form = await desk.SeeAsync("/moderation/try");
        var before = await site.Community.CountEveryTableAsync();

        var page = await desk.SubmitAsync(
            form,
            "main form",
            ("note", "Your dad taught me <b>welding</b> in Emden, and I still have his mask.")
        );
        await desk.SubmitAsync(page, "main form", ("note", Stock));

        Assert.Equal("Passes", page.Document.GetElementById("verdict")!.TextContent);
        Assert.Contains("Your dad taught me", page.Texts("section[aria-labelledby=for] bdi"));
        Assert.Empty(page.Document.QuerySelectorAll("main b"));
        Assert.Equal(before, await site.Community.CountEveryTableAsync());
    }

    [Theory]
    [InlineData("", "", "note")]
    [InlineData("Hello", "", "note")]
    [InlineData(Stock, "abc", "reasonDetail")]
    public async Task A_wrong_length_is_reported_at_its_field(string note, string detail, string field)
    {
        await using var site = await Site.StartAsync();
        var desk = await DeskAsync(site);

        var page = await desk.SubmitAsync(
            await desk.SeeAsync("/moderation/try"),
            "main form",
            ("note", note),
            ("sender", "Ida Lind"),
            ("reasonDetail", detail)
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.NotNull(page.Document.QuerySelector($".error-summary a[href='#{field}']"));
        Assert.NotNull(page.Document.GetElementById($"{field}-error"));
        Assert.Equal("Ida Lind", page.Document.GetElementById("sender")!.GetAttribute("value"));
        Assert.Null(page.Document.QuerySelector(".reading"));
    }

    [Fact]
    public async Task A_note_of_a_whole_body_is_too_long_and_comes_back_whole()
    {
        await using var site = await Site.StartAsync();
        var desk = await DeskAsync(site);
        var long60 = string.Concat(Enumerable.Repeat("harbour ", 7_500));

        var page = await desk.SubmitAsync(await desk.SeeAsync("/moderation/try"), "main form", ("note", long60));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(long60, ((AngleSharp.Html.Dom.IHtmlTextAreaElement)page.Document.GetElementById("note")!).Value);
    }

    [Fact]
    public void Every_sign_has_its_words()
    {
        var named = new ResourceManager(typeof(ModerationTexts))
            .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .Select(entry => (string)entry.Key)
            .ToHashSet(StringComparer.Ordinal);
        string[] notEvidence = [Section.Placeholder, Section.Filler, Section.Common, Section.Speak];

        var signs = new[] { typeof(Section), typeof(Signs) }
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public))
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!)
            .Except(notEvidence, StringComparer.Ordinal)
            .ToList();

        Assert.NotEmpty(signs);
        Assert.Equal(
            [],
            signs
                .SelectMany(sign => new[] { $"sign-{sign}", $"sign-{sign}-hint" })
                .Except(named, StringComparer.Ordinal)
        );
    }

    private static async Task<Visitor> DeskAsync(Site site) =>
        await site.VisitAsync(
            await site.Community.InsertAsync(A.Member() with { Role = ConnectGate.People.Accounts.Role.Moderator })
        );
}
