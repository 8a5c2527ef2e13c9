using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Sessions;
using ConnectGate.Web.Hosting;
using ConnectGate.Web.Markup.Fields;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Identity;

/// <summary>Authentication and authorization.</summary>
public static class ConnectGateIdentity
{
    /// <summary>
    /// The policy of the moderation pages: a moderator or administrator who used a second factor in this session.
    /// </summary>
    public const string Moderator = "Moderator";

    /// <summary>
    /// The policy of the administration pages: an administrator who used a second factor in this session.
    /// </summary>
    public const string Administrator = "Administrator";

    /// <summary>
    /// The policy of what a suspended member still reaches: the decisions about them, the appeal and the export. Every
    /// other endpoint that needs a signed-in member leads them to the decisions.
    /// </summary>
    public const string SuspendedToo = "SuspendedToo";

    /// <summary>The life of an access token. A refresh token lives as long as its session.</summary>
    public static readonly TimeSpan AccessTokenTime = TimeSpan.FromHours(1);

    /// <summary>
    /// Adds sessions by cookie and bearer token, and <see cref="ICurrentMember"/>. Every endpoint needs a signed-in
    /// member unless it says otherwise.
    /// </summary>
    public static IServiceCollection AddConnectGateIdentity(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentMember>();
        services.AddScoped<ICurrentMember>(provider => provider.GetRequiredService<CurrentMember>());
        services.AddScoped<BrowserSession>();
        services.AddScoped<MailedTo>();

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

        var members = new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            .AddRequirements(new NotSuspended())
            .Build();
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(members)
            .SetDefaultPolicy(members)
            .AddPolicy(SuspendedToo, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Moderator, policy =>
                policy.RequireAuthenticatedUser().AddRequirements(new NotSuspended(), new Needs(Role.Moderator))
            )
            .AddPolicy(Administrator, policy =>
                policy.RequireAuthenticatedUser().AddRequirements(new NotSuspended(), new Needs(Role.Administrator))
            );
        services.AddScoped<IAuthorizationHandler, NeedsHandler>();
        services.AddScoped<IAuthorizationHandler, NotSuspendedHandler>();
        services.AddPasskeys();
        services.DoNotAuthenticateTwice();
        return services;
    }

    /// <summary>
    /// Reads the session of the request and checks its row. Belongs between routing and authorization.
    /// </summary>
    public static IApplicationBuilder UseSessions(this IApplicationBuilder app) =>
        app.UseAuthentication().UseMiddleware<SessionCheck>();

    internal const string ReturnUrl = "returnUrl";

    private const string SignInPath = "/account/sign-in",
        DecisionsPath = "/decisions";

    /// <summary>The address of the page that signs in and then leads to an address of this site.</summary>
    public static string SignInAndBackTo(string address) => SignInPath + QueryString.Create(ReturnUrl, address);

    private static void CookieOptions(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "__Host-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        // Lax, so that a link in an email finds its reader signed in. A GET changes nothing.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.Path = "/";
        options.Cookie.IsEssential = true;
        // The cookie outlives the browser's window, by the browser's own clock. The session's row decides how long it
        // is valid.
        options.Cookie.MaxAge = SessionTimes.IdleTime;
        options.ExpireTimeSpan = SessionTimes.IdleTime;
        options.SlidingExpiration = true;
        options.LoginPath = SignInPath;
        options.ReturnUrlParameter = ReturnUrl;
        options.Events.OnSigningOut = context =>
        {
            context.CookieOptions.MaxAge = null;
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToLogin = async context =>
        {
            var address = context.Request.Path + context.Request.QueryString;
            if (await KeptForm.OfAsync(context.HttpContext, address) is not null)
            {
                // A redirect would lose what the person wrote. The page of this error keeps it.
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            }
            else
            {
                context.Response.Redirect(SignInAndBackTo(KeptForm.PageOf(address)));
            }
        };
        options.Events.OnRedirectToAccessDenied = context =>
        {
            var member = context.HttpContext.RequestServices.GetRequiredService<CurrentMember>();
            var session = member.Session;
            if (member.IsSuspended)
            {
                context.Response.Redirect(DecisionsPath);
            }
            // Leads a member who has the role but used no second factor to the ways to add one.
            else if (session is { SecondFactor: false } && session.Role >= RoleFor(context.HttpContext.GetEndpoint()))
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

    // Only these two policies refuse a member who is not suspended.
    private static Role RoleFor(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<IAuthorizeData>()?.Policy == Administrator ? Role.Administrator : Role.Moderator;

    private sealed record NotSuspended : IAuthorizationRequirement;

    private sealed class NotSuspendedHandler(CurrentMember currentMember) : AuthorizationHandler<NotSuspended>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NotSuspended requirement)
        {
            if (!currentMember.IsSuspended)
            {
                context.Succeed(requirement);
            }

            return Task.CompletedTask;
        }
    }

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
