using System.ComponentModel.DataAnnotations;
using ConnectGate.Gate.Reading;
using ConnectGate.People.Policy;

namespace ConnectGate.Gate;

/// <summary>
/// Every number of the gate and of a request's life. The defaults are the product's rules. Configuration section
/// <c>Gate</c>.
/// </summary>
public sealed class GateOptions : IValidatableObject
{
    public const string Section = "Gate";

    /// <summary>
    /// The least visible characters of a note here: 20, or up to 300 where a community asks for more.
    /// </summary>
    [Range(PersonalNote.Shortest, ConnectionPolicy.LongestMinimumNote)]
    public int MinimumNote { get; set; } = PersonalNote.Shortest;

    /// <summary>
    /// The time from sending to delivery. Until then the sender can correct the letter or take it back.
    /// </summary>
    public TimeSpan DeliveredAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The time from sending until an undecided request ends quietly.</summary>
    public TimeSpan ExpiresAfter { get; set; } = TimeSpan.FromDays(60);

    /// <summary>The time in which an acceptance can be undone.</summary>
    public TimeSpan Grace { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The time from sending until the same sender may ask the same recipient again, whatever the outcome.
    /// </summary>
    public TimeSpan AskAgainAfter { get; set; } = TimeSpan.FromDays(120);

    /// <summary>The time from letting go of a connection until either member may ask the other again.</summary>
    public TimeSpan AskAgainAfterLettingGo { get; set; } = TimeSpan.FromDays(90);

    /// <summary>The most requests that a member may have under way.</summary>
    [Range(1, 1_000)]
    public int UnderWay { get; set; } = 20;

    /// <summary>The time for which a request counts as under way, whatever the outcome.</summary>
    public TimeSpan UnderWayFor { get; set; } = TimeSpan.FromDays(14);

    /// <summary>The most requests that a member may send within 24 hours.</summary>
    [Range(1, 1_000)]
    public int PerDay { get; set; } = 10;

    /// <summary>The most requests that a new member may send within 24 hours.</summary>
    [Range(1, 1_000)]
    public int PerDayWhenNew { get; set; } = 3;

    /// <summary>
    /// The most requests outside the allowance that a member may send within 24 hours: introduced, or with a confirmed
    /// meeting.
    /// </summary>
    [Range(1, 1_000)]
    public int VouchedPerDay { get; set; } = 50;

    /// <summary>
    /// The time after a confirmed meeting in which a request between the two is outside the allowance and is delivered
    /// at once.
    /// </summary>
    public TimeSpan MetCountsFor { get; set; } = TimeSpan.FromDays(30);

    /// <summary>The time in which a connector can pass a letter on, counted from the asking.</summary>
    public TimeSpan PassedOnWithin { get; set; } = TimeSpan.FromDays(30);

    /// <summary>The most letters that wait for one connector at a time, from all senders together.</summary>
    [Range(1, 1_000)]
    public int AsksOfConnector { get; set; } = 5;

    /// <summary>
    /// The time for two members to agree to an introduction that a common connection offered, and again the time to
    /// write the letter after that.
    /// </summary>
    public TimeSpan OffersLast { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// The most introductions that a member may offer within <see cref="OffersLast"/>, whatever the outcome.
    /// </summary>
    [Range(1, 1_000)]
    public int OpenOffers { get; set; } = 5;

    /// <summary>The time for which a member counts as new.</summary>
    public TimeSpan NewFor { get; set; } = TimeSpan.FromDays(7);

    /// <summary>
    /// The time after an upheld report in which every figure of the allowance is halved, to at least one.
    /// </summary>
    public TimeSpan HalvedFor { get; set; } = TimeSpan.FromDays(7);

    /// <summary>
    /// The number of requests, sent longer ago than <see cref="UnacceptedAfter"/> and none of them accepted, that
    /// brings the slowest gear.
    /// </summary>
    [Range(1, 1_000)]
    public int UnacceptedRequests { get; set; } = 40;

    /// <summary>The age from which a request counts for <see cref="UnacceptedRequests"/>.</summary>
    public TimeSpan UnacceptedAfter { get; set; } = TimeSpan.FromDays(60);

    /// <summary>The most requests that a member in the slowest gear may send within seven days.</summary>
    [Range(1, 1_000)]
    public int PerWeekWhenUnaccepted { get; set; } = 5;

    /// <summary>
    /// The time for which a letter that was withdrawn after its opening stays with its recipient, who may report it.
    /// </summary>
    public TimeSpan WithdrawnStaysFor { get; set; } = TimeSpan.FromDays(90);

    /// <summary>
    /// The time for which a sent note is remembered, to find copies that its sender sends to somebody else.
    /// </summary>
    public TimeSpan CopiedWithin { get; set; } = TimeSpan.FromDays(180);

    /// <summary>
    /// The longest time between two similar notes of one sender at which a recipient is informed of the likeness.
    /// </summary>
    public TimeSpan AlikeWithin { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// The number of senders of nearly the same note, within <see cref="SameNoteWithin"/>, that the moderators are
    /// informed of.
    /// </summary>
    [Range(2, 100)]
    public int SendersOfSameNote { get; set; } = 5;

    /// <summary>The window of <see cref="SendersOfSameNote"/>.</summary>
    public TimeSpan SameNoteWithin { get; set; } = TimeSpan.FromDays(7);

    /// <summary>
    /// The most sends, refused ones included, that a member may try within <see cref="AttemptsWindow"/>. This plain
    /// count stops machines from probing.
    /// </summary>
    [Range(1, 10_000)]
    public int SendAttempts { get; set; } = 30;

    /// <summary>The most checks without sending that a member may make within <see cref="AttemptsWindow"/>.</summary>
    [Range(1, 10_000)]
    public int CheckAttempts { get; set; } = 300;

    /// <summary>The most profile views and searches together that a member may make within 24 hours.</summary>
    [Range(1, 1_000_000)]
    public int LookUpsPerDay { get; set; } = 200;

    /// <summary>The window of <see cref="SendAttempts"/> and <see cref="CheckAttempts"/>.</summary>
    public TimeSpan AttemptsWindow { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// A folder with a community's own phrases, one file for each language; see <c>docs/gate.md</c>. Null for none.
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
