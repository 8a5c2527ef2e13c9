namespace ConnectGate.Tests.Web.Authorization;

/// <summary>
/// The antiforgery tokens of the cast. A token belongs to a person and not to a session, so each kind of visitor reads
/// one page for all their forms.
/// </summary>
internal sealed class FormTokens(Site site)
{
    private readonly Dictionary<string, FormToken> _tokens = new(StringComparer.Ordinal);

    /// <param name="who">The kind of visitor.</param>
    /// <param name="person">Null for an anonymous visitor.</param>
    public async Task<FormToken> OfAsync(string who, Person? person)
    {
        if (!_tokens.TryGetValue(who, out var token))
        {
            var visitor = person is null ? site.NewVisitor() : await site.VisitAsync(person);
            token = In(await visitor.SeeAsync(person is null ? "/account/sign-in" : "/decisions"));
            _tokens.Add(who, token);
        }

        return token;
    }

    /// <summary>The token of a page that is a browser's first.</summary>
    public static FormToken In(WebPage page) =>
        new(
            page
                .Headers.GetValues("Set-Cookie")
                .Single(cookie => cookie.StartsWith("__Host-antiforgery=", StringComparison.Ordinal))
                .Split(';')[0],
            page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!
        );
}

/// <param name="Cookie">The half in the browser, as <c>name=value</c>.</param>
/// <param name="Field">The half in a form.</param>
internal sealed record FormToken(string Cookie, string Field);
