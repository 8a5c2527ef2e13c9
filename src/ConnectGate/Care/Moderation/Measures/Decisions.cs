namespace ConnectGate.Care.Moderation.Measures;

/// <summary>Checks a decision before it is done, for the preview and for the decision itself.</summary>
internal sealed class Decisions(ConnectGateContext context, CaseFile cases, Conflicts conflicts)
{
    private const int AllowanceDays = 7;

    /// <summary>Neither a decision nor a refusal means that there is no such case.</summary>
    public async Task<(Judged? Decision, Refusal? Refusal)> JudgeAsync(
        DecideCase.Command decision,
        CancellationToken cancellationToken
    )
    {
        if (await cases.FindToActAsync(decision.Id, cancellationToken) is not { } file)
        {
            return (null, null);
        }

        if (await cases.RefusalAsync(file, cancellationToken) is { } refusal)
        {
            return (null, refusal);
        }

        var judge = await conflicts.OfAsync(file, decidedBy: null, cancellationToken);
        if (!judge.MayDecide)
        {
            return (null, Conflicts.Refusal);
        }

        var kinds = KindsOf(decision);
        var rule = await context
            .CommunityRules.Where(one => one.PublicId == decision.Rule && one.RetiredAt == null)
            .Select(one => one.Name)
            .SingleOrDefaultAsync(cancellationToken);
        return kinds.Count > 0 && rule is null
            ? (null, new Refusal("rule-missing", "rule", Words.Of("rule-missing")))
            : (new Judged(file, kinds, kinds.Count > 0 ? rule : null, judge.WithConflict), null);
    }

    /// <summary>The end of a measure's effect; null for none.</summary>
    public static DateTime? Until(MeasureKind kind, int? days, DateTime now) =>
        kind switch
        {
            MeasureKind.ReduceAllowance => now.AddDays(AllowanceDays),
            MeasureKind.Suspend => now.AddDays(days!.Value),
            _ => null,
        };

    private static List<MeasureKind> KindsOf(DecideCase.Command decision)
    {
        List<MeasureKind> kinds = decision.Ruling switch
        {
            Ruling.Warn => [MeasureKind.Warn],
            Ruling.ReduceAllowance => [MeasureKind.ReduceAllowance],
            Ruling.Suspend => [MeasureKind.Suspend],
            Ruling.SuspendForGood => [MeasureKind.SuspendForGood],
            _ => [],
        };
        if (decision.RemoveTexts)
        {
            kinds.Add(MeasureKind.RemoveText);
        }

        if (decision.MarkTemplates)
        {
            kinds.Add(MeasureKind.MarkTemplate);
        }

        return kinds;
    }

    /// <param name="Kinds">The measures; none for a dismissal.</param>
    /// <param name="Rule">The name of the broken rule; null for a dismissal.</param>
    internal sealed record Judged(Case Case, IReadOnlyList<MeasureKind> Kinds, string? Rule, bool WithConflict);
}

/// <summary>A measure was taken. Published before the save, in its transaction.</summary>
internal sealed record MeasureTaken(Measure Measure) : INotification;

/// <summary>An appeal was answered.</summary>
internal sealed record AppealAnswered(Measure Measure) : INotification;
