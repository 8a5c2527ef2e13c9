namespace ConnectGate.Care.Moderation.Measures;

/// <summary>A moderator's decision of a case.</summary>
public interface IDecision
{
    /// <summary>The public id of the case.</summary>
    string Id { get; }

    /// <summary>Null is refused. Field <c>chosen</c>.</summary>
    Ruling? Ruling { get; }

    /// <summary>1 to <see cref="DecideCase.MostDays"/> for <see cref="Measures.Ruling.Suspend"/>. Field
    /// <c>days</c>.</summary>
    int? Days { get; }

    /// <summary>The public id of the broken rule; none for a dismissal. Field <c>rule</c>.</summary>
    string? Rule { get; }

    /// <summary>10 to 1,000 visible characters. The author reads them, unless the case is dismissed. Field
    /// <c>reason</c>.</summary>
    string? Words { get; }

    /// <summary>Also replaces the reported texts. Not with a dismissal.</summary>
    bool RemoveTexts { get; }

    /// <summary>Also makes templates of the reported notes. Not with a dismissal.</summary>
    bool MarkTemplates { get; }
}

/// <summary>The main part of a decision.</summary>
public enum Ruling
{
    /// <summary>No breach.</summary>
    Dismiss,
    Warn,
    ReduceAllowance,
    Suspend,
    SuspendForGood,
}

/// <summary>
/// Refuses: <c>ruling-missing</c>, <c>days-out-of-range</c>, <c>rule-missing</c>, <c>reason-given-…</c>,
/// <c>dismissal-with-measures</c>.
/// </summary>
internal abstract class DecisionValidator<TCommand> : AbstractValidator<TCommand>
    where TCommand : IDecision
{
    protected DecisionValidator()
    {
        RuleFor(decision => decision.Ruling)
            .Must(ruling => ruling is { } chosen && Enum.IsDefined(chosen))
            .OverridePropertyName("chosen")
            .WithErrorCode("ruling-missing")
            .WithMessage(_ => Words.Of("ruling-missing"));
        RuleFor(decision => decision.Days)
            .Must(days => days is >= 1 and <= DecideCase.MostDays)
            .When(decision => decision.Ruling == Ruling.Suspend)
            .OverridePropertyName("days")
            .WithErrorCode("days-out-of-range")
            .WithMessage(_ => Words.Format("days-out-of-range", DecideCase.MostDays));
        RuleFor(decision => decision.Rule)
            .NotEmpty()
            .When(decision => decision.Ruling is not null and not Ruling.Dismiss)
            .OverridePropertyName("rule")
            .WithErrorCode("rule-missing")
            .WithMessage(_ => Words.Of("rule-missing"));
        RuleFor(decision => decision.Words).Within(Measure.WordsLimit, "reason");
        RuleFor(decision => decision.RemoveTexts)
            .Must((decision, _) => !decision.RemoveTexts && !decision.MarkTemplates)
            .When(decision => decision.Ruling == Ruling.Dismiss)
            .OverridePropertyName("chosen")
            .WithErrorCode("dismissal-with-measures")
            .WithMessage(_ => Words.Of("dismissal-with-measures"));
    }
}
