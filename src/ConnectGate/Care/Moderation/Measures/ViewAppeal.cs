namespace ConnectGate.Care.Moderation.Measures;

/// <summary>An appeal, for the moderator who is to judge it.</summary>
public static class ViewAppeal
{
    /// <summary>Null where no measure with that id was appealed.</summary>
    [SentBy(Senders.Moderators)]
    public sealed record Query(string Id) : IQuery<View?>;

    /// <param name="MayJudge">Another moderator took the measure, and nobody is more free of conflict than the
    /// reader.</param>
    /// <param name="WithConflict">The reader is part of the case, but nobody else can judge it.</param>
    public sealed record View(
        string CaseId,
        string MemberHandle,
        string MemberName,
        string ModeratorName,
        ReadDecisions.Decision Decision,
        bool MayJudge,
        bool WithConflict
    );

    internal sealed class Handler(ConnectGateContext context, Actor actor, Conflicts conflicts)
        : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var found = await (
                from measure in context.Measures.AsNoTracking()
                where measure.PublicId == query.Id && measure.AppealedAt != null
                join member in context.Members on measure.MemberId equals member.Id
                join moderator in context.Members on measure.ModeratorId equals moderator.Id
                join file in context.Cases on measure.CaseId equals file.Id
                select new
                {
                    Measure = measure,
                    Case = file,
                    member.Handle,
                    member.DisplayName,
                    Moderator = moderator.DisplayName,
                }
            ).SingleOrDefaultAsync(cancellationToken);
            if (found is null)
            {
                return null;
            }

            var judge = await conflicts.OfAsync(found.Case, found.Measure.ModeratorId, cancellationToken);
            return new View(
                found.Case.PublicId,
                found.Handle,
                found.DisplayName,
                found.Moderator,
                ReadDecisions.Decision.Of(found.Measure, actor.Now),
                judge.MayDecide && found.Measure.AppealAnsweredAt is null,
                judge.WithConflict
            );
        }
    }
}
