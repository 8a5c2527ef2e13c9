using ConnectGate.Foundation.Text.Characters;

namespace ConnectGate.People.Accounts.Passwords;

/// <summary>
/// A password must be long enough and not among a guesser's first tries. No rule asks for kinds of characters, because
/// such rules make passwords worse (NIST SP 800-63B, 3.1.1.2). A password is kept exactly as typed.
/// </summary>
public static class PasswordRules
{
    /// <summary>In characters.</summary>
    public const int Minimum = 8;

    /// <summary>In characters; the page advises this length.</summary>
    public const int Advised = 15;

    /// <summary>In characters; hashing a megabyte would be wasted work.</summary>
    public const int Maximum = 256;

    // zxcvbn's score, from 0 to 4. A guesser needs only seconds to hours for a password with a lower score.
    private const int LeastScore = 2;

    // In characters. zxcvbn's effort grows with the square of the length, and a password with a strong beginning stays
    // strong.
    private const int Weighed = 64;

    private const int ShortestContextWord = 4;

    // Shared, because it takes a while to read its word lists. It keeps no password.
    private static readonly Zxcvbn.Zxcvbn Guesser = new();

    /// <summary>Null where nothing is wrong with the password.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="field">The field to name in the refusal.</param>
    /// <param name="context">Words that a guesser knows about this person and place: address, handle, names.</param>
    internal static Refusal? Check(string? password, string field, params IEnumerable<string?> context)
    {
        if (string.IsNullOrEmpty(password))
        {
            return Refuse("password-missing");
        }

        if (password.Length > Maximum)
        {
            return Refuse("password-too-long");
        }

        if (Clusters.Count(password) < Minimum)
        {
            return Refuse("password-too-short");
        }

        var words = Words(context);
        if (LeavesTooLittle(password, words))
        {
            return Refuse("password-personal");
        }

        return
            Guesser.EvaluatePassword(password.Length > Weighed ? password[..Weighed] : password, words).Score
            < LeastScore
            ? Refuse("password-common")
            : null;

        Refusal Refuse(string code) => new(code, field, Foundation.Text.Words.Format(code, Minimum, Maximum));
    }

    private static List<string> Words(IEnumerable<string?> context) =>
        [
            .. context
                .Append("connectgate")
                .OfType<string>()
                .SelectMany(text =>
                    text.Split(['@', '.', '-', '_', '+', ' '], StringSplitOptions.RemoveEmptyEntries).Append(text)
                )
                .Select(word => word.ToLowerInvariant())
                .Where(word => word.Length >= ShortestContextWord)
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(word => word.Length),
        ];

    // For example, "connectgate-2026" is the community's name with little around it.
    private static bool LeavesTooLittle(string password, List<string> words)
    {
        var rest = words.Aggregate(password.ToLowerInvariant(), (left, word) =>
            left.Replace(word, "", StringComparison.Ordinal)
        );
        return rest.Length < password.Length && rest.Length < Minimum;
    }
}
