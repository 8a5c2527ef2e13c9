using System.Globalization;

namespace ConnectGate.Benchmarks;

/// <summary>Generates any number of distinct, realistic notes, and templates that share phrases.</summary>
internal static class Notes
{
    private static readonly string[] Things =
    [
        "lighthouse",
        "tide table",
        "harbour map",
        "loom",
        "organ pipe",
        "bee hive",
        "ferry bell",
        "clock tower",
        "wooden boat",
        "archive box",
        "school garden",
        "weather log",
        "bread oven",
        "cable car",
        "glass lamp",
        "reading room",
        "stone bridge",
        "fog horn",
        "cellar door",
        "drawing desk",
        "night train",
        "rope ladder",
        "paper mill",
        "salt barn",
        "violin case",
        "fishing net",
        "road survey",
        "choir book",
        "tram depot",
        "apple press",
        "radio mast",
        "copper kettle",
        "dike",
        "canal lock",
        "moss sample",
        "ice chart",
        "puzzle",
        "signal lamp",
        "wind pump",
        "letter scale",
    ];

    private static readonly string[] Kinds =
    [
        "old",
        "red",
        "quiet",
        "northern",
        "borrowed",
        "broken",
        "new",
        "tall",
        "wooden",
        "Danish",
        "small",
        "blue",
        "frozen",
        "painted",
        "heavy",
        "crooked",
        "second",
        "last",
        "empty",
        "famous",
        "iron",
        "rusty",
        "young",
        "western",
        "narrow",
        "hidden",
        "bright",
        "early",
        "late",
        "wet",
        "dry",
        "round",
        "silent",
        "cheap",
        "lost",
        "green",
        "curious",
        "plain",
        "double",
        "public",
    ];

    private static readonly string[] Acts =
    [
        "kept us awake",
        "reminded me of home",
        "solved our riddle",
        "came too late",
        "saved the roof",
        "cost two coffees",
        "was upside down",
        "made my class laugh",
        "sounds better now",
        "still puzzles me",
        "went to the museum",
        "ended an old quarrel",
        "sank near the pier",
        "won the bet",
        "fits after all",
        "froze in April",
        "taught me patience",
        "was drawn from memory",
        "smells of tar",
        "lost its handle",
    ];

    private static readonly string[] Starts =
    [
        "Your",
        "You wrote that the",
        "Did you say your",
        "My sister thinks our",
        "On Friday the",
        "Since March my",
        "I read why your",
        "Nobody here knows whose",
        "They told me that this",
        "Once more our",
        "Half of the",
        "I have drawn your",
        "We argued whether the",
        "The year your",
        "As you showed, a",
        "Between us, this",
    ];

    private static readonly string[] Openings =
    [
        "I came across your profile and was impressed by your background in",
        "I hope this message finds you well, I am reaching out because of",
        "I would like to add you to my network of people in",
        "As a fellow expert in",
        "We help companies like yours to grow with",
        "I noticed that we share an interest in",
        "I am looking for talented people with experience in",
        "Your journey is truly inspiring, especially in",
        "Let me be brief, we are the leaders in",
        "I have an exciting opportunity in",
    ];

    private static readonly string[] Closings =
    [
        "do you have fifteen minutes for a quick call this week",
        "I would love to explore synergies with you",
        "let us connect and see where it goes",
        "when would be a good time to talk",
        "it would be great to have you in my network",
        "may I send you our brochure",
        "I look forward to connecting with you",
        "we guarantee results within thirty days",
        "shall we schedule a demo",
        "I believe we could both benefit",
    ];

    /// <summary>A note that differs for each number.</summary>
    public static string Own(long number)
    {
        var chance = new Random((int)number);
        return $"{Start(chance)} {Thing(chance)} {Act(chance)}. {Start(chance)} {Thing(chance)} {Act(chance)} near "
            + $"number {number.ToString(CultureInfo.InvariantCulture)}. {Start(chance)} {Thing(chance)} "
            + $"{Act(chance)}?";
    }

    /// <summary>A template, with openings and closings that many templates share.</summary>
    public static string Template(int number)
    {
        var chance = new Random(number);
        return $"{Openings[chance.Next(Openings.Length)]} {Thing(chance)} and {Thing(chance)}. What {Act(chance)} "
            + $"for the {Thing(chance)} {Act(chance)} for the {Thing(chance)}: "
            + $"{Closings[chance.Next(Closings.Length)]}";
    }

    private static string Start(Random chance) => Starts[chance.Next(Starts.Length)];

    private static string Thing(Random chance) =>
        $"{Kinds[chance.Next(Kinds.Length)]} {Things[chance.Next(Things.Length)]}";

    private static string Act(Random chance) => Acts[chance.Next(Acts.Length)];
}
