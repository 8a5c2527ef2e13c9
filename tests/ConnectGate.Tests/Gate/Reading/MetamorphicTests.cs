using System.Text;
using ConnectGate.Gate.Reading;

namespace ConnectGate.Tests.Gate.Reading;

/// <summary>Courtesy, typing and spelling are no evidence; nor does a disguise make a bad note a good one.</summary>
public sealed class MetamorphicTests
{
    private static readonly string[] Courtesies =
    [
        "Would love to connect.",
        "Let's keep in touch!",
        "I hope you are well.",
        "Have a nice weekend.",
        "Thank you!",
        "Thanks a lot for your time.",
        "I would love to keep in touch.",
        "Looking forward to hearing from you.",
        "Keep up the good work!",
        "Great work!",
        "All the best, and a happy new year.",
        "Ich würde mich freuen.",
        "Vielen Dank und ein schönes Wochenende!",
        "Merci beaucoup et bonne journée.",
        "Muchas gracias y un saludo.",
        "Grazie mille, buona giornata.",
        "Muito obrigado, um abraço.",
        "Alvast bedankt en een fijn weekend.",
        "Mange tak og god weekend.",
    ];

    private static readonly IReadOnlyDictionary<string, Func<string, string>> Changes = new Dictionary<
        string,
        Func<string, string>
    >(StringComparer.Ordinal)
    {
        ["a greeting"] = note => $"Hello there,\n{note}",
        ["Dear Sir or Madam"] = note => $"Dear Sir or Madam,\n\n{note}",
        ["a signature"] = note => $"{note}\n\nBest regards,\nOla",
        ["emoji"] = note => $"{note} 🙏😊",
        ["emoji before"] = note => $"👋 {note}",
        ["capitals"] = note => note.ToUpperInvariant(),
        ["small letters"] = note => note.ToLowerInvariant(),
        ["line ends"] = note => note.Replace(". ", ".\r\n", StringComparison.Ordinal),
        ["a line for each sentence"] = note => note.Replace(". ", ".\n\n", StringComparison.Ordinal),
        ["two blanks"] = note => note.Replace(" ", "  ", StringComparison.Ordinal),
        ["no last full stop"] = note => note.TrimEnd('.', '!'),
        ["exclamation marks"] = note => note.Replace(".", "!!", StringComparison.Ordinal),
        ["American spelling"] = note =>
            note.Replace("our ", "or ", StringComparison.Ordinal).Replace("ise", "ize", StringComparison.Ordinal),
        ["British spelling"] = note =>
            note.Replace("or ", "our ", StringComparison.Ordinal).Replace("ize", "ise", StringComparison.Ordinal),
        ["Swiss spelling"] = note => note.Replace("ß", "ss", StringComparison.Ordinal),
        ["a letter lost"] = note => Typo(note, (text, at) => text.Remove(at, 1)),
        ["two letters swapped"] = note =>
            Typo(note, (text, at) => text.Remove(at, 1).Insert(at + 1, text[at].ToString())),
    };

    private static readonly IReadOnlyDictionary<string, Func<string, string>> Disguises = new Dictionary<
        string,
        Func<string, string>
    >(StringComparer.Ordinal)
    {
        ["homoglyphs"] = note => note.Replace('a', 'а').Replace('e', 'е').Replace('o', 'о').Replace('c', 'с'),
        ["zero-width"] = note => string.Join('\u200B', note.EnumerateRunes()),
        ["full-width"] = FullWidth,
        ["soft hyphens"] = note => string.Join('\u00AD', note.EnumerateRunes()),
    };

    public static readonly TheoryData<string> ChangeNames =
    [
        .. Changes.Keys.Concat(Courtesies.Select(courtesy => $"+ {courtesy}")),
    ];

    public static readonly TheoryData<string> DisguiseNames = [.. Disguises.Keys];

    private static readonly IReadOnlyList<Notes.Labelled> All =
    [
        .. Directory
            .EnumerateFiles(Path.GetDirectoryName(Notes.PathOf("dev.jsonl"))!, "*.jsonl")
            .Order(StringComparer.Ordinal)
            .SelectMany(file => Notes.Read(Path.GetFileName(file))),
    ];

    private static readonly IReadOnlyList<NoteTrial.Note> Passing =
    [
        .. All.Where(row => row.Block == false).Select(row => row.Note).Where(note => Codes(note).Count == 0),
    ];

    [Theory, MemberData(nameof(ChangeNames))]
    public void No_courtesy_or_typing_turns_a_genuine_note_from_a_pass_into_a_refusal(string name)
    {
        var change = Changes.GetValueOrDefault(name) ?? (note => $"{note}\n{name[2..]}");
        Assert.True(Passing.Count > 2_500);
        Assert.Empty(
            from note in Passing
            from code in Codes(note with { Text = change(note.Text) })
            select $"{code}: {change(note.Text)}"
        );
    }

    [Theory, MemberData(nameof(DisguiseNames))]
    public void No_disguise_changes_what_a_bad_note_is_refused_for(string name) =>
        Assert.Empty(
            from row in All
            where row.Block == true
            let before = Codes(row.Note)
            let after = Codes(row.Note with { Text = Disguises[name](row.Note.Text) })
            where !before.SequenceEqual(after)
            select $"{string.Join(' ', before)} -> {string.Join(' ', after)}: {row.Note.Text}"
        );

    private static IReadOnlyList<string> Codes(NoteTrial.Note note) =>
        [.. Notes.Reader.Read(NoteTrial.WrittenOf(note)).Refusals.Select(refusal => refusal.Code)];

    // In the longest word, which is seldom one of a phrase's small ones.
    private static string Typo(string note, Func<string, int, string> change)
    {
        var longest = note.Split(' ').MaxBy(word => word.Length)!;
        var at = note.IndexOf(longest, StringComparison.Ordinal) + (longest.Length / 2);
        return char.IsSurrogate(note[at]) || at + 1 >= note.Length ? note : change(note, at);
    }

    private static string FullWidth(string note)
    {
        var wide = new StringBuilder(note.Length);
        foreach (var letter in note)
        {
            wide.Append(char.IsAsciiLetterOrDigit(letter) ? (char)(letter + 0xFEE0) : letter);
        }

        return wide.ToString();
    }
}
