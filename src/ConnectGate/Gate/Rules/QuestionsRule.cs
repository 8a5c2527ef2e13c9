namespace ConnectGate.Gate.Rules;

/// <summary>Refuses a letter that leaves one of the recipient's questions unanswered.</summary>
internal sealed class QuestionsRule : ILetterRule
{
    public Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var shape = LetterShape.Of(attempt.Letter);
        var findings =
            from question in attempt.Questions
            let refusal = shape.MissingAnswer(question.PublicId)
            where refusal is not null
            select new Finding(refusal);
        return Task.FromResult<IReadOnlyList<Finding>>([.. findings]);
    }
}
