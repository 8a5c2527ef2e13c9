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

    // One character can become eighteen, so a long text is brought into its form piece by piece, until there is enough;
    // a mark stays with its letter.
    private const int Piece = 500;

    /// <summary>Any text, however long and broken, as it is compared.</summary>
    public static string Of(string? text)
    {
        var (compared, piece) = (new StringBuilder(Math.Min(text?.Length ?? 0, 2 * Longest)), new StringBuilder(Piece));
        var (taken, last, row) = (0, '\0', 0);
        foreach (var rune in (text ?? "").EnumerateRunes()) // an unpaired surrogate comes as U+FFFD
        {
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
        }

        TakePiece();
        return compared.ToString();

        bool IsEnough() => taken >= Longest || compared.Length >= 2 * Longest;

        void TakePiece()
        {
            foreach (var c in piece.ToString().Normalize(NormalizationForm.FormKD))
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
                }
            }

            piece.Clear();
        }
    }

    private static void Append(StringBuilder text, Rune rune)
    {
        Span<char> units = stackalloc char[2];
        text.Append(units[..rune.EncodeToUtf16(units)]);
    }
}
