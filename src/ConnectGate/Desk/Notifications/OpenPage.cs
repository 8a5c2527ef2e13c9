using ConnectGate.Foundation.Data.Queries;
using ConnectGate.People.Accounts.Sessions;
using ConnectGate.People.Members;

namespace ConnectGate.Desk.Notifications;

/// <summary>Every page of a member begins with it: whose session it is, and the numbers on the badges.</summary>
public static class OpenPage
{
    /// <summary>Needs one statement. Null where there is no such session of a browser.</summary>
    /// <param name="SessionId">From the cookie.</param>
    [SentBy(Senders.Anybody)]
    public sealed record Query(string SessionId) : IQuery<View?>;

    public sealed record View(CheckSession.View Session, CountUnread.View Unread);

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Query, View?>
    {
        private static readonly CompiledQuery<
            Func<ConnectGateContext, string, SessionKind, DateTime, DateTime, DateTime, IAsyncEnumerable<Opened>>
        > Pages = Compiled.Query<string, SessionKind, DateTime, DateTime, DateTime, Opened>(
            (context, id, kind, now, seenAfter, startedAfter) =>
                from found in CheckSession.Find(context, id, kind, now, seenAfter, startedAfter)
                join counted in CountUnread.OfAll(context, now) on found.MemberId equals counted.MemberId
                select new Opened { Found = found, Counted = counted }
        );

        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            var page = await Pages
                .For(context)(
                    context,
                    query.SessionId,
                    SessionKind.Cookie,
                    now,
                    now - Session.IdleTime,
                    now - Session.LifeTime
                )
                .SingleOrDefaultAsync(cancellationToken);
            return page is null ? null : new View(page.Found.ToView(), page.Counted.ToView());
        }

        private sealed class Opened
        {
            public required CheckSession.Found Found { get; init; }
            public required CountUnread.Counted Counted { get; init; }
        }
    }
}
