using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;

namespace ConnectGate.Web.Markup.Fields;

/// <summary>
/// A form that could not be taken, for the error page: everything typed, and the address to send it to again. Only the
/// page holds it; the server keeps nothing.
/// </summary>
/// <param name="Address">The path and query of the form.</param>
/// <param name="Fields">Every field, without tokens and passwords.</param>
internal sealed record KeptForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>
    /// What a person wrote, as they see it. One word of ASCII is an id, a choice or a number, which nobody misses.
    /// </summary>
    public IEnumerable<string> Texts =>
        Fields
            .Select(one => one.Value)
            .Where(value => value.Trim().Any(letter => char.IsWhiteSpace(letter) || !char.IsAscii(letter)));

    /// <summary>The page with the form.</summary>
    public string Page => PageOf(Address);

    /// <summary>
    /// The form of a failed request, without a password, which no page may repeat. Null where it was no form of this
    /// site, where nothing can be lost, and where it has a file.
    /// </summary>
    public static async Task<KeptForm?> OfFailedAsync(HttpContext context)
    {
        var failed =
            context.Features.Get<IExceptionHandlerPathFeature>()?.Path is { } path ? path + context.Request.QueryString
            : context.Features.Get<IStatusCodeReExecuteFeature>() is { } sent
                ? sent.OriginalPath + sent.OriginalQueryString
            : null;
        return failed is null ? null : await OfAsync(context, failed);
    }

    /// <summary>The form of this request, on the terms of <see cref="OfFailedAsync"/>.</summary>
    public static async Task<KeptForm?> OfAsync(HttpContext context, string failed)
    {
        var request = context.Request;
        if (
            !HttpMethods.IsPost(request.Method)
            || !request.HasFormContentType
            // Another site must not get its own words onto a page with a button that sends them.
            || request.Headers["Sec-Fetch-Site"] != "same-origin"
        )
        {
            return null;
        }

        try
        {
            var form = await request.ReadFormAsync(context.RequestAborted);
            var fields = form.Where(field =>
                    !field.Key.StartsWith("__", StringComparison.Ordinal) && !IsSecret(field.Key)
                )
                .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))
                .ToList();
            var kept = new KeptForm(failed, fields);
            return form.Files.Count > 0 || !kept.Texts.Any() ? null : kept;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException or BadHttpRequestException)
        {
            return null;
        }
    }

    /// <summary>
    /// The page of a form's address. The handler of a form does not belong to it, since a page is a GET.
    /// </summary>
    public static string PageOf(string address)
    {
        var parts = address.Split('?', 2);
        var query = QueryHelpers.ParseQuery(parts.ElementAtOrDefault(1)).Where(part => part.Key != "handler");
        return parts[0] + QueryString.Create(query);
    }

    private static bool IsSecret(string field) => field.Contains("password", StringComparison.OrdinalIgnoreCase);
}
