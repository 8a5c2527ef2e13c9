using System.Globalization;
using ConnectGate.People.Accounts;
using ConnectGate.People.Policy;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.Tests.Support;

/// <summary>Valid defaults. A test changes by <c>with</c> what matters to it.</summary>
internal static class A
{
    private static int _members,
        _letters;

    /// <summary>The password of every member whose account has one.</summary>
    public const string Password = "paper lantern orchard";

    /// <summary>Hashes those passwords quickly, since they guard nothing after the test.</summary>
    public static void HashQuickly(PasswordHasherOptions options) => options.IterationCount = 1_000;

    /// <summary>A member who joined long ago and lets anybody ask.</summary>
    public static NewMember Member()
    {
        var number = Interlocked.Increment(ref _members).ToString(CultureInfo.InvariantCulture);
        return new NewMember($"member-{number}", $"Member {number}");
    }

    /// <summary>A letter that the gate admits.</summary>
    public static Letter Letter() =>
        new(
            "I heard your talk on tide tables last week and would like to compare notes.",
            Reason.YourWork,
            "Your talk on tide tables",
            null
        );

    /// <summary>
    /// A letter that the gate admits and that is like no earlier one. Tests need it where a member writes to several
    /// people.
    /// </summary>
    public static Letter AnotherLetter()
    {
        var number = Interlocked.Increment(ref _letters);
        return Letter() with
        {
            Note =
                $"Your {Things[number % Things.Length]} at {Places[number % Places.Length]} "
                + $"{Effects[number % Effects.Length]}. {Ends[number % Ends.Length]} "
                + $"{Questions[number % Questions.Length]}",
        };
    }

    // The lengths have no common divisor, so two letters of a test share two parts at most.
    private static readonly string[] Things =
    [
        "drawing of the lock gates",
        "jar of salted lemons",
        "lecture about moss",
        "lighthouse model",
        "recording of the wind organ",
        "map of old wells",
        "broken theodolite",
    ];
    private static readonly string[] Places =
    [
        "the Bergen harbour fair",
        "Ines' workshop in Faro",
        "the school on Mill Lane",
        "the winter market in Gent",
        "our reading room",
        "the beekeepers' evening",
        "Lund station",
        "the tram depot",
        "Ox Hill",
        "the night bakery",
        "the pier in Ostend",
    ];
    private static readonly string[] Effects =
    [
        "kept my class awake for a week",
        "made me take my own apart",
        "was what my sister had looked for",
        "solved a riddle of my grandfather's",
        "still puzzles everybody here",
        "cost me two cups of coffee",
        "sent me back to the archive",
        "gave our choir a new song",
        "settled a bet that I lost",
        "won over a sceptical plumber",
        "ended a quarrel about glue",
        "reminded me of Sunday tides",
        "turned my thesis upside down",
    ];
    private static readonly string[] Ends =
    [
        "I keep the ticket in my copy of Moby Dick.",
        "My neighbour Otto says it was tin.",
        "Eleven of them rust in a cellar in Ghent.",
        "The second screw was missing, wasn't it.",
        "Jon drew it from memory, badly.",
        "Our tram driver wants one like it.",
        "It rained through the roof that day.",
        "Two of my pupils measured theirs with string.",
        "The museum in Ribe has its twin.",
    ];
    private static readonly string[] Questions =
    [
        "How did you date it?",
        "Which oak was that?",
        "May I bring mine?",
        "Does it work in hard water?",
        "Who drew the blue line?",
    ];
}

/// <summary>A member as a test wants them.</summary>
internal sealed record NewMember(string Handle, string DisplayName)
{
    /// <summary>By default long enough for the full allowance.</summary>
    public TimeSpan JoinedAgo { get; init; } = TimeSpan.FromDays(400);

    public PolicyKind Policy { get; init; } = PolicyKind.Open;

    public string PolicyText { get; init; } = "";

    /// <summary>Their ids are <c>q1</c>, <c>q2</c> and <c>q3</c>.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    public DigestFrequency Digest { get; init; } = DigestFrequency.Never;

    public Role Role { get; init; } = Role.Member;

    /// <summary>The application of a member who still waits to be let in; null where they are in.</summary>
    public string? WaitsWith { get; init; }

    /// <summary>Whether they have <see cref="A.Password"/>. Without it no test can sign them in by the form.</summary>
    public bool CanSignIn { get; init; }
}
