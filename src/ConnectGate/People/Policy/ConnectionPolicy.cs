namespace ConnectGate.People.Policy;

/// <summary>
/// What a member publishes about whom they connect with. Shown before anyone writes; stricter than the gate, never
/// weaker.
/// </summary>
/// <param name="Kind">What the gate enforces.</param>
/// <param name="Text">The member's own words; shown, not enforced.</param>
/// <param name="Questions">What each asker answers, in order.</param>
internal sealed record ConnectionPolicy(PolicyKind Kind, string Text, IReadOnlyList<PolicyQuestion> Questions)
{
    public static readonly TextLimit TextLimit = new("policy-text", 0, 500);

    /// <summary>
    /// The most visible characters of a note that a recipient, or a community, can ask for (the product's rule).
    /// </summary>
    public const int LongestMinimumNote = 300;

    /// <summary>The longest that somebody can be away; who stays longer closes their policy.</summary>
    public const int LongestAwayDays = 366;

    /// <summary>The most strangers' letters a week that can be set as a limit.</summary>
    public const int MostLettersAWeek = 100;

    /// <summary>The most questions a recipient can ask.</summary>
    public const int MostQuestions = 3;

    /// <summary>
    /// The least visible characters of a note; null for the community's own. Never below that, whatever is set here.
    /// </summary>
    public int? MinimumNote { get; init; }

    /// <summary>Whether a pitch is welcome: the gate then prompts about it instead of refusing it.</summary>
    public bool WelcomesOffers { get; init; }

    /// <summary>Whether job enquiries sent to many are welcome, likewise.</summary>
    public bool WelcomesJobEnquiries { get; init; }

    /// <summary>Whether who wrote to and fro with them before counts as met.</summary>
    public bool TalkedCountsAsMet { get; init; }

    /// <summary>The day (in UTC) from which they take letters again; null, or past, where they are not away.</summary>
    public DateOnly? AwayUntil { get; init; }

    /// <summary>How many strangers' letters they take from one Monday to the next; null for any number.</summary>
    public int? LettersAWeek { get; init; }

    /// <summary>
    /// What of it a letter is judged by: kept with each letter, since a changed policy applies to new ones only.
    /// </summary>
    public LetterTerms Terms =>
        new(MinimumNote, WelcomesOffers, WelcomesJobEnquiries, Kind == PolicyKind.IntroducedOrMet, TalkedCountsAsMet);

    /// <summary>The day they are away until, as of now; null where they are not.</summary>
    public DateOnly? AwayAt(DateTime now) => AwayUntil > DateOnly.FromDateTime(now) ? AwayUntil : null;

    /// <summary>The policy of a member who has not said otherwise: anyone may ask, with a note.</summary>
    public static ConnectionPolicy OpenToAll() => new(PolicyKind.Open, "", []);

    /// <summary>The question that asks this in the same words, if there is one.</summary>
    public PolicyQuestion? QuestionOf(string text) => Questions.FirstOrDefault(question => question.Text == text);
}

/// <summary>
/// What a policy says of a letter itself, as of when it was sent; the questions stay with their answers.
/// </summary>
/// <param name="MinimumNote">The least visible characters of a note; null for the community's own.</param>
/// <param name="WelcomesOffers">Whether a pitch is welcome.</param>
/// <param name="WelcomesJobEnquiries">Whether job enquiries sent to many are welcome.</param>
/// <param name="OnlyIntroducedOrMet">Whether only a letter counts that was passed on, or says that the two have
/// met.</param>
/// <param name="TalkedCountsAsMet">Whether having written to and fro counts as met.</param>
internal sealed record LetterTerms(
    int? MinimumNote,
    bool WelcomesOffers,
    bool WelcomesJobEnquiries,
    bool OnlyIntroducedOrMet = false,
    bool TalkedCountsAsMet = false
)
{
    /// <summary>The least visible characters of a note where the community asks for so many.</summary>
    public int LeastNote(int communitys) => Math.Max(communitys, MinimumNote ?? 0);
}

/// <summary>A question that each asker answers. A changed question is a new one, with a new id.</summary>
/// <param name="PublicId">What forms and the API call it.</param>
/// <param name="Text">The question as the asker reads it.</param>
internal sealed record PolicyQuestion(string PublicId, string Text)
{
    public static readonly TextLimit Limit = new("question", 5, 200);
}

/// <summary>Whom a member lets ask.</summary>
public enum PolicyKind
{
    /// <summary>Anyone, with a note and a reason.</summary>
    Open,

    /// <summary>Who shares a connection with them, as far as the asker may know of it.</summary>
    SharedConnection,

    /// <summary>
    /// Who shares a group, a gathering or a connection with them, as far as the asker may know of it.
    /// </summary>
    SharedContext,

    /// <summary>Who was introduced by a connection of theirs, or has met the member.</summary>
    IntroducedOrMet,

    /// <summary>Nobody for now.</summary>
    Closed,
}
