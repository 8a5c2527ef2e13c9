using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using ConnectGate.Gate;
using ConnectGate.Tests.Conventions;
using ConnectGate.Tests.Slices;
using ConnectGate.Tests.Web.Authorization;
using Microsoft.AspNetCore.Mvc.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using DiagnosticListener = System.Diagnostics.DiagnosticListener;

namespace ConnectGate.Tests.Web.Forms;

/// <summary>
/// Finds every form with a text area, on the pages of the authorization table, and proves for each that its texts
/// survive: a refusal, and a session that ended. The undo of an act and the way back have tests of their own, on the
/// pages that have them: DecisionPageTests, AskPageTests, and the browser story ReadingStory.
/// </summary>
public sealed partial class LongTextTests(Cast cast) : IClassFixture<Cast>
{
    // Longer than every limit, and shorter than the largest body with the most fields.
    private static readonly string TooLong = string.Concat(Enumerable.Repeat("Ebbe und Flut, naïvely ", 260));

    // What a page needs in its query before it shows its form.
    private static readonly Dictionary<string, string> Shown = new(StringComparer.Ordinal)
    {
        ["/ask/{handle}/introduction"] = "through",
        ["/connections/{handle}/introduce"] = "other",
    };

    // Forms that take any text: they act on the lines that they can read, and name the others.
    private static readonly string[] TakeAnything = ["/groups/{id}/invite"];

    // Shown for a letter whose sender says that the two met.
    private const string ClaimOfMeeting = "/inbox/{id}/not-met";

    // Only where an administrator decides who joins. Nobody is signed in there, so no session can end.
    private const string ShownByApproval = "/Pages/Account/Registering/Register.cshtml";

    [Fact]
    public async Task Every_form_with_a_long_text_keeps_it()
    {
        var (found, missing) = (await FormsAsync(), new List<string>());
        foreach (var form in found.Values)
        {
            var typed = form.Areas.ToDictionary(name => name, name => $"{TooLong}{name}", StringComparer.Ordinal);
            if (await LostByRefusalAsync(form, typed) is { } refused)
            {
                missing.Add($"{form.Page}: a refusal {refused}");
            }

            if (await LostByExpiryAsync(form, typed) is { } expired)
            {
                missing.Add($"{form.Page}: an expired session {expired}");
            }

            // A draft of the browser comes back where the form looks as before and is sent to the same address.
            if (form.Again != form.Address)
            {
                missing.Add($"{form.Page}: its address changes from {form.Address} to {form.Again}");
            }
        }

        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    /// <summary>A form that no page of the table shows would escape the test above.</summary>
    [Fact]
    public async Task Every_text_area_of_the_pages_is_found()
    {
        var found = (await FormsAsync()).Values;
        var web = Path.Combine(Layout.Root, "src", "ConnectGate.Web");
        var unseen = new List<string>();
        foreach (
            var file in Layout.FilesOf(Layout.Root).Where(one => one.EndsWith(".cshtml", StringComparison.Ordinal))
        )
        {
            var view = "/" + Path.GetRelativePath(web, file).Replace('\\', '/');
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            unseen.AddRange(
                from Match area in TextArea().Matches(text)
                let name = area.Groups[1].Value
                where view != ShownByApproval
                where !found.Any(form => form.Views.Contains(view) && form.Areas.Any(one => IsNamed(one, name)))
                select $"{view}: {name}"
            );
        }

        Assert.True(unseen.Count == 0, string.Join('\n', unseen));
    }

    // A name with a part of Razor, such as answers[@id], is known up to that part.
    private static bool IsNamed(string area, string name) =>
        name.Split('@') is [var begin, _, ..] ? area.StartsWith(begin, StringComparison.Ordinal) : area == name;

    // By page and address of the form. Each is found by the first endpoint that shows it.
    private async Task<Dictionary<string, Found>> FormsAsync()
    {
        var found = new Dictionary<string, Found>(StringComparer.Ordinal);
        foreach (var (address, opens, who) in TablePages.All)
        {
            var path = TablePages.Path(
                address,
                address == ClaimOfMeeting ? await MetAsync(who) : await ThingAsync(opens, who)
            );
            if (Shown.TryGetValue(address, out var query))
            {
                path += $"?{query}={await cast.ThingAsync(Opens.ToTheConnected, Subject.Own, who)}";
            }

            var person = cast.Who(who)!;
            var views = new HashSet<string>(StringComparer.Ordinal);
            WebPage page,
                again;
            using (Watch(views))
            {
                var browser = await cast.Site.VisitAsync(person);
                (page, again) = (await browser.GetAsync(path), await browser.GetAsync(path));
            }

            foreach (var (form, same) in LongForms(page).Zip(LongForms(again)))
            {
                var areas = form.QuerySelectorAll("textarea")
                    .OfType<IHtmlTextAreaElement>()
                    .Select(area => area.Name ?? "")
                    .ToList();
                found.TryAdd(
                    $"{address} {string.Join(' ', areas)}",
                    new Found(address, page, form, same.GetAttribute("action") ?? path, person, areas, views)
                );
            }
        }

        return found;
    }

    private async Task<string> MetAsync(string who) =>
        await cast.Site.Community.DeliverAsync(
            await cast.Site.Community.InsertAsync(),
            cast.Who(who)!,
            A.AnotherLetter() with
            {
                Reason = Reason.MetInPerson,
            }
        );

    // Whoever is asked asks something in return, so that the letter has answers.
    private async Task<string> ThingAsync(Opens opens, string who) =>
        opens == Opens.AnyMember
            ? (await cast.Site.Community.InsertAsync(A.Member() with { Questions = ["Why me?"] })).Handle
            : await cast.ThingAsync(opens, opens == Opens.ByCode ? Subject.Anothers : Subject.Own, who);

    private async Task<string?> LostByRefusalAsync(Found form, Dictionary<string, string> typed)
    {
        if (TakeAnything.Contains(form.Page))
        {
            return null;
        }

        var browser = await cast.Site.VisitAsync(form.Person);
        var answer = await browser.PostAsync(form.Address, await FilledAsync(form, browser, typed));
        if (answer.Status is not (HttpStatusCode.UnprocessableEntity or HttpStatusCode.OK))
        {
            return $"answers {(int)answer.Status}";
        }

        var areas = answer.Document.QuerySelectorAll("textarea").OfType<IHtmlTextAreaElement>().ToList();
        return
            typed.FirstOrDefault(field => !areas.Exists(area => area.Name == field.Key && area.Value == field.Value))
                is { Key: { } lost }
            ? $"loses {lost}"
            : null;
    }

    private async Task<string?> LostByExpiryAsync(Found form, Dictionary<string, string> typed)
    {
        var browser = cast.Site.NewVisitor();
        browser.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin"); // as browsers do
        var answer = await browser.PostAsync(form.Address, await FilledAsync(form, browser, typed));
        if (answer.Status != HttpStatusCode.Unauthorized)
        {
            return $"answers {(int)answer.Status}";
        }

        var kept = answer.Document.QuerySelectorAll("main form input").OfType<IHtmlInputElement>().ToList();
        return typed.FirstOrDefault(field =>
                !kept.Exists(input => input.Name == field.Key && input.Value == field.Value)
            )
                is { Key: { } lost }
                ? $"loses {lost}"
            : answer.Document.QuerySelector("main form")!.GetAttribute("action") != form.Address ? "sends it elsewhere"
            : null;
    }

    // The fields of the form as a browser sends them, with the token of this browser's session.
    private static async Task<IEnumerable<KeyValuePair<string, string>>> FilledAsync(
        Found form,
        Visitor browser,
        Dictionary<string, string> typed
    )
    {
        var own = await browser.GetAsync("/account/sign-out");
        var token = own.Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");
        return
        [
            .. Visitor
                .Fields(form.Element)
                .Where(field => !typed.ContainsKey(field.Key) && !field.Key.StartsWith("__", StringComparison.Ordinal)),
            .. typed,
            new("__RequestVerificationToken", token ?? ""),
        ];
    }

    private static IEnumerable<IHtmlFormElement> LongForms(WebPage page) =>
        page
            .Document.QuerySelectorAll("main form")
            .OfType<IHtmlFormElement>()
            .Where(form => form.QuerySelector("textarea") is not null);

    // Notes the .cshtml files that the site runs meanwhile.
    private IDisposable Watch(HashSet<string> views) =>
        cast
            .Site.Services.GetRequiredService<DiagnosticListener>()
            .Subscribe(new Observer(views), name => name == BeforeViewPageEventData.EventName);

    [GeneratedRegex("""<text(?:area|-field)\s+name="([^"]+)"[^>]*?\srows=""")]
    private static partial Regex TextArea();

    /// <param name="Page">The page's address, as the table has it.</param>
    /// <param name="Areas">The names of its text areas.</param>
    /// <param name="Again">The form's address when the page is opened once more.</param>
    /// <param name="Views">The files of the page.</param>
    private sealed record Found(
        string Page,
        WebPage Opened,
        IHtmlFormElement Element,
        string Again,
        Person Person,
        IReadOnlyList<string> Areas,
        IReadOnlySet<string> Views
    )
    {
        public string Address => Element.GetAttribute("action") ?? Opened.Path;
    }

    private sealed class Observer(HashSet<string> views) : IObserver<KeyValuePair<string, object?>>
    {
        public void OnCompleted()
        {
            // Nothing to end.
        }

        public void OnError(Exception error)
        {
            // The site reports its own errors.
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is BeforeViewPageEventData { Page.Path: { } path })
            {
                lock (views)
                {
                    views.Add(path);
                }
            }
        }
    }
}
