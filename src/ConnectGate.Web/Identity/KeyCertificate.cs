using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ConnectGate.Foundation.Data;

namespace ConnectGate.Web.Identity;

/// <summary>
/// The certificate that encrypts the key ring in the database, so that a copy of the database alone opens nothing. A
/// file in PKCS #12.
/// </summary>
internal static class KeyCertificate
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // Only this application reads the certificate, and it looks at no date.
    private const int Years = 100;

    private const int KeyBits = 3072;

    /// <exception cref="CryptographicException">The file holds no certificate, or the password is wrong.</exception>
    /// <exception cref="InvalidOperationException">It has no private key, or its key is not an RSA key.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read.</exception>
    public static X509Certificate2 Read(string file, string? password)
    {
        var certificate = X509CertificateLoader.LoadPkcs12FromFile(file, password);
        using var key = certificate.GetRSAPrivateKey();
        return key is not null ? certificate : throw new InvalidOperationException("it has no private RSA key.");
    }

    /// <summary>Reads the file, or makes it where it is missing: without a password, for its owner alone.</summary>
    /// <inheritdoc cref="Read"/>
    /// <exception cref="InvalidOperationException">Others can read the file.</exception>
    public static X509Certificate2 ReadOrMake(string file)
    {
        if (!File.Exists(file))
        {
            Make(file);
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & ~Owner) != UnixFileMode.None)
        {
            throw new InvalidOperationException($"others can read {file}; make its mode 0600.");
        }

        return Read(file, password: null);
    }

    // Writes under another name and moves the file then, so that a second process never reads half of it.
    private static void Make(string file)
    {
        PrivateFolder.Make(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var draft = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Owner;
        }

        using (var stream = new FileStream(draft, options))
        {
            stream.Write(SelfMade());
        }

        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
    }

    private static byte[] SelfMade()
    {
        using var key = RSA.Create(KeyBits);
        var name = new X500DistinguishedName("CN=ConnectGate data protection");
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(Years));
        return certificate.Export(X509ContentType.Pkcs12);
    }
}
