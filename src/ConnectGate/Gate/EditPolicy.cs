using ConnectGate.Data;
using ConnectGate.Members;
using ConnectGate.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Gate;

/// <summary>A member publishes whom they connect with, and what they ask of everyone who asks.</summary>
public static class EditPolicy
{
    /// <summary>The current member's policy, as the form begins.</summary>
    public sealed record Query : IQuery<View>;

    /// <summary>What the form shows.</summary>
    /// <param name="Kind">What the gate enforces.</param>
    /// <param name="Text">The member's own words; also offered as a reply when they decline.</param>
    /// <param name="Questions">What each asker answers, in order.</param>
    /// <param name="Offered">Questions to choose from; a member may also write their own.</param>
    public sealed record View(PolicyKind Kind, string Text, IReadOnlyList<string> Questions, IReadOnlyList<string> Offered);

    /// <summary>Replaces the policy. A question whose words stay the same keeps its id. Fields: <c>kind</c>, <c>text</c>, <c>questions[0]</c>.</summary>
    /// <param name="Kind">What the gate enforces.</param>
    /// <param name="Text">Up to 500 visible characters.</param>
    /// <param name="Questions">Up to three, of 5 to 200 each; blank ones are left out.</param>
    public sealed record Command(PolicyKind Kind, string? Text, IReadOnlyList<string?>? Questions) : ICommand<Done>;

    /// <summary>The most questions.</summary>
    public const int MostQuestions = ConnectionPolicy.MostQuestions;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Kind).IsInEnum()
                .OverridePropertyName("kind").WithErrorCode("policy-kind-missing").WithMessage(_ => Words.Of("policy-kind-missing"));
            RuleFor(command => command.Text).Within(ConnectionPolicy.TextLimit);
            RuleFor(command => command.Questions).Must(questions => questions is null || questions.Count(question => !VisibleText.IsBlank(question)) <= MostQuestions)
                .OverridePropertyName("questions").WithErrorCode("too-many-questions").WithMessage(_ => Words.Format("too-many-questions", MostQuestions));
            RuleForEach(command => command.Questions).Where(question => !VisibleText.IsBlank(question)).Within(PolicyQuestion.Limit);
        }
    }

    internal sealed class Handler(ConnectGateContext context, ICurrentMember currentMember)
        : IRequestHandler<Query, View>, IRequestHandler<Command, Outcome<Done>>
    {
        private static readonly string[] Offered = ["question-why-me", "question-who-are-you", "question-how-you-use", "question-in-it-for-both"];

        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var me = await context.Members.AsNoTracking().SingleAsync(member => member.Id == currentMember.Id, cancellationToken);
            return new View(
                me.Policy.Kind, me.Policy.Text, [.. me.Policy.Questions.Select(question => question.Text)], [.. Offered.Select(Words.Of)]);
        }

        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            await context.LockMembersAsync(cancellationToken, currentMember.Id);
            var me = await context.Members.SingleAsync(member => member.Id == currentMember.Id, cancellationToken);
            var questions = (request.Questions ?? []).Select(VisibleText.Clean).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal);
            me.Publish(new ConnectionPolicy(
                request.Kind, VisibleText.Clean(request.Text), [.. questions.Select(text => me.Policy.QuestionOf(text) ?? new PolicyQuestion(PublicId.Next(), text))]));
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
