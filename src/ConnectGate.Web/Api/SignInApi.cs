using System.Globalization;
using ConnectGate.People.Accounts.Sessions;
using ConnectGate.People.Accounts.SigningIn;
using ConnectGate.Web.Identity;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Options;

namespace ConnectGate.Web.Api;

/// <summary>
/// Signing in and out over the API. Each program has its own session, which its owner can see and end.
/// </summary>
internal static class SignInApi
{
    public static void MapSignIn(this RouteGroupBuilder api)
    {
        var signIn = api.MapGroup("").WithTags("Sign-in");

        signIn
            .MapPost("/sign-in", SignInAsync)
            .AllowAnonymous()
            .WithSummary("Sign in")
            .WithDescription(
                "401 with the code wrong-credentials, two-factor-required, wrong-code, "
                    + "waits-for-approval, membership-lapsed, account-leaves or account-removed; 429 after too many "
                    + "tries. With account-leaves comes `keep`, the ticket for `/deletion/keep`."
            )
            .Produces<AccessTokenResponse>()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);

        signIn
            .MapPost("/refresh", RefreshAsync)
            .AllowAnonymous()
            .WithSummary("Trade a refresh token for new tokens")
            .WithDescription("Each refresh token is good once. A used one shown again ends the session.")
            .Produces<AccessTokenResponse>()
            .ProducesProblem(StatusCodes.Status401Unauthorized);

        signIn
            .MapPost(
                "/sign-out",
                async (CurrentMember member, IMediator mediator, CancellationToken cancellationToken) =>
                {
                    await mediator.Send(new EndSession.Command(member.Session!.SessionId), cancellationToken);
                    return Results.NoContent();
                }
            )
            .RequireAuthorization(ConnectGateIdentity.SuspendedToo)
            .WithSummary("End this session; its tokens are worth nothing from then on")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status401Unauthorized);
    }

    private static async Task<IResult> SignInAsync(
        SignInBody body,
        HttpContext context,
        IMediator mediator,
        IStringLocalizer<AccountTexts> texts,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var answer = await mediator.Send(
            new SignIn.Try(
                body.Email ?? "",
                body.Password ?? "",
                BrowserSession.OriginOf(context, SessionKind.Bearer),
                body.TwoFactorCode,
                body.RecoveryCode
            ),
            cancellationToken
        );
        if (answer.Session is { } session)
        {
            return Results.SignIn(BrowserSession.PrincipalOf(session, Schemes.Bearer), null, Schemes.Bearer);
        }

        if (answer.Standing == SignIn.Standing.TooManyTries)
        {
            var wait = (int)Math.Ceiling((answer.RetryAt!.Value - clock.GetUtcNow().UtcDateTime).TotalSeconds);
            context.Response.Headers.RetryAfter = Math.Max(1, wait).ToString(CultureInfo.InvariantCulture);
        }

        return Problem(answer.Standing, texts, answer.Keep);
    }

    private static async Task<IResult> RefreshAsync(
        RefreshBody body,
        IMediator mediator,
        IOptionsMonitor<BearerTokenOptions> options,
        TimeProvider clock,
        IStringLocalizer<AccountTexts> texts,
        CancellationToken cancellationToken
    )
    {
        var ticket = options.Get(Schemes.Bearer).RefreshTokenProtector.Unprotect(body.RefreshToken);
        if (
            ticket?.Properties.ExpiresUtc is { } until
            && until > clock.GetUtcNow()
            && ticket.Principal.FindFirst(Schemes.SessionId)?.Value is { } sessionId
            && int.TryParse(
                ticket.Principal.FindFirst(Schemes.Generation)?.Value,
                CultureInfo.InvariantCulture,
                out var generation
            )
        )
        {
            var refreshed = await mediator.Send(new RefreshSession.Command(sessionId, generation), cancellationToken);
            if (refreshed.Value.Generation is { } next)
            {
                return Results.SignIn(
                    BrowserSession.PrincipalOf(new StartedSession(sessionId, 0, ""), Schemes.Bearer, next),
                    null,
                    Schemes.Bearer
                );
            }
        }

        return Problem(SignIn.Standing.StartAgain, texts);
    }

    private static IResult Problem(SignIn.Standing standing, IStringLocalizer<AccountTexts> texts, string? keep = null)
    {
        var (status, code) = standing switch
        {
            SignIn.Standing.TooManyTries => (StatusCodes.Status429TooManyRequests, "too-many-tries"),
            SignIn.Standing.TwoFactorRequired => (StatusCodes.Status401Unauthorized, "two-factor-required"),
            SignIn.Standing.WrongCode => (StatusCodes.Status401Unauthorized, "wrong-code"),
            SignIn.Standing.WaitsForApproval => (StatusCodes.Status401Unauthorized, "waits-for-approval"),
            SignIn.Standing.Lapsed => (StatusCodes.Status401Unauthorized, "membership-lapsed"),
            SignIn.Standing.Leaves => (StatusCodes.Status401Unauthorized, "account-leaves"),
            SignIn.Standing.Removed => (StatusCodes.Status401Unauthorized, "account-removed"),
            SignIn.Standing.StartAgain => (StatusCodes.Status401Unauthorized, "start-again"),
            _ => (StatusCodes.Status401Unauthorized, "wrong-credentials"),
        };
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code };
        if (keep is not null)
        {
            extensions["keep"] = keep;
        }

        return Results.Problem(statusCode: status, detail: texts[code], extensions: extensions);
    }

    /// <param name="TwoFactorCode">The code of the authenticator, for an account that has one.</param>
    /// <param name="RecoveryCode">A recovery code, which replaces the code of the authenticator.</param>
    internal sealed record SignInBody(string? Email, string? Password, string? TwoFactorCode, string? RecoveryCode);

    /// <param name="RefreshToken">The token of the last answer; an older one ends the session.</param>
    internal sealed record RefreshBody(string? RefreshToken);
}
