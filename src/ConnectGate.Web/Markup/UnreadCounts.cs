using ConnectGate.Desk.Notifications;
using Microsoft.AspNetCore.Diagnostics;

namespace ConnectGate.Web.Markup;

/// <summary>
/// The numbers in the navigation's badges. They are read once for each request: with its session where a page
/// is opened, otherwise when the navigation is shown.
/// </summary>
public sealed class UnreadCounts(IMediator mediator, ICurrentMember currentMember, IHttpContextAccessor http)
{
    private static readonly CountUnread.View Nothing = new(0, 0, 0);

    private CountUnread.View? _counted;

    /// <summary>Takes the numbers that were read with the session.</summary>
    internal void Take(CountUnread.View counted) => _counted = counted;

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

/// <summary>
/// A page that marks something as read when it is opened. Its badges are counted afterwards, and not with the session.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MarksAsReadAttribute : Attribute;
