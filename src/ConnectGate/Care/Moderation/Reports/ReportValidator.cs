namespace ConnectGate.Care.Moderation.Reports;

internal interface IReport
{
    ReportCategory? Category { get; }

    string? Comment { get; }

    /// <summary>The handle of a blocked member who might be behind the account.</summary>
    string? AgainOf { get; }
}

/// <summary>The rules for every report. Refuses: <c>category-missing</c>, <c>comment-too-long</c>.</summary>
internal abstract class ReportValidator<TCommand> : AbstractValidator<TCommand>
    where TCommand : IReport
{
    protected ReportValidator()
    {
        RuleFor(command => command.Category)
            .Must(category => category is { } chosen && Enum.IsDefined(chosen))
            .OverridePropertyName("category")
            .WithErrorCode("category-missing")
            .WithMessage(_ => Words.Of("category-missing"));
        RuleFor(command => command.Comment).Within(Report.CommentLimit);
    }
}
