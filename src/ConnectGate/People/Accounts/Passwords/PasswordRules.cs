using System.Globalization;

namespace ConnectGate.People.Accounts.Passwords;

/// <summary>
/// What a password must be: long enough, and not what a guesser tries first. No rule asks for kinds of characters,
/// which makes passwords worse (NIST SP 800-63B, 3.1.1.2); it is kept exactly as typed.
/// </summary>
public static class PasswordRules
{
    /// <summary>The fewest characters.</summary>
    public const int Minimum = 8;

    /// <summary>As many as the page advises.</summary>
    public const int Advised = 15;

    /// <summary>The most characters; hashing a megabyte would be work that nobody needs.</summary>
    public const int Maximum = 256;

    // A guesser's effort grows with what is added to a common word; below this score (of 0 to 4) it takes seconds to
    // hours.
    private const int LeastScore = 2;

    // zxcvbn's effort grows with the square of the length; what is strong in its first part stays strong.
    private const int Weighed = 64;

    private const int ShortestContextWord = 4;

    // Its word lists take a while to read; it keeps nothing of what it judges.
    private static readonly Zxcvbn.Zxcvbn Guesser = new();

    /// <summary>What is wrong with the password, or null.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="field">The field to name.</param>
    /// <param name="context">Words that a guesser knows of this person and place: address, handle, names.</param>
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

        if (new StringInfo(password).LengthInTextElements < Minimum)
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

    // "connectgate-2026" is the community's name with a little around it.
    private static bool LeavesTooLittle(string password, List<string> words)
    {
        var rest = words.Aggregate(password.ToLowerInvariant(), (left, word) =>
            left.Replace(word, "", StringComparison.Ordinal)
        );
        return rest.Length < password.Length && rest.Length < Minimum;
    }
}
