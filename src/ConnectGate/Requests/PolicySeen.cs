using ConnectGate.Gate;
using ConnectGate.Members;
using ConnectGate.Shared;

namespace ConnectGate.Requests;

/// <summary>A member's policy as one viewer sees it. To someone they blocked or declined for good it is closed, like anybody's who is closed; a closed one shows neither words nor questions.</summary>
/// <param name="Kind">Open or closed, to this viewer.</param>
/// <param name="Text">The member's words; empty where it is closed.</param>
/// <param name="MinimumNote">The least visible characters of a note.</param>
/// <param name="Questions">What each asker answers, in order; none where it is closed.</param>
public sealed record PolicySeen(PolicyKind Kind, string Text, int MinimumNote, IReadOnlyList<PolicySeen.Question> Questions)
{
    /// <summary>A question.</summary>
    /// <param name="Id">What the answer goes by.</param>
    /// <param name="Text">As it is asked.</param>
    public sealed record Question(string Id, string Text);

    /// <summary>As the viewer sees it whom the gate would tell this.</summary>
    internal static PolicySeen Of(ConnectionPolicy policy, IReadOnlyList<Refusal> standing, int minimumNote) =>
        standing.Any(refusal => refusal.Code == Finding.Unavailable)
            ? new(PolicyKind.Closed, "", minimumNote, [])
            : Whole(policy, minimumNote);

    /// <summary>As its owner sees it.</summary>
    internal static PolicySeen Whole(ConnectionPolicy policy, int minimumNote) =>
        new(policy.Kind, policy.Text, minimumNote, [.. policy.Questions.Select(question => new Question(question.PublicId, question.Text))]);
}
