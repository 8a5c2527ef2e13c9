using System.ComponentModel.DataAnnotations;
using ConnectGate.Gate.Reading;
using ConnectGate.People.Policy;

namespace ConnectGate.Gate;

/// <summary>
/// Every number of the gate and of a request's life, in one place; the figures are the product's rules. Configuration
/// section <c>Gate</c>.
/// </summary>
public sealed class GateOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Gate";

    /// <summary>The least visible characters of a note here: 20, up to 300 where a community asks for more.</summary>
    [Range(PersonalNote.Shortest, ConnectionPolicy.LongestMinimumNote)]
    public int MinimumNote { get; set; } = PersonalNote.Shortest;

    /// <summary>How long after sending a letter is delivered; until then it can be corrected or taken back.</summary>
    public TimeSpan DeliveredAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long after sending an undecided request ends quietly.</summary>
    public TimeSpan ExpiresAfter { get; set; } = TimeSpan.FromDays(60);

    /// <summary>How long an acceptance can be undone.</summary>
    public TimeSpan Grace { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long after sending the same sender may ask the same recipient again, whatever became of it.
    /// </summary>
    public TimeSpan AskAgainAfter { get; set; } = TimeSpan.FromDays(120);

    /// <summary>How long after letting go of a connection either may ask the other again.</summary>
    public TimeSpan AskAgainAfterLettingGo { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How many requests a member may have under way.</summary>
    [Range(1, 1_000)]
    public int UnderWay { get; set; } = 20;

    /// <summary>How long a request counts as under way, whatever became of it.</summary>
    public TimeSpan UnderWayFor { get; set; } = TimeSpan.FromDays(14);

    /// <summary>How many requests a member may send within 24 hours.</summary>
    [Range(1, 1_000)]
    public int PerDay { get; set; } = 10;

    /// <summary>How many requests a new member may send within 24 hours.</summary>
    [Range(1, 1_000)]
    public int PerDayWhenNew { get; set; } = 3;

    /// <summary>
    /// How many requests outside the allowance, introduced or with a confirmed meeting, a member may send within 24
    /// hours.
    /// </summary>
    [Range(1, 1_000)]
    public int VouchedPerDay { get; set; } = 50;

    /// <summary>
    /// How long after a confirmed meeting a request between the two is outside the allowance and delivered at once.
    /// </summary>
    public TimeSpan MetCountsFor { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long after the asking a connector can pass a letter on.</summary>
    public TimeSpan PassedOnWithin { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How many letters may be with a connector at once, whoever asked.</summary>
    [Range(1, 1_000)]
    public int AsksOfConnector { get; set; } = 5;

    /// <summary>
    /// How long two members have to agree to an introduction that a connection of both offered, and after that again to
    /// write the letter.
    /// </summary>
    public TimeSpan OffersLast { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// How many introductions a member may offer within <see cref="OffersLast"/>, whatever became of them.
    /// </summary>
    [Range(1, 1_000)]
    public int OpenOffers { get; set; } = 5;

    /// <summary>How long a member counts as new.</summary>
    public TimeSpan NewFor { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long after an upheld report every figure of the allowance is half, at least one.</summary>
    public TimeSpan HalvedFor { get; set; } = TimeSpan.FromDays(7);

    /// <summary>
    /// How many requests, sent longer ago than <see cref="UnacceptedAfter"/>, without one accepted among them bring the
    /// slowest gear.
    /// </summary>
    [Range(1, 1_000)]
    public int UnacceptedRequests { get; set; } = 40;

    /// <summary>How old a request must be to count for that.</summary>
    public TimeSpan UnacceptedAfter { get; set; } = TimeSpan.FromDays(60);

    /// <summary>How many requests a member in the slowest gear may send within seven days.</summary>
    [Range(1, 1_000)]
    public int PerWeekWhenUnaccepted { get; set; } = 5;

    /// <summary>How long a withdrawn letter that was opened stays with its recipient, to be reported.</summary>
    public TimeSpan WithdrawnStaysFor { get; set; } = TimeSpan.FromDays(90);

    /// <summary>
    /// How long a sent note is remembered, so that the same sender does not send it to somebody else.
    /// </summary>
    public TimeSpan CopiedWithin { get; set; } = TimeSpan.FromDays(180);

    /// <summary>
    /// How far apart two notes of a sender may be for a recipient to be told that theirs is much like the other.
    /// </summary>
    public TimeSpan AlikeWithin { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// How many senders of nearly the same note, within <see cref="SameNoteWithin"/>, are put before the moderators.
    /// </summary>
    [Range(2, 100)]
    public int SendersOfSameNote { get; set; } = 5;

    /// <summary>The window of <see cref="SendersOfSameNote"/>.</summary>
    public TimeSpan SameNoteWithin { get; set; } = TimeSpan.FromDays(7);

    /// <summary>
    /// How many sends, refused ones included, a member may try within <see cref="AttemptsWindow"/>: a bare count that
    /// stops machines from probing.
    /// </summary>
    [Range(1, 10_000)]
    public int SendAttempts { get; set; } = 30;

    /// <summary>How many checks without sending a member may make within <see cref="AttemptsWindow"/>.</summary>
    [Range(1, 10_000)]
    public int CheckAttempts { get; set; } = 300;

    /// <summary>How many profiles a member may look at and searches they may make, together, within 24 hours.</summary>
    [Range(1, 1_000_000)]
    public int LookUpsPerDay { get; set; } = 200;

    /// <summary>The window of the two counts of attempts.</summary>
    public TimeSpan AttemptsWindow { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// A folder with a community's own phrases, a file for each language; see <c>docs/gate.md</c>. None by default.
    /// </summary>
    public string? Phrases { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var times = new Dictionary<string, TimeSpan>(StringComparer.Ordinal)
        {
            [nameof(DeliveredAfter)] = DeliveredAfter,
            [nameof(ExpiresAfter)] = ExpiresAfter,
            [nameof(Grace)] = Grace,
            [nameof(AskAgainAfter)] = AskAgainAfter,
            [nameof(AskAgainAfterLettingGo)] = AskAgainAfterLettingGo,
            [nameof(UnderWayFor)] = UnderWayFor,
            [nameof(MetCountsFor)] = MetCountsFor,
            [nameof(PassedOnWithin)] = PassedOnWithin,
            [nameof(OffersLast)] = OffersLast,
            [nameof(NewFor)] = NewFor,
            [nameof(HalvedFor)] = HalvedFor,
            [nameof(UnacceptedAfter)] = UnacceptedAfter,
            [nameof(WithdrawnStaysFor)] = WithdrawnStaysFor,
            [nameof(CopiedWithin)] = CopiedWithin,
            [nameof(AlikeWithin)] = AlikeWithin,
            [nameof(SameNoteWithin)] = SameNoteWithin,
            [nameof(AttemptsWindow)] = AttemptsWindow,
        };
        var wrong =
            from time in times
            where time.Value < TimeSpan.Zero || time.Value > LongestTime
            select new ValidationResult($"It must be between no time and {LongestTime.Days} days.", [time.Key]);
        return Phrases is not null && WrongPhrases(Phrases) is { } problem
            ? wrong.Append(new ValidationResult(problem, [nameof(Phrases)]))
            : wrong;
    }

    private static string? WrongPhrases(string folder)
    {
        try
        {
            PhraseBook.Load(folder);
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or FormatException)
        {
            return problem.Message;
        }
    }

    private static readonly TimeSpan LongestTime = TimeSpan.FromDays(3650);
}
