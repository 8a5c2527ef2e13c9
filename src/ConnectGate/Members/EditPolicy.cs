using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Members;

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

    internal sealed class Handler : IRequestHandler<Query, View>, IRequestHandler<Command, Outcome<Done>>
    {
        public Task<View> Handle(Query request, CancellationToken cancellationToken) => throw new NotImplementedException();

        public Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
