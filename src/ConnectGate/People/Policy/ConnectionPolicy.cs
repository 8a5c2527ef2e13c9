namespace ConnectGate.People.Policy;

/// <summary>
/// A member's published rules for new connections, shown before anyone writes. They can be stricter than the gate,
/// never weaker.
/// </summary>
/// <param name="Kind">Enforced by the gate.</param>
/// <param name="Text">The member's own words; shown, not enforced.</param>
/// <param name="Questions">Each asker answers them, in this order.</param>
internal sealed record ConnectionPolicy(PolicyKind Kind, string Text, IReadOnlyList<PolicyQuestion> Questions)
{
    public static readonly TextLimit TextLimit = new("policy-text", 0, 500);

    /// <summary>
    /// In visible characters: the highest minimum that a recipient or a community can set for a note (the product's
    /// rule).
    /// </summary>
    public const int LongestMinimumNote = 300;

    /// <summary>In days. A member who stays away longer closes their policy.</summary>
    public const int LongestAwayDays = 366;

    /// <summary>The highest weekly limit on strangers' letters.</summary>
    public const int MostLettersAWeek = 100;

    public const int MostQuestions = 3;

    /// <summary>
    /// In visible characters; null for the community's own minimum. The community's minimum always applies, even where
    /// this is lower.
    /// </summary>
    public int? MinimumNote { get; init; }

    /// <summary>
    /// Whether pitches are welcome. The gate then prompts the sender about a pitch instead of refusing it.
    /// </summary>
    public bool WelcomesPitches { get; init; }

    /// <summary>Whether job enquiries sent to many are welcome. The gate then prompts likewise.</summary>
    public bool WelcomesJobEnquiries { get; init; }

    /// <summary>
    /// Whether a letter that could have been written to anyone comes back to its sender, with the advice as a refusal.
    /// </summary>
    public bool OnlyWrittenForMe { get; init; }

    /// <summary>Whether people who have exchanged messages with them count as met.</summary>
    public bool TalkedCountsAsMet { get; init; }

    /// <summary>The day (in UTC) from which they take letters again; null, or past, where they are not away.</summary>
    public DateOnly? AwayUntil { get; init; }

    /// <summary>The most strangers' letters that they take from one Monday to the next; null for no limit.</summary>
    public int? LettersAWeek { get; init; }

    /// <summary>
    /// The terms by which a letter is judged. They are kept with each letter, because a changed policy applies to new
    /// ones only.
    /// </summary>
    public LetterTerms Terms =>
        new(MinimumNote, WelcomesPitches, WelcomesJobEnquiries, Kind == PolicyKind.IntroducedOrMet, TalkedCountsAsMet)
        {
            OnlyWrittenForMe = OnlyWrittenForMe,
        };

    /// <summary>The value of <see cref="AwayUntil"/> while they are away; else null.</summary>
    public DateOnly? AwayAt(DateTime now) => AwayUntil > DateOnly.FromDateTime(now) ? AwayUntil : null;

    /// <summary>The default policy: anyone may ask, with a note.</summary>
    public static ConnectionPolicy OpenToAll() => new(PolicyKind.Open, "", []);

    /// <summary>Null where no question has exactly these words.</summary>
    public PolicyQuestion? QuestionOf(string text) => Questions.FirstOrDefault(question => question.Text == text);
}

/// <summary>
/// The policy's terms for a letter, as of when it was sent. The questions are kept with their answers.
/// </summary>
/// <param name="MinimumNote">In visible characters; null for the community's own.</param>
/// <param name="WelcomesPitches">Whether a pitch is welcome.</param>
/// <param name="WelcomesJobEnquiries">Whether job enquiries sent to many are welcome.</param>
/// <param name="OnlyIntroducedOrMet">Whether a letter must be passed on, or say that the two have met.</param>
/// <param name="TalkedCountsAsMet">Whether people who have exchanged messages count as met.</param>
internal sealed record LetterTerms(
    int? MinimumNote,
    bool WelcomesPitches,
    bool WelcomesJobEnquiries,
    bool OnlyIntroducedOrMet = false,
    bool TalkedCountsAsMet = false
)
{
    /// <summary>Whether a letter that could have been written to anyone is refused.</summary>
    public bool OnlyWrittenForMe { get; init; }

    /// <summary>In visible characters: the higher of the community's minimum and the recipient's.</summary>
    public int LeastNote(int communitys) => Math.Max(communitys, MinimumNote ?? 0);
}

/// <summary>A question that each asker answers. A changed question gets a new id.</summary>
/// <param name="PublicId">The id in forms and in the API.</param>
/// <param name="Text">As the asker reads it.</param>
internal sealed record PolicyQuestion(string PublicId, string Text)
{
    public static readonly TextLimit Limit = new("question", 5, 200);

    /// <summary>The name of the suggested question that a profile answers for everybody.</summary>
    public const string HowYouUse = "question-how-you-use";

    /// <summary>Whether it is the suggested question, in any language and whatever its case and end.</summary>
    public static bool AsksHowOneUsesThisPlace(string question, Words words)
    {
        var asked = Plain(question);
        return words.Languages.Any(language => Plain(words.Say(Words.Of(HowYouUse), language)) == asked);

        static string Plain(string text) => SearchText.Fold(text).TrimEnd(' ', '?', '.', '!');
    }
}

public enum PolicyKind
{
    /// <summary>Anyone, with a note and a reason.</summary>
    Open,

    /// <summary>Members who share a connection with them, as far as the asker may know of it.</summary>
    SharedConnection,

    /// <summary>
    /// Members who share a group, a gathering or a connection with them, as far as the asker may know of it.
    /// </summary>
    SharedContext,

    /// <summary>People whom a connection of theirs introduced, or who have met the member.</summary>
    IntroducedOrMet,

    /// <summary>Nobody for now.</summary>
    Closed,
}
