using ConnectGate.Gate;
using ConnectGate.People.Policy;

namespace ConnectGate.Letters.Directory;

/// <summary>
/// A member's policy as one viewer sees it. To someone they blocked or declined for good it is closed, like anybody's
/// who is closed; a closed one shows neither words nor questions.
/// </summary>
/// <param name="Kind">Whom they let ask, to this viewer.</param>
/// <param name="Text">The member's words; empty where it is closed.</param>
/// <param name="MinimumNote">The least visible characters of a note: theirs, or where they ask for no more, or it is
/// closed, the community's.</param>
/// <param name="Questions">What each asker answers, in order; none where it is closed.</param>
/// <param name="WelcomesOffers">Whether offers are welcome.</param>
/// <param name="WelcomesJobEnquiries">Whether job enquiries are welcome.</param>
/// <param name="AwayUntil">The day, in UTC, from which they take letters again; null where they are not away.</param>
public sealed record PolicySeen(
    PolicyKind Kind,
    string Text,
    int MinimumNote,
    IReadOnlyList<PolicySeen.Question> Questions,
    bool WelcomesOffers,
    bool WelcomesJobEnquiries,
    DateOnly? AwayUntil
)
{
    /// <summary>A question.</summary>
    /// <param name="Id">What the answer goes by.</param>
    /// <param name="Text">As it is asked.</param>
    public sealed record Question(string Id, string Text);

    /// <summary>As the viewer sees it whom the gate would tell this.</summary>
    internal static PolicySeen Of(
        ConnectionPolicy policy,
        IReadOnlyList<Refusal> standing,
        int minimumNote,
        DateTime now
    ) =>
        standing.Any(refusal => refusal.Code == Finding.Unavailable)
            ? new(
                PolicyKind.Closed,
                "",
                minimumNote,
                [],
                WelcomesOffers: false,
                WelcomesJobEnquiries: false,
                AwayUntil: null
            )
            : Whole(policy, minimumNote, now);

    /// <summary>As its owner sees it.</summary>
    internal static PolicySeen Whole(ConnectionPolicy policy, int minimumNote, DateTime now) =>
        new(
            policy.Kind,
            policy.Text,
            policy.Terms.LeastNote(minimumNote),
            [.. policy.Questions.Select(question => new Question(question.PublicId, question.Text))],
            policy.WelcomesOffers,
            policy.WelcomesJobEnquiries,
            policy.AwayAt(now)
        );
}
