using System.Data.Common;
using System.Globalization;
using System.Security.Claims;
using ConnectGate.Desk.Notifications;
using ConnectGate.People.Accounts.Sessions;
using ConnectGate.People.Members;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Web.Identity;

/// <summary>
/// Looks up the row of each request's session. Without a row nobody is signed in, whatever the cookie or token says.
/// Signing out and a changed password therefore work from the next request on.
/// </summary>
internal sealed class SessionCheck(RequestDelegate next, ILogger<SessionCheck> log)
{
    public async Task InvokeAsync(
        HttpContext context,
        CurrentMember currentMember,
        UnreadCounts unread,
        IMediator mediator,
        TimeProvider clock
    )
    {
        if (currentMember.Session is { } known)
        {
            // An error is shown. The member is known already, and the database may be the cause.
            context.User = Principal(known, context.User.Identity?.AuthenticationType ?? Schemes.Cookie);
        }
        else if (context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            // The look-up of the session itself failed.
            context.User = new ClaimsPrincipal(new ClaimsIdentity());
        }
        else if (context.User.FindFirst(Schemes.SessionId)?.Value is { } sessionId)
        {
            var kind =
                context.User.Identity?.AuthenticationType == Schemes.Bearer ? SessionKind.Bearer : SessionKind.Cookie;
            if (await FindAsync(context, sessionId, kind, unread, mediator) is { } session)
            {
                currentMember.SignedInBy(session);
                context.User = Principal(session, context.User.Identity!.AuthenticationType!);
                await SeeAsync(session, mediator, clock, context.RequestAborted);
            }
            else
            {
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
                if (kind == SessionKind.Cookie)
                {
                    await context.SignOutAsync(Schemes.Cookie);
                }
            }
        }

        await next(context);
    }

    // A page shows the badges of the navigation, so their numbers come in the same statement.
    private static async Task<CheckSession.View?> FindAsync(
        HttpContext context,
        string sessionId,
        SessionKind kind,
        UnreadCounts unread,
        IMediator mediator
    )
    {
        if (kind != SessionKind.Cookie || !OpensPage(context))
        {
            return await mediator.Send(new CheckSession.Query(sessionId, kind), context.RequestAborted);
        }

        if (await mediator.Send(new OpenPage.Query(sessionId), context.RequestAborted) is not { } page)
        {
            return null;
        }

        unread.Take(page.Unread);
        return page.Session;
    }

    private static bool OpensPage(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && context.GetEndpoint() is { Metadata: var metadata }
        && metadata.GetMetadata<PageActionDescriptor>() is not null
        && metadata.GetMetadata<MarksAsReadAttribute>() is null;

    // Names and roles come from the row, because they may have changed since sign-in.
    private static ClaimsPrincipal Principal(CheckSession.View session, string authenticationType) =>
        new(
            new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.NameIdentifier, session.MemberId.ToString(CultureInfo.InvariantCulture)),
                    new Claim(ClaimTypes.Name, session.Handle),
                    new Claim(Schemes.SessionId, session.SessionId),
                ],
                authenticationType
            )
        );

    // A failed write of the last use must not stop the page.
    private async Task SeeAsync(
        CheckSession.View session,
        IMediator mediator,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (clock.GetUtcNow().UtcDateTime - session.LastSeenAt < SeeSession.Every)
        {
            return;
        }

        try
        {
            await mediator.Send(new SeeSession.Command(session.SessionId), cancellationToken);
        }
        catch (Exception unwritten) when (unwritten is DbException or DbUpdateException)
        {
            log.LogWarning(unwritten, "The last use of a session was not saved");
        }
    }
}
