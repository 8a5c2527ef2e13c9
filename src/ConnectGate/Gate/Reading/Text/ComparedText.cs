using System.Text;

namespace ConnectGate.Gate.Reading.Text;

/// <summary>A text in NFKD without invisible characters, as far as it is compared.</summary>
internal static class ComparedText
{
    /// <summary>
    /// How much of a text is compared: more than the longest letter that the gate admits; of what is refused for its
    /// length the rest is not worth the work.
    /// </summary>
    public static readonly int Longest = PersonalNote.Limit.MaximumCodePoints;

    /// <summary>The same sign again and again says no more than this many of it, and counts as one.</summary>
    private const int MostInARow = 5;

    // One character can become eighteen. So a long text is normalised piece by piece until there is enough, and a mark
    // stays with its letter.
    private const int Piece = 500;

    /// <summary>Any text, however long and broken, as it is compared.</summary>
    public static string Of(string? text) => Of(text, origins: null);

    /// <summary>The words as they were typed, of which the compared text holds so much from there.</summary>
    /// <param name="field">The field they stand in.</param>
    /// <param name="typed">The whole text as it was typed.</param>
    /// <param name="start">Where they begin in the compared text.</param>
    /// <param name="length">How long they are there.</param>
    public static Quote Quote(string field, string typed, int start, int length)
    {
        var origins = new List<int>();
        Of(typed, origins);
        if (origins.Count == 0 || length == 0)
        {
            return new Quote(field, 0, 0, "");
        }

        var from = origins[Math.Min(start, origins.Count - 1)];
        var last = origins[Math.Min(start + length, origins.Count) - 1];
        var to = Math.Max(from, last) + (char.IsSurrogatePair(typed, Math.Max(from, last)) ? 2 : 1);
        while (to < typed.Length && VisibleText.IsMark(char.GetUnicodeCategory(typed[to])))
        {
            to++; // an accent that was typed as a mark of its own
        }

        return new Quote(field, from, to - from, typed[from..to]);
    }

    // Where the origins are asked for, each character of the result gets the place of the one it was made of.
    private static string Of(string? text, List<int>? origins)
    {
        var (at, places) = (0, origins is null ? null : new List<int>(Piece));
        var (compared, piece) = (new StringBuilder(Math.Min(text?.Length ?? 0, 2 * Longest)), new StringBuilder(Piece));
        var (taken, last, row) = (0, '\0', 0);
        foreach (var rune in (text ?? "").EnumerateRunes()) // an unpaired surrogate comes as U+FFFD
        {
            var place = at;
            at += rune.Utf16SequenceLength;
            if (rune.Value != '\n' && VisibleText.IsHidden(rune))
            {
                continue;
            }

            if (piece.Length >= Piece && (piece.Length >= 2 * Piece || !VisibleText.IsMark(rune)))
            {
                TakePiece();
                if (IsEnough())
                {
                    break;
                }
            }

            if (row > MostInARow && rune.Value == last && piece.Length == 0)
            {
                continue; // and again, however often
            }

            Append(piece, rune);
            places?.AddRange(Enumerable.Repeat(place, rune.ToString().Normalize(NormalizationForm.FormKD).Length));
        }

        TakePiece();
        return compared.ToString();

        bool IsEnough() => taken >= Longest || compared.Length >= 2 * Longest;

        void TakePiece()
        {
            foreach (var (index, c) in piece.ToString().Normalize(NormalizationForm.FormKD).Index())
            {
                if (IsEnough() && !char.IsLowSurrogate(c))
                {
                    break;
                }

                var again =
                    c == last
                    && !char.IsLetterOrDigit(c)
                    && !char.IsSurrogate(c)
                    && !VisibleText.IsMark(char.GetUnicodeCategory(c));
                (last, row) = (c, again ? row + 1 : 1);
                taken += again ? 0 : 1;
                if (row <= MostInARow)
                {
                    compared.Append(c);
                    origins?.Add(places![Math.Min(index, places.Count - 1)]);
                }
            }

            piece.Clear();
            places?.Clear();
        }
    }

    private static void Append(StringBuilder text, Rune rune)
    {
        Span<char> units = stackalloc char[2];
        text.Append(units[..rune.EncodeToUtf16(units)]);
    }
}
