using ConnectGate.Desk.Notifications;
using Microsoft.AspNetCore.Diagnostics;

namespace ConnectGate.Web.Markup;

/// <summary>What the navigation's badges show: asked once for each request, however often it is shown.</summary>
public sealed class Unread(IMediator mediator, ICurrentMember currentMember, IHttpContextAccessor http)
{
    private static readonly CountUnread.View Nothing = new(0, 0, 0);

    private CountUnread.View? _counted;

    /// <summary>
    /// The numbers; zeros for nobody, and while an error is shown, since the database may be what failed.
    /// </summary>
    public async Task<CountUnread.View> CountAsync()
    {
        if (
            !currentMember.IsSignedIn
            || http.HttpContext is not { } context
            || context.Features.Get<IExceptionHandlerFeature>() is not null
        )
        {
            return Nothing;
        }

        return _counted ??= await mediator.Send(new CountUnread.Query(), context.RequestAborted);
    }
}
