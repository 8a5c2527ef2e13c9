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
    /// <param name="JoinedAt">When the member joined.</param>
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
        DateTime JoinedAt,
        DateTime LastSeenAt
    );

    /// <summary>The session with its account and member, and what a view needs beside them.</summary>
    internal static IQueryable<Found> Find(
        ConnectGateContext context,
        string id,
        SessionKind kind,
        DateTime now,
        DateTime seenAfter,
        DateTime startedAfter
    ) =>
        from session in context.Sessions
        where
            session.PublicId == id
            && session.Kind == kind
            && session.LastSeenAt > seenAfter
            && session.StartedAt > startedAfter
        join account in context.Users on session.AccountId equals account.Id
        where account.LapsedAt == null
        join member in context.Members on session.AccountId equals member.Id
        select new Found
        {
            SessionId = session.PublicId,
            MemberId = member.Id,
            Handle = member.Handle,
            DisplayName = member.DisplayName,
            Role = account.Role,
            SecondFactor = session.SecondFactor,
            SuspendedUntil = context
                .Suspensions.Where(suspension =>
                    suspension.MemberId == member.Id && suspension.From <= now && suspension.Until > now
                )
                .Max(suspension => suspension.Until),
            SuspendedForGood = context.Suspensions.Any(suspension =>
                suspension.MemberId == member.Id && suspension.From <= now && suspension.Until == null
            ),
            TimeZone = member.TimeZone,
            PreferredLanguage = member.PreferredLanguage,
            JoinedAt = member.JoinedAt,
            LastSeenAt = session.LastSeenAt,
        };

    internal sealed class Found
    {
        public required string SessionId { get; init; }
        public required long MemberId { get; init; }
        public required string Handle { get; init; }
        public required string DisplayName { get; init; }
        public required Role Role { get; init; }
        public required bool SecondFactor { get; init; }

        /// <summary>The end of a suspension that has one.</summary>
        public required DateTime? SuspendedUntil { get; init; }

        /// <summary>Whether there is a suspension without end.</summary>
        public required bool SuspendedForGood { get; init; }

        public required string TimeZone { get; init; }
        public required string PreferredLanguage { get; init; }
        public required DateTime JoinedAt { get; init; }
        public required DateTime LastSeenAt { get; init; }

        public View ToView() =>
            new(
                SessionId,
                MemberId,
                Handle,
                DisplayName,
                Role,
                SecondFactor,
                SuspendedForGood ? DateTime.MaxValue : SuspendedUntil,
                TimeZone,
                PreferredLanguage,
                JoinedAt,
                LastSeenAt
            );
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Query, View?>
    {
        // Compiled, because every request of a member runs it.
        private static readonly CompiledQuery<
            Func<ConnectGateContext, string, SessionKind, DateTime, DateTime, DateTime, IAsyncEnumerable<Found>>
        > Sessions = Compiled.Query<string, SessionKind, DateTime, DateTime, DateTime, Found>(Find);

        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            var found = await Sessions
                .For(context)(context, query.SessionId, query.Kind, now, now - Session.IdleTime, now - Session.LifeTime)
                .SingleOrDefaultAsync(cancellationToken);
            return found?.ToView();
        }
    }
}
