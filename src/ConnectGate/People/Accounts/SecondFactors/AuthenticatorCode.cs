using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ConnectGate.People.Accounts.SecondFactors;

/// <summary>
/// The six digits that an authenticator shows (TOTP, RFC 6238: SHA-1, 30 seconds), checked with the application's
/// clock.
/// </summary>
public static class AuthenticatorCode
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Digits = 6;
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    /// <summary>160 random bits in base 32.</summary>
    public static string NewKey() => new(RandomNumberGenerator.GetItems<char>(Alphabet, 32));

    /// <summary>The code that an authenticator with this key shows at that time.</summary>
    public static string At(string key, DateTimeOffset time) => OfStep(Bytes(key), StepOf(time));

    /// <summary>
    /// Whether the code is the current one, or that of one step before or after, because clocks differ and people type
    /// slowly.
    /// </summary>
    internal static bool Fits(string key, string code, DateTimeOffset now)
    {
        var typed = Encoding.ASCII.GetBytes(code);
        var bytes = Bytes(key);
        var fits = false;
        for (var step = StepOf(now) - 1; step <= StepOf(now) + 1; step++)
        {
            fits |= CryptographicOperations.FixedTimeEquals(typed, Encoding.ASCII.GetBytes(OfStep(bytes, step)));
        }

        return fits;
    }

    private static long StepOf(DateTimeOffset time) => time.ToUnixTimeSeconds() / (long)Step.TotalSeconds;

    // RFC 4226, 5.3. Nobody has broken HMAC with SHA-1, and it is the only hash that every authenticator supports.
    private static string OfStep(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The standard and the authenticators require SHA-1.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % 1_000_000).ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
    }

    private static byte[] Bytes(string key)
    {
        var bytes = new List<byte>(key.Length * 5 / 8);
        int bits = 0,
            held = 0;
        foreach (var c in key)
        {
            held = (held << 5) | Alphabet.IndexOf(c, StringComparison.Ordinal);
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(held >> bits));
                held &= (1 << bits) - 1;
            }
        }

        return [.. bytes];
    }
}
