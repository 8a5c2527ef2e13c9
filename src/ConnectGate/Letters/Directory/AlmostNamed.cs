namespace ConnectGate.Letters.Directory;

/// <summary>
/// Finds members by words with one letter wrong, missing or too many, where no member has the words as typed. One wrong
/// letter leaves one half of a word intact. So the database looks for the halves, which costs two patterns a word, and
/// this process compares the few members that it gives.
/// </summary>
internal static class AlmostNamed
{
    /// <summary>The fewest letters of a word that may be wrong; a shorter word is almost any other.</summary>
    public const int Shortest = 4;

    /// <summary>The most members to compare.</summary>
    public const int Most = 5_000;

    /// <summary>The keys of the members; empty where every word is short.</summary>
    public static async Task<IReadOnlyList<long>> IdsAsync(
        IQueryable<Member> members,
        IReadOnlyList<string> words,
        CancellationToken cancellationToken
    )
    {
        if (words.All(word => word.Length < Shortest))
        {
            return [];
        }

        foreach (var word in words)
        {
            members = word.Length < Shortest ? members.With(word) : members.WithHalfOf(word);
        }

        var some = await members
            .OrderBy(member => member.Id)
            .Take(Most)
            .Select(member => new { member.Id, member.SearchText })
            .ToListAsync(cancellationToken);
        return
        [
            .. some.Where(member =>
                {
                    var theirs = member.SearchText.Split(' ', '\n', '-', '.', ',', '@');
                    return words.All(word =>
                        word.Length < Shortest || theirs.Any(their => BeginsAlmostWith(their, word))
                    );
                })
                .Select(member => member.Id),
        ];
    }

    /// <summary>The members whose names, headline or about contain the word.</summary>
    private static IQueryable<Member> With(this IQueryable<Member> members, string word)
    {
        var pattern = Pattern(word);
        return members.Where(member => EF.Functions.Like(member.SearchText, pattern, SearchText.Escape));
    }

    private static IQueryable<Member> WithHalfOf(this IQueryable<Member> members, string word)
    {
        var (first, second) = (Pattern(word[..(word.Length / 2)]), Pattern(word[(word.Length / 2)..]));
        return members.Where(member =>
            EF.Functions.Like(member.SearchText, first, SearchText.Escape)
            || EF.Functions.Like(member.SearchText, second, SearchText.Escape)
        );
    }

    private static string Pattern(string part) => $"%{SearchText.Escaped(part)}%";

    /// <summary>Whether one changed, added or removed letter makes the word a beginning of the text.</summary>
    internal static bool BeginsAlmostWith(string text, string word)
    {
        var same = 0;
        while (same < word.Length && same < text.Length && word[same] == text[same])
        {
            same++;
        }

        return same == word.Length || Begins(same + 1, same + 1) || Begins(same + 1, same) || Begins(same, same + 1);

        bool Begins(int textFrom, int wordFrom) =>
            textFrom <= text.Length
            && text.AsSpan(textFrom).StartsWith(word.AsSpan(wordFrom), StringComparison.Ordinal);
    }
}
