namespace ConnectGate.Benchmarks.Site;

/// <summary>The size of a generated community.</summary>
/// <param name="Members">At least 10,000.</param>
/// <param name="Requests">Of every state, waiting letters and connections included.</param>
internal sealed record Scale(string Name, int Members, int Requests)
{
    /// <summary>
    /// The members who are signed in while the site is measured. Each has waiting letters and connections.
    /// </summary>
    public const int Readers = 500;

    /// <summary>The waiting letters of each reader: more than a page of the inbox.</summary>
    public const int LettersOfAReader = 25;

    /// <summary>The connections of each reader.</summary>
    public const int ConnectionsOfAReader = 20;

    /// <summary>The keys of the members are consecutive, from here. Lower keys belong to the demo community.</summary>
    public const long FirstMember = 1_001;

    /// <summary>
    /// The keys of the generated requests are consecutive, from here. The first are the readers' letters.
    /// </summary>
    public const long FirstRequest = 10_001;

    /// <summary>The first member without a session: readers ask members from here on.</summary>
    public static long FirstOther => FirstMember + Readers;

    public long LastMember => FirstMember + Members - 1;

    /// <summary>S, M or L; null for another name.</summary>
    public static Scale? Of(string name) =>
        name switch
        {
            "S" => new(name, 10_000, 50_000),
            "M" => new(name, 100_000, 500_000),
            "L" => new(name, 1_000_000, 5_000_000),
            _ => null,
        };

    public static string HandleOf(long member) => $"bench{member}";

    /// <summary>A public id of 22 characters, as long as a real one.</summary>
    public static string PublicIdOf(char kind, long number) => $"{kind}{number:D21}";
}
