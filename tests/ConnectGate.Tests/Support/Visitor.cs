using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ConnectGate.Tests.Support;

/// <summary>
/// A person's browser. It reads pages as documents and sends forms as they are on the page, with their antiforgery
/// token.
/// </summary>
public sealed class Visitor(HttpClient client)
{
    public HttpClient Client { get; } = client;

    public async Task<WebPage> GetAsync(string path) =>
        await PageAsync(await Client.GetAsync(path, TestContext.Current.CancellationToken), path);

    /// <summary>Gets a page that must be there.</summary>
    public async Task<WebPage> SeeAsync(string path)
    {
        var page = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return page;
    }

    /// <summary>
    /// Sends a form of the page with its own values, changed by <paramref name="values"/>. A null removes a field.
    /// </summary>
    /// <param name="page">The page that holds the form.</param>
    /// <param name="form">A selector of the form, or of a button in it.</param>
    /// <param name="values">What the person types and chooses, by the fields' names.</param>
    public async Task<WebPage> SubmitAsync(WebPage page, string form, params (string Name, string? Value)[] values)
    {
        var element = page.Document.QuerySelector(form)
            ?? throw new InvalidOperationException($"{page.Path} has no {form}.");
        var button = element as IHtmlButtonElement;
        var target =
            element as IHtmlFormElement
            ?? button?.Form
            ?? throw new InvalidOperationException($"{form} is in no form.");
        var fields = Fields(target).Where(field => values.All(value => value.Name != field.Key)).ToList();
        fields.AddRange(
            from value in values
            where value.Value is not null
            select KeyValuePair.Create(value.Name, value.Value!)
        );
        if (button?.Name is { Length: > 0 } name)
        {
            fields.Add(new(name, button.Value));
        }

        var action = button?.GetAttribute("formaction") ?? target.GetAttribute("action") ?? page.Path;
        return await PostAsync(action.Length > 0 ? action : page.Path, fields);
    }

    public async Task<WebPage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await PostAsync(path, content);
    }

    public async Task<WebPage> PostAsync(string path, HttpContent content) =>
        await PageAsync(await Client.PostAsync(path, content, TestContext.Current.CancellationToken), path);

    /// <summary>Follows redirects to their end.</summary>
    public async Task<WebPage> FollowAsync(WebPage page)
    {
        while (page.Location is { } location)
        {
            page = await GetAsync(location);
        }

        return page;
    }

    /// <summary>The fields that a browser would send.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "submit" or "button" or "image" or "reset" }:
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }:
                case IHtmlInputElement { IsDisabled: true }:
                    break;
                case IHtmlInputElement { Name: { Length: > 0 } name } input:
                    yield return new(name, input.Value);
                    break;
                case IHtmlTextAreaElement { Name: { Length: > 0 } name } area:
                    yield return new(name, area.Value);
                    break;
                case IHtmlSelectElement { Name: { Length: > 0 } name } select when select.Value is { } chosen:
                    yield return new(name, chosen);
                    break;
            }
        }
    }

    private static async Task<WebPage> PageAsync(HttpResponseMessage response, string path)
    {
        using (response)
        {
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var location = response.Headers.Location is { IsAbsoluteUri: true, Host: "localhost" } absolute
                ? absolute.PathAndQuery
                : response.Headers.Location?.OriginalString;
            return new WebPage(path, response.StatusCode, body, location, response.Headers);
        }
    }
}

public sealed record WebPage(
    string Path,
    HttpStatusCode Status,
    string Body,
    string? Location,
    System.Net.Http.Headers.HttpResponseHeaders Headers
)
{
    private readonly Lazy<IHtmlDocument> _document = new(() => new HtmlParser().ParseDocument(Body));

    /// <summary>Parsed on first use, since most tests read only the status.</summary>
    public IHtmlDocument Document => _document.Value;

    public IReadOnlyList<string> Texts(string selector) =>
        [.. Document.QuerySelectorAll(selector).Select(element => element.TextContent.Trim())];
}
