using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Sessions;
using ConnectGate.Web.Hosting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Identity;

/// <summary>Who may come in, and how a request says who sent it.</summary>
public static class ConnectGateIdentity
{
    /// <summary>
    /// The policy of the moderation pages: a moderator or administrator who showed a second factor in this session.
    /// </summary>
    public const string Moderator = "Moderator";

    /// <summary>
    /// The policy of the administration pages: an administrator who showed a second factor in this session.
    /// </summary>
    public const string Administrator = "Administrator";

    /// <summary>How long an access token is good; a refresh token is good while its session lasts.</summary>
    public static readonly TimeSpan AccessTokenTime = TimeSpan.FromHours(1);

    /// <summary>
    /// Adds sessions by cookie and bearer token, and <see cref="ICurrentMember"/>. Everything needs a signed-in member
    /// unless it says otherwise.
    /// </summary>
    public static IServiceCollection AddConnectGateIdentity(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentMember>();
        services.AddScoped<ICurrentMember>(provider => provider.GetRequiredService<CurrentMember>());
        services.AddScoped<BrowserSession>();

        services
            .AddAuthentication(Schemes.Session)
            .AddPolicyScheme(Schemes.Session, null, options =>
                options.ForwardDefaultSelector = context =>
                    context.Request.Path.StartsWithSegments(Schemes.ApiPath, StringComparison.OrdinalIgnoreCase)
                        ? Schemes.Bearer
                        : Schemes.Cookie
            )
            .AddCookie(Schemes.Cookie, CookieOptions)
            .AddBearerToken(Schemes.Bearer, options =>
            {
                options.BearerTokenExpiration = AccessTokenTime;
                options.RefreshTokenExpiration = SessionTimes.LifeTime;
            });

        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Moderator, policy =>
                policy.RequireAuthenticatedUser().AddRequirements(new Needs(Role.Moderator))
            )
            .AddPolicy(Administrator, policy =>
                policy.RequireAuthenticatedUser().AddRequirements(new Needs(Role.Administrator))
            );
        services.AddScoped<IAuthorizationHandler, NeedsHandler>();
        services.AddPasskeys();
        services.DoNotAuthenticateTwice();
        return services;
    }

    /// <summary>
    /// Reads the session of the request and checks its row. Belongs between routing and authorization.
    /// </summary>
    public static IApplicationBuilder UseSessions(this IApplicationBuilder app) =>
        app.UseAuthentication().UseMiddleware<SessionCheck>();

    private static void CookieOptions(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "__Host-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        // Lax, so that a link in a mail finds its reader signed in; nothing changes by a GET.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.Path = "/";
        options.Cookie.IsEssential = true;
        // It outlasts the browser's window; the row decides how long it is good. Counted by the browser's clock,
        // whatever ours says.
        options.Cookie.MaxAge = SessionTimes.IdleTime;
        options.ExpireTimeSpan = SessionTimes.IdleTime;
        options.SlidingExpiration = true;
        options.LoginPath = "/account/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnSigningOut = context =>
        {
            context.CookieOptions.MaxAge = null;
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToLogin = context =>
        {
            // Without the host that the request named, which anybody can make up.
            context.Response.Redirect(new Uri(context.RedirectUri).PathAndQuery);
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToAccessDenied = context =>
        {
            // Who has the role, and only has to show a second factor, is led to it.
            var session = context.HttpContext.RequestServices.GetRequiredService<CurrentMember>().Session;
            if (session is { SecondFactor: false } && session.Role >= RoleFor(context.HttpContext.GetEndpoint()))
            {
                context.Response.Redirect("/settings/security/second-factor-needed");
            }
            else
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
            }

            return Task.CompletedTask;
        };
    }

    // Only these two policies deny anybody who is signed in.
    private static Role RoleFor(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<IAuthorizeData>()?.Policy == Administrator ? Role.Administrator : Role.Moderator;

    private sealed record Needs(Role Role) : IAuthorizationRequirement;

    private sealed class NeedsHandler(ICurrentMember currentMember) : AuthorizationHandler<Needs>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Needs requirement)
        {
            if (requirement.Role == Role.Administrator ? currentMember.MayAdminister : currentMember.MayModerate)
            {
                context.Succeed(requirement);
            }

            return Task.CompletedTask;
        }
    }
}
