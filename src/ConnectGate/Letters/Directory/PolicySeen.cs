using System.Text.Json.Serialization;
using ConnectGate.Gate;
using ConnectGate.People.Policy;

namespace ConnectGate.Letters.Directory;

/// <summary>
/// A member's policy as one viewer sees it. A viewer whom the member blocked or declined for good sees a closed policy,
/// without text or questions, the same as any closed policy.
/// </summary>
/// <param name="Kind">The kind of letters that the member accepts, as this viewer sees it.</param>
/// <param name="Text">The member's own text; empty if the policy is closed.</param>
/// <param name="MinimumNote">The least number of visible characters in a note. It is the greater of the member's own
/// minimum and the community's. If the policy is seen as closed, it is the community's.</param>
/// <param name="Questions">The questions to every sender, in order; empty if the policy is closed.</param>
/// <param name="WelcomesPitches">Clients of the API know it as <c>welcomesOffers</c>.</param>
/// <param name="OnlyWrittenForMe">Whether the gate refuses a letter that could have been written to anyone.</param>
/// <param name="AwayUntil">The day, in UTC, from which the member accepts letters again; null if they are not
/// away.</param>
public sealed record PolicySeen(
    PolicyKind Kind,
    string Text,
    int MinimumNote,
    IReadOnlyList<PolicySeen.Question> Questions,
    [property: JsonPropertyName("welcomesOffers")] bool WelcomesPitches,
    bool WelcomesJobEnquiries,
    bool OnlyWrittenForMe,
    DateOnly? AwayUntil
)
{
    /// <param name="Id">The id that the answer refers to.</param>
    public sealed record Question(string Id, string Text);

    /// <summary>The policy for a viewer who may read the refusals in <paramref name="standing"/>.</summary>
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
                WelcomesPitches: false,
                WelcomesJobEnquiries: false,
                OnlyWrittenForMe: false,
                AwayUntil: null
            )
            : Whole(policy, minimumNote, now);

    /// <summary>The whole policy, for its owner.</summary>
    internal static PolicySeen Whole(ConnectionPolicy policy, int minimumNote, DateTime now) =>
        new(
            policy.Kind,
            policy.Text,
            policy.Terms.LeastNote(minimumNote),
            [.. policy.Questions.Select(question => new Question(question.PublicId, question.Text))],
            policy.WelcomesPitches,
            policy.WelcomesJobEnquiries,
            policy.OnlyWrittenForMe,
            policy.AwayAt(now)
        );
}
