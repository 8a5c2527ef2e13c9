using System.Net;

namespace ConnectGate.Tests.Web.Hosting;

/// <summary>What every response carries, whatever became of the request.</summary>
public sealed class HeaderTests(HeaderTests.Running running) : IClassFixture<HeaderTests.Running>
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/not-there", HttpStatusCode.NotFound)]
    [InlineData("/error", HttpStatusCode.NotFound)]
    [InlineData("/theme.css", HttpStatusCode.OK)]
    [InlineData("/not-there.css", HttpStatusCode.NotFound)]
    [InlineData("/bootstrap.min.css", HttpStatusCode.OK)]
    [InlineData("/inbox", HttpStatusCode.Redirect)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    [InlineData("/api/v1/inbox", HttpStatusCode.Unauthorized)]
    [InlineData("/api/v1/not-there", HttpStatusCode.NotFound)]
    public async Task Every_response_carries_them(string path, HttpStatusCode status)
    {
        using var response = await running.Client.GetAsync(path, Token);

        Assert.Equal(status, response.StatusCode);
        AssertHeaders(response);
    }

    [Theory]
    [InlineData("/", "max-age=60, private")]
    [InlineData("/not-there", "no-store")]
    [InlineData("/account/sign-in", "no-store")]
    [InlineData("/account/forgot", "no-store")]
    [InlineData("/theme.css", "no-cache")]
    [InlineData("/fonts/literata-latin.woff2", "immutable")]
    public async Task No_cache_keeps_a_page_that_may_be_personal(string path, string kept)
    {
        using var response = await running.Client.GetAsync(path, Token);

        Assert.Contains(kept, response.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_is_not_ours_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "evil.test" } };
        using var response = await running.Client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        AssertHeaders(response);
        Assert.DoesNotContain("evil.test", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("TRACK")]
    public async Task A_request_is_not_echoed(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/")
        {
            Headers = { { "X-Secret", "echoed" } },
        };
        using var response = await running.Client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        AssertHeaders(response);
        Assert.DoesNotContain("echoed", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var form = new FormUrlEncodedContent([
            new("email", "a@example.org"),
            new("password", "paper lantern orchard"),
        ]);
        using var response = await running.Client.PostAsync("/account/sign-in", form, Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        AssertHeaders(response);
        Assert.Contains(
            "This could not be read",
            await response.Content.ReadAsStringAsync(Token),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_64_KB_is_refused(bool announced)
    {
        var bytes = new byte[65 * 1024];
        using HttpContent body = announced ? new ByteArrayContent(bytes) : new StreamContent(new Unannounced(bytes));
        body.Headers.ContentType = new("application/x-www-form-urlencoded");
        // The server closes a connection whose body it has not read. Nobody may get it from the pool meanwhile.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in")
        {
            Content = body,
            Headers = { ConnectionClose = true },
        };
        using var response = await running.Client.SendAsync(request, Token);

        // Where no length is announced the antiforgery check is what meets the limit.
        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest });
        AssertHeaders(response);
    }

    [Fact]
    public async Task Cookies_are_for_this_host_alone_and_for_no_script()
    {
        using var response = await running.Client.GetAsync("/account/sign-in", Token);

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-antiforgery=", cookie, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_first_view_weighs_at_most_80_KB()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Accept-Encoding", "gzip" } } };
        using var response = await running.Client.SendAsync(request, Token);
        var weight = (await response.Content.ReadAsByteArrayAsync(Token)).Length;

        var page = await new AngleSharp.Html.Parser.HtmlParser().ParseDocumentAsync(
            await running.Client.GetStringAsync("/", Token),
            Token
        );
        var files = page.QuerySelectorAll("link[href], script[src]")
            .Select(file => file.GetAttribute("href") ?? file.GetAttribute("src")!);
        foreach (var file in files)
        {
            using var fetch = new HttpRequestMessage(HttpMethod.Get, file)
            {
                Headers = { { "Accept-Encoding", "gzip" } },
            };
            using var fetched = await running.Client.SendAsync(fetch, Token);
            Assert.Equal(HttpStatusCode.OK, fetched.StatusCode);
            weight += (await fetched.Content.ReadAsByteArrayAsync(Token)).Length;
        }

        Assert.InRange(weight, 1, 80 * 1024);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static void AssertHeaders(HttpResponseMessage response)
    {
        Assert.Equal(Policy, Header("Content-Security-Policy"));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("max-age=31536000", Header("Strict-Transport-Security"));
        Assert.Contains("camera=()", Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));

        string Header(string name) => Assert.Single(response.Headers.GetValues(name));
    }

    // A stream whose length nobody knows is sent in chunks.
    private sealed class Unannounced(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    public sealed class Running : IAsyncLifetime
    {
        private Executable? _executable;

        public HttpClient Client => _executable!.Client;

        public async ValueTask InitializeAsync() => _executable = await Executable.ServeAsync();

        public ValueTask DisposeAsync() => _executable!.DisposeAsync();
    }
}
