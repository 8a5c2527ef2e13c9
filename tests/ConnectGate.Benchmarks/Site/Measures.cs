using System.Globalization;

namespace ConnectGate.Benchmarks.Site;

/// <summary>What is measured: each name with its requests, in the form that load.lua reads.</summary>
internal static class Measures
{
    public const string Bare = "anonymous page",
        Signed = "the same, signed in",
        Noop = "POST that does nothing",
        Inbox = "inbox of 20",
        Letter = "letter",
        Ask = "ask page",
        Profile = "profile",
        Sent = "sent",
        Connections = "connections",
        Conversations = "conversations",
        Search = "search",
        Send = "send",
        Accept = "accept",
        Decline = "decline";

    private static readonly string[] Words = ["berg", "anna", "tide", "glacier", "rossi", "organ", "kowalski"];

    /// <summary>The requests of each measure, in the order of the rounds.</summary>
    /// <param name="readers">All readers, signed in.</param>
    /// <param name="sends">How many different letters to prepare.</param>
    public static IEnumerable<(string Name, IEnumerable<string> Lines)> Of(
        Scale scale,
        IReadOnlyList<SignedIn> readers,
        int sends
    )
    {
        var chance = new Random(11);
        yield return (Bare, ["GET\t/bench/bare\t\t"]);
        yield return (Signed, readers.Select(reader => Get(reader, "/bench/bare")));
        yield return (Noop, readers.Select(reader => Post(reader, "/bench/noop", "")));
        yield return (Inbox, readers.Select(reader => Get(reader, "/inbox")));
        yield return (Letter, readers.Select(reader => Get(reader, $"/inbox/{LetterOf(reader, 0)}")));
        yield return (Ask, readers.Select(reader => Get(reader, $"/ask/{Other()}")));
        yield return (Profile, readers.Select(reader => Get(reader, $"/m/{Other()}")));
        yield return (Sent, readers.Select(reader => Get(reader, "/sent")));
        yield return (Connections, readers.Select(reader => Get(reader, "/connections")));
        yield return (Conversations, readers.Select(reader => Get(reader, "/conversations")));
        yield return (
            Search,
            readers.Select(reader => Get(reader, $"/members?query={Words[chance.Next(Words.Length)]}"))
        );
        yield return (
            Send,
            Enumerable
                .Range(0, sends)
                .Select(number => Post(readers[number % readers.Count], $"/ask/{Other()}", NewLetter(number)))
        );
        // The first half of each reader's letters is accepted, the second declined. The letter that is read stays.
        yield return (Accept, Decisions(1, Scale.LettersOfAReader / 2, "accept", "MayBeNamedAsLink=true"));
        yield return (
            Decline,
            Decisions(Scale.LettersOfAReader / 2, Scale.LettersOfAReader, "decline", "ForGood=false")
        );

        string Other() => Scale.HandleOf(chance.NextInt64(Scale.FirstOther, scale.LastMember + 1));

        IEnumerable<string> Decisions(int first, int end, string act, string form) =>
            from number in Enumerable.Range(first, end - first)
            from reader in readers
            select Post(reader, $"/inbox/{LetterOf(reader, number)}/{act}", form);
    }

    private static string Get(SignedIn reader, string path) => $"GET\t{path}\t{reader.Cookies}\t";

    private static string Post(SignedIn reader, string path, string form) =>
        $"POST\t{path}\t{reader.Cookies}\t{form}&__RequestVerificationToken={Uri.EscapeDataString(reader.FormToken)}";

    private static string LetterOf(SignedIn reader, int number) =>
        Scale.PublicIdOf(
            'R',
            Scale.FirstRequest + (reader.Member - Scale.FirstMember) * Scale.LettersOfAReader + number
        );

    private static string NewLetter(int number) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Reason=YourWork&ReasonDetail=Your+survey+of+the+bay+{number}&AdviceSeen=true"
                + $"&Note={Uri.EscapeDataString(Notes.Own(number))}"
        );
}
