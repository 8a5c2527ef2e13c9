using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using ConnectGate.Tests.Web.Authorization;

namespace ConnectGate.Tests.Web.Hosting;

/// <summary>
/// No request that anybody can form gets a 5xx. The requests go to every endpoint of the authorization table, over a
/// socket to the real server, since a client library would not send most of them. CONNECTGATE_ANY_REQUESTS sets their
/// number, and CONNECTGATE_ANY_SEED repeats a run.
/// </summary>
public sealed partial class AnyRequestTests
{
    private const int Requests = 100_000;

    private const int AtOnce = 4;
    private const string Password = "paper lantern orchard";

    private static readonly string[] Methods = ["GET", "POST", "POST", "HEAD", "PUT", "PATCH", "DELETE", "FOO"];

    private static readonly string[] Endpoints =
    [
        .. AuthorizationTable.Rows.Keys,
        "GET /theme.css",
        "GET /js/drafts.js",
        "GET /{unknown}",
    ];

    // Sent without a session, which they would end for all the other requests.
    private static readonly string[] EndsSessions =
    [
        "/account/sign-out",
        "/api/v1/sign-out",
        "/settings/security/sessions",
    ];

    private static readonly string[] Values =
    [
        "",
        "0",
        "1,2",
        "-1",
        "99999999999999999999",
        "true",
        "null",
        "é",
        "%C3%A9",
        "%00",
        "%ff%fe",
        "%ED%A0%80",
        "..",
        "%2e%2e%2f",
        "%2F",
        "a%20b",
        "'\"<>",
        "%0d%0aX:1",
        "lucia-ferri",
        "noor-haddad",
        "xn--bcher-kva.example",
        "https://example.org/",
        "//example.org",
        "/%C3%A9",
        "\u202e",
        "[]",
        "{}",
        "%",
        "AAAAAAAAAAAAAAAAAAAAAAA",
        "0001-01-01",
        "9999-12-31",
        "NaN",
        "\ud83d\ude00",
    ];

    private static readonly string[] Numbers = ["0", "-1", "1.5", "1e400", "99999999999999999999"];

    private static readonly string[] Names = """
        handler returnUrl reason filter folder cursor order ids id forGood q may through note reasonDetail
        answers[x] answers[] group email password displayName handle kind text questions[0] questions[-1]
        questions[99999] awayUntil minimumNote lettersAWeek betterWays[0].audience languages timeZone language code
        credential comment category words reply.text adviceSeen idempotencyKey page area __RequestVerificationToken
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static readonly string[] Hosts =
    [
        "localhost",
        "localhost",
        "localhost",
        "localhost:99999",
        "localhost:-1",
        "",
        "[::1]",
        "[::1",
        "xn--",
        "a b",
        "é",
        "localhost:80:80",
        "evil.example",
    ];

    private static readonly string[] Types =
    [
        "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded",
        "application/json",
        "text/plain",
        "",
        "application/x-www-form-urlencoded; charset=utf-7",
        "application/x-www-form-urlencoded; charset=bananas",
        "application/json; charset=utf-7",
        "application/json; charset=bananas",
        "application/json; charset=utf-16",
        "multipart/form-data; boundary=x",
        "multipart/form-data",
        "multipart/form-data; boundary=\"\"",
        "a/b/c;;=",
        "application/json; charset=\"utf-8",
        "application/problem+json",
        "application/x-www-form-urlencoded; charset=",
    ];

    private static readonly string[] Headers =
    [
        "Accept-Language: xx-yy;q=9,*;q=z",
        "Accept: */*;q=2",
        "Accept-Encoding: br;q=x, gzip",
        "Range: bytes=9-1",
        "If-Modified-Since: yesterday",
        "If-None-Match: \"",
        "Origin: null",
        "Origin: é",
        "Sec-Fetch-Site: same-origin",
        "X-Forwarded-For: 1,2,:::",
        "X-Forwarded-Proto: ://",
        "Authorization: Bearer x",
        "Authorization: Basic é",
        "X-Gate-View: true",
        "Idempotency-Key: é",
        "Cookie: __Host-notice=AAAA",
        "Expect: 100-continue",
        "Cookie: __Host-antiforgery=%%%; .AspNetCore.Culture=c=x|uic=%",
        "traceparent: 00-zz",
        "Upgrade: websocket",
        "Connection: upgrade",
        "Content-Encoding: br",
        "User-Agent:",
        "Referer: é",
        "TE: é",
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_request_is_answered_with_an_error_of_the_server()
    {
        var seed = Number("CONNECTGATE_ANY_SEED", Environment.TickCount);
        await using var running = await Executable.ServeAsync(
            "Development",
            "--Demo=true",
            "--AllowedHosts=*",
            // Far from the limits, so that the requests reach what is behind them.
            "--Gate:LookUpsPerDay=1000000",
            "--Gate:CheckAttempts=10000",
            "--Gate:SendAttempts=10000",
            "--Serilog:MinimumLevel:Override:Serilog.AspNetCore=Warning"
        );
        var session = await SignInAsync(running.Client.BaseAddress!);
        var failed = new ConcurrentQueue<string>();
        var total = Number("CONNECTGATE_ANY_REQUESTS", Requests);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, total),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancelled },
            async (number, _) =>
            {
                var random = new Random(unchecked(seed + number));
                var request = Any(random, session);
                var status = await StatusAsync(running.Client.BaseAddress!, request);
                if (status >= 500)
                {
                    failed.Enqueue($"{status} for {Encoding.UTF8.GetString(request)}");
                }
            }
        );

        Assert.Equal(200, await StatusAsync(running.Client.BaseAddress!, Inbox(session)));
        string[] log = [.. running.Log];
        var cause = Array.FindIndex(log, line => line.Contains("unhandled exception", StringComparison.Ordinal));
        Assert.True(
            failed.IsEmpty,
            $"seed {seed}, {failed.Count} failed: {string.Join("\n\n", failed.Take(3))}\n"
                + string.Join('\n', cause < 0 ? [] : log.Skip(cause).Take(12))
        );
    }

    private static byte[] Inbox(Session session) =>
        Encoding.UTF8.GetBytes(
            $"GET /inbox HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: {session.Cookies}\r\n\r\n"
        );

    private static byte[] Any(Random random, Session session)
    {
        string One(string[] list) => list[random.Next(list.Length)];
        string Field() => $"{Uri.EscapeDataString(One(Names))}={One(Values)}";

        string Members(int depth) =>
            string.Join(',', Enumerable.Range(0, random.Next(6)).Select(_ => $"\"{One(Names)}\":{Json(depth + 1)}"));
        string Json(int depth) =>
            random.Next(depth > 3 ? 6 : 8) switch
            {
                0 => "null",
                1 => "true",
                2 => One(Numbers),
                3 => "\"\\ud800\"",
                < 6 => JsonSerializer.Serialize(One(Values)),
                6 => $"[{Json(depth + 1)},{Json(depth + 1)}]",
                _ => $"{{{Members(depth)}}}",
            };

        var endpoint = One(Endpoints).Split(' ', 2);
        var method = random.Next(3) > 0 ? endpoint[0] : One(Methods);
        var path = Place().Replace(endpoint[1], _ => One(Values).Replace(' ', '+'));
        var fields = Enumerable.Range(0, random.Next(4)).Select(_ => Field());
        var query = random.Next(2) == 0 ? "" : (path.Contains('?') ? "&" : "?") + string.Join('&', fields);
        var type = One(Types);
        var body = type switch
        {
            _ when type.Contains("json", StringComparison.Ordinal) => random.Next(6) switch
            {
                0 => Json(depth: 0),
                1 => new string('[', 300),
                _ => $"{{\"recipient\":\"noor-haddad\",{Members(depth: 0)}}}",
            },
            _ when type.Contains("multipart", StringComparison.Ordinal) =>
                $"--x\r\nContent-Disposition: form-data; name=\"{One(Names)}\"; filename=\"{One(Values)}\"\r\n"
                    + $"Content-Type: text/plain; charset=bananas\r\n\r\n{One(Values)}\r\n--x--\r\n",
            _ => string.Join('&', Enumerable.Range(0, random.Next(6)).Select(_ => Field()))
                + $"&__RequestVerificationToken={session.FormToken}",
        };
        var bytes = method is "GET" or "HEAD" ? [] : Encoding.UTF8.GetBytes(body);
        var head = new StringBuilder($"{method} {path}{query} HTTP/1.1\r\nHost: {One(Hosts)}\r\nConnection: close\r\n");
        for (var more = random.Next(4); more > 0; more--)
        {
            head.Append(One(Headers)).Append("\r\n");
        }

        if (random.Next(3) > 0 && !EndsSessions.Any(endpoint[1].StartsWith))
        {
            head.Append("Cookie: ")
                .Append(session.Cookies)
                .Append("\r\nAuthorization: Bearer ")
                .Append(session.Bearer)
                .Append("\r\n");
        }

        if (bytes.Length > 0)
        {
            head.Append("Content-Type: ")
                .Append(type)
                .Append("\r\nContent-Length: ")
                .Append(bytes.Length)
                .Append("\r\n");
        }

        return [.. Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), .. bytes];
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();

    // 0 where the server closes the connection without an answer, as it may for what is no HTTP.
    private static async Task<int> StatusAsync(Uri site, byte[] request)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(site.Host, site.Port, Cancelled);
        var answer = new byte[64];
        var read = 0;
        try
        {
            await socket.SendAsync(request, Cancelled);
            while (read < 12 && await socket.ReceiveAsync(answer.AsMemory(read), Cancelled) is > 0 and var more)
            {
                read += more;
            }
        }
        catch (SocketException)
        {
            // Closed while the request was still on its way; what was answered before counts.
        }

        return read < 12 ? 0 : int.Parse(Encoding.ASCII.GetString(answer, 9, 3), CultureInfo.InvariantCulture);
    }

    private static async Task<Session> SignInAsync(Uri site)
    {
        var jar = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = jar, AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = new Uri($"http://localhost:{site.Port}") };
        using var fields = new FormUrlEncodedContent([
            new("email", "recipient@example.org"),
            new("password", Password),
            new("__RequestVerificationToken", await TokenAsync("/account/sign-in")),
        ]);
        using var signedIn = await SendAsync(HttpMethod.Post, "/account/sign-in", fields);
        Assert.Equal("/inbox", signedIn.Headers.Location?.OriginalString);
        using var program = await browser.PostAsJsonAsync(
            "/api/v1/sign-in",
            new { email = "recipient@example.org", password = Password },
            Cancelled
        );
        var tokens = await program.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        return new(Cookies(), await TokenAsync("/settings/profile"), tokens.GetProperty("accessToken").GetString()!);

        async Task<string> TokenAsync(string path)
        {
            using var answer = await SendAsync(HttpMethod.Get, path, null);
            var page = await new HtmlParser().ParseDocumentAsync(
                await answer.Content.ReadAsStringAsync(Cancelled),
                Cancelled
            );
            return page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        }

        // The cookies are Secure, and this is http, so they are sent by hand.
        async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content)
        {
            using var request = new HttpRequestMessage(method, path) { Content = content };
            request.Headers.TryAddWithoutValidation("Cookie", Cookies());
            return await browser.SendAsync(request, Cancelled);
        }

        string Cookies() => string.Join("; ", jar.GetAllCookies().Select(cookie => $"{cookie.Name}={cookie.Value}"));
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number)
            ? number
            : otherwise;

    /// <param name="Cookies">The browser's, as one header.</param>
    /// <param name="FormToken">Valid in every form of the session.</param>
    /// <param name="Bearer">A program's session of the same member.</param>
    private sealed record Session(string Cookies, string FormToken, string Bearer);
}
