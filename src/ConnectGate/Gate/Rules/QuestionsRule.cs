namespace ConnectGate.Gate.Rules;

/// <summary>Refuses a letter that leaves one of the recipient's questions unanswered.</summary>
internal sealed class QuestionsRule : ILetterRule
{
    public Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var findings =
            from question in attempt.Questions
            let answer = attempt.Letter.Answers?.FirstOrDefault(answer => answer.QuestionId == question.PublicId)
            let refusal = Answer.Limit.Presence(answer?.Text, Answer.Field(question.PublicId))
            where refusal is not null
            select new Finding(refusal);
        return Task.FromResult<IReadOnlyList<Finding>>([.. findings]);
    }
}
