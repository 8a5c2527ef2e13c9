using ConnectGate.Desk.Notifications;
using Microsoft.AspNetCore.Diagnostics;

namespace ConnectGate.Web.Markup;

/// <summary>The numbers in the navigation's badges. They are read once for each request.</summary>
public sealed class UnreadCounts(IMediator mediator, ICurrentMember currentMember, IHttpContextAccessor http)
{
    private static readonly CountUnread.View Nothing = new(0, 0, 0);

    private CountUnread.View? _counted;

    /// <summary>
    /// Zeros where nobody is signed in. Zeros also on an error page, since the database may be the cause of the error.
    /// </summary>
    public async Task<CountUnread.View> ReadAsync()
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
