using ConnectGate.Foundation.Data.Queries;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Sessions;

namespace ConnectGate.People.Members;

/// <summary>Every request asks whether its session still exists and whose it is.</summary>
public static class CheckSession
{
    /// <summary>Needs one query. Null where there is no such session.</summary>
    /// <param name="SessionId">From the cookie or token.</param>
    /// <param name="Kind">The carrier. A browser's session is worthless for the API, and the other way round.</param>
    [SentBy(Senders.Anybody)]
    public sealed record Query(string SessionId, SessionKind Kind) : IQuery<View?>;

    /// <param name="SessionId">The session.</param>
    /// <param name="MemberId">The signed-in member's key.</param>
    /// <param name="Handle">Their handle.</param>
    /// <param name="DisplayName">Their name.</param>
    /// <param name="Role">Their account's role.</param>
    /// <param name="SecondFactor">Whether a second factor, or a passkey, was shown in this session.</param>
    /// <param name="SuspendedUntil">
    /// Null where they are not suspended; <see cref="DateTime.MaxValue"/> for a suspension without end.
    /// </param>
    /// <param name="TimeZone">IANA name, for dates.</param>
    /// <param name="PreferredLanguage">BCP 47 tag, for pages.</param>
    /// <param name="LastSeenAt">Accurate to the hour.</param>
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
        // Compiled, because every request of a member runs it.
        private static readonly CompiledQuery<
            Func<ConnectGateContext, string, SessionKind, DateTime, DateTime, DateTime, CancellationToken, Task<Found?>>
        > Find = new(() =>
            EF.CompileAsyncQuery(
                (
                    ConnectGateContext context,
                    string id,
                    SessionKind kind,
                    DateTime now,
                    DateTime seenAfter,
                    DateTime startedAfter,
                    CancellationToken _
                ) =>
                    (
                        from session in context.Sessions
                        where
                            session.PublicId == id
                            && session.Kind == kind
                            && session.LastSeenAt > seenAfter
                            && session.StartedAt > startedAfter
                        join account in context.Users on session.AccountId equals account.Id
                        join member in context.Members on session.AccountId equals member.Id
                        select new Found(
                            new View(
                                session.PublicId,
                                member.Id,
                                member.Handle,
                                member.DisplayName,
                                account.Role,
                                session.SecondFactor,
                                context
                                    .Suspensions.Where(suspension =>
                                        suspension.MemberId == member.Id
                                        && suspension.From <= now
                                        && suspension.Until > now
                                    )
                                    .Max(suspension => suspension.Until),
                                member.TimeZone,
                                member.PreferredLanguage,
                                session.LastSeenAt
                            ),
                            context.Suspensions.Any(suspension =>
                                suspension.MemberId == member.Id && suspension.From <= now && suspension.Until == null
                            )
                        )
                    ).SingleOrDefault()
            )
        );

        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            var found = await Find.For(context)(
                context,
                query.SessionId,
                query.Kind,
                now,
                now - Session.IdleTime,
                now - Session.LifeTime,
                cancellationToken
            );
            return found is { SuspendedForGood: true }
                ? found.Session with
                {
                    SuspendedUntil = DateTime.MaxValue,
                }
                : found?.Session;
        }

        /// <param name="Session">With the end of a suspension that has one.</param>
        /// <param name="SuspendedForGood">Whether there is one without.</param>
        private sealed record Found(View Session, bool SuspendedForGood);
    }
}
