using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ConnectGate.People.Accounts.SecondFactors;
using ConnectGate.Tests.Slices.People.Accounts;

namespace ConnectGate.Tests.Web.Api;

public sealed class SignInApiTests : IAsyncLifetime
{
    private Site _site = null!;
    private Person _ada = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await Site.StartAsync();
        _ada = await _site.Community.InsertAsync(A.Member() with { CanSignIn = true });
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_program_signs_in_and_its_token_is_worth_nothing_after_sign_out()
    {
        var tokens = await SignInAsync();
        Assert.Equal(3600, tokens.ExpiresIn);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(tokens.AccessToken));

        using var signOut = With(tokens.AccessToken, HttpMethod.Post, "/api/v1/sign-out");
        Assert.Equal(HttpStatusCode.NoContent, (await _site.NewProgram().SendAsync(signOut, Token)).StatusCode);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(tokens.AccessToken));
        Assert.Equal(HttpStatusCode.Unauthorized, (await RefreshAsync(tokens.RefreshToken)).StatusCode);
    }

    [Fact]
    public async Task A_token_is_worth_nothing_after_another_password()
    {
        var tokens = await SignInAsync();
        var browser = await _site.VisitAsync(_ada);

        await browser.SubmitAsync(
            await browser.SeeAsync("/settings/security/password"),
            "main form",
            ("currentPassword", A.Password),
            ("newPassword", "velvet harbour kite")
        );

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(tokens.AccessToken));
    }

    [Fact]
    public async Task A_refresh_token_is_good_once_and_a_used_one_ends_the_session()
    {
        var first = await SignInAsync();
        var second = await ReadAsync(await RefreshAsync(first.RefreshToken));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(second.AccessToken));

        Assert.Equal(HttpStatusCode.Unauthorized, (await RefreshAsync(first.RefreshToken)).StatusCode);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(second.AccessToken));
        Assert.Equal(HttpStatusCode.Unauthorized, (await RefreshAsync(second.RefreshToken)).StatusCode);
    }

    [Fact]
    public async Task A_token_of_one_kind_is_not_taken_for_the_other()
    {
        var tokens = await SignInAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(tokens.RefreshToken));
        Assert.Equal(HttpStatusCode.Unauthorized, (await RefreshAsync(tokens.AccessToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await RefreshAsync("nonsense")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await RefreshAsync(null)).StatusCode);
    }

    [Fact]
    public async Task The_API_takes_no_cookie_and_pages_no_token()
    {
        var tokens = await SignInAsync();
        var browser = await _site.VisitAsync(_ada);

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/v1/requests/sent")).Status);
        using var page = With(tokens.AccessToken, HttpMethod.Get, "/settings/security");
        Assert.Equal(HttpStatusCode.Redirect, (await _site.NewProgram().SendAsync(page, Token)).StatusCode);
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_password_are_the_same_problem()
    {
        var (wrong, unknown) = (
            await ProblemAsync(_ada.Email, "not the password"),
            await ProblemAsync("nobody@example.org", A.Password)
        );

        Assert.Equal((HttpStatusCode.Unauthorized, "wrong-credentials"), (wrong.Status, wrong.Code));
        Assert.Equal(wrong, unknown);
    }

    [Fact]
    public async Task Too_many_tries_are_told_with_the_time_to_wait()
    {
        for (var guess = 0; guess < 5; guess++)
        {
            await ProblemAsync("nobody@example.org", $"guess {guess}");
        }

        using var response = await PostAsync("/api/v1/sign-in", new { email = "nobody@example.org", password = "x" });

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(15), response.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task With_an_authenticator_the_code_comes_along()
    {
        var proof = await _site.Community.ProofAsync(_ada);
        var key = await _site.Community.MustAsync(_ada, new SetUpAuthenticator.Command(proof));
        await _site.Community.MustAsync(
            _ada,
            new SwitchAuthenticatorOn.Command(proof, AuthenticatorCode.At(key, _site.Clock.GetUtcNow()), null)
        );
        _site.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("two-factor-required", (await ProblemAsync(_ada.Email, A.Password)).Code);
        using var wrong = await PostAsync(
            "/api/v1/sign-in",
            new
            {
                email = _ada.Email,
                password = A.Password,
                twoFactorCode = "000000",
            }
        );
        Assert.Contains("wrong-code", await wrong.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        using var right = await PostAsync(
            "/api/v1/sign-in",
            new
            {
                email = _ada.Email,
                password = A.Password,
                twoFactorCode = AuthenticatorCode.At(key, _site.Clock.GetUtcNow()),
            }
        );
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    private Task<HttpResponseMessage> PostAsync(string path, object body) =>
        _site.NewProgram().PostAsJsonAsync(path, body, Token);

    private Task<HttpResponseMessage> RefreshAsync(string? refreshToken) =>
        PostAsync("/api/v1/refresh", new { refreshToken });

    private async Task<Tokens> SignInAsync() =>
        await ReadAsync(await PostAsync("/api/v1/sign-in", new { email = _ada.Email, password = A.Password }));

    private static async Task<Tokens> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            return (await response.Content.ReadFromJsonAsync<Tokens>(Token))!;
        }
    }

    private async Task<(HttpStatusCode Status, string Code, string Detail)> ProblemAsync(string email, string password)
    {
        using var response = await PostAsync("/api/v1/sign-in", new { email, password });
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        return (
            response.StatusCode,
            problem.GetProperty("code").GetString()!,
            problem.GetProperty("detail").GetString()!
        );
    }

    private async Task<HttpStatusCode> StatusAsync(string token)
    {
        using var request = With(token, HttpMethod.Get, "/api/v1/requests/sent");
        using var response = await _site.NewProgram().SendAsync(request, Token);
        return response.StatusCode;
    }

    private static HttpRequestMessage With(string token, HttpMethod method, string path) =>
        new(method, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };

    private sealed record Tokens(string AccessToken, string RefreshToken, int ExpiresIn);
}
