using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Sessions;

namespace ConnectGate.People.Members;

/// <summary>Every request asks this: is the session still there, and who is it?</summary>
public static class CheckSession
{
    /// <summary>Looks for the session; one query.</summary>
    /// <param name="SessionId">What cookie or token carried.</param>
    /// <param name="Kind">What carried it: a browser's session is worth nothing to the API, nor the other way
    /// round.</param>
    [SentBy(Senders.Anybody)]
    public sealed record Query(string SessionId, SessionKind Kind) : IQuery<View?>;

    /// <summary>Who is signed in.</summary>
    /// <param name="SessionId">The session.</param>
    /// <param name="MemberId">Their key.</param>
    /// <param name="Handle">Their handle.</param>
    /// <param name="DisplayName">Their name.</param>
    /// <param name="Role">What their account may do.</param>
    /// <param name="SecondFactor">Whether they showed a second factor, or a passkey, in this session.</param>
    /// <param name="SuspendedUntil">Null where they are not; <see cref="DateTime.MaxValue"/> for good.</param>
    /// <param name="TimeZone">IANA name of the zone in which they read dates.</param>
    /// <param name="PreferredLanguage">BCP 47 tag of the language in which they read pages.</param>
    /// <param name="LastSeenAt">Kept to the hour.</param>
    public sealed record View(
        string SessionId,
        long MemberId,
        string Handle,
        string DisplayName,
        Role Role,
        bool SecondFactor,
        DateTime? SuspendedUntil,
        string TimeZone,
        string PreferredLanguage,
        DateTime LastSeenAt
    );

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            var found = await (
                from session in context.Sessions
                where
                    session.PublicId == query.SessionId
                    && session.Kind == query.Kind
                    && session.LastSeenAt > now - Session.IdleTime
                    && session.StartedAt > now - Session.LifeTime
                join account in context.Users on session.AccountId equals account.Id
                join member in context.Members on session.AccountId equals member.Id
                select new
                {
                    session.PublicId,
                    member.Id,
                    member.Handle,
                    member.DisplayName,
                    account.Role,
                    session.SecondFactor,
                    ForGood = context.Suspensions.Any(suspension =>
                        suspension.MemberId == member.Id && suspension.From <= now && suspension.Until == null
                    ),
                    Until = context
                        .Suspensions.Where(suspension =>
                            suspension.MemberId == member.Id && suspension.From <= now && suspension.Until > now
                        )
                        .Max(suspension => suspension.Until),
                    member.TimeZone,
                    member.PreferredLanguage,
                    session.LastSeenAt,
                }
            )
                .AsNoTracking()
                .SingleOrDefaultAsync(cancellationToken);
            return found is null
                ? null
                : new View(
                    found.PublicId,
                    found.Id,
                    found.Handle,
                    found.DisplayName,
                    found.Role,
                    found.SecondFactor,
                    found.ForGood ? DateTime.MaxValue : found.Until,
                    found.TimeZone,
                    found.PreferredLanguage,
                    found.LastSeenAt
                );
        }
    }
}
