namespace ConnectGate.Care.Moderation.Measures;

/// <summary>The moderators' decisions about the current member. A suspended member reads them, too.</summary>
public static class ReadDecisions
{
    /// <summary>All of them, the latest first; at most 100.</summary>
    [SentBy(Senders.Members)]
    public sealed record Query : IQuery<IReadOnlyList<Decision>>;

    /// <summary>Null where it is not about the current member.</summary>
    [SentBy(Senders.Members)]
    public sealed record One(string Id) : IQuery<Decision?>;

    /// <param name="Rule">The broken rule; empty in decisions that are older than the rules.</param>
    /// <param name="Until">The end of its effect; null for none.</param>
    /// <param name="IsInForce">Whether it has an effect now.</param>
    /// <param name="StrikeUntil">Until then it counts against the member.</param>
    /// <param name="WithConflict">The moderator is part of the case, because nobody else could decide.</param>
    /// <param name="AppealableUntil">Null where it cannot be appealed.</param>
    /// <param name="Appeal">Null where the member did not appeal.</param>
    public sealed record Decision(
        string Id,
        MeasureKind Kind,
        string Rule,
        string Words,
        DateTime At,
        DateTime? Until,
        bool IsInForce,
        DateTime StrikeUntil,
        bool WithConflict,
        DateTime? AppealableUntil,
        Appealed? Appeal
    )
    {
        /// <summary>The other measures of the same decision that can be appealed now. Only of one decision.</summary>
        public IReadOnlyList<MeasureKind> Others { get; init; } = [];

        internal static Decision Of(Measure measure, DateTime now) =>
            new(
                measure.PublicId,
                measure.Kind,
                measure.Rule,
                measure.Words,
                measure.At,
                measure.Until,
                measure.UndoneAt is null && (measure.Until is not { } until || until > now),
                measure.StrikeUntil,
                measure.WithConflict,
                measure.CanBeAppealed(now) ? measure.AppealableUntil : null,
                measure is { AppealText: { } text, AppealedAt: { } at }
                    ? new Appealed(
                        text,
                        at,
                        measure.AppealAnsweredAt,
                        measure.UndoneAt is not null,
                        measure.AppealAnswer,
                        measure.AppealWithConflict
                    )
                    : null
            );
    }

    /// <param name="AnsweredAt">Null while it waits for a moderator.</param>
    /// <param name="Undone">The measure was undone.</param>
    /// <param name="WithConflict">The moderator who answered is part of the case.</param>
    public sealed record Appealed(
        string Text,
        DateTime At,
        DateTime? AnsweredAt,
        bool Undone,
        string? Answer,
        bool WithConflict
    );

    private const int Most = 100;

    internal sealed class Handler(ConnectGateContext context, Actor actor)
        : IRequestHandler<Query, IReadOnlyList<Decision>>,
            IRequestHandler<One, Decision?>
    {
        public async Task<IReadOnlyList<Decision>> Handle(Query query, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            var measures = await context
                .Measures.AsNoTracking()
                .Where(measure => measure.MemberId == me)
                .OrderByDescending(measure => measure.Id)
                .Take(Most)
                .ToListAsync(cancellationToken);
            return [.. measures.Select(measure => Decision.Of(measure, now))];
        }

        public async Task<Decision?> Handle(One query, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            var measures = context.Measures.AsNoTracking();
            var measure = await measures.SingleOrDefaultAsync(
                one => one.PublicId == query.Id && one.MemberId == me,
                cancellationToken
            );
            return measure is null
                ? null
                : Decision.Of(measure, now) with
                {
                    Others =
                    [
                        .. (await measures.BesideAsync(measure, now, cancellationToken)).Select(other => other.Kind),
                    ],
                };
        }
    }
}
