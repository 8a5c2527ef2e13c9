using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.People.Accounts.Keys;

/// <summary>
/// The key that encrypts the keys in the database (AES-256-GCM): a file beside the SQLite file that only its owner can
/// read, so that a copy of the database alone opens nothing.
/// </summary>
internal sealed class KeyFile
{
    private const int KeyLength = 32;
    private readonly byte[] _key;

    private KeyFile(byte[] key) => _key = key;

    /// <summary>Reads the file, or makes it on the first start.</summary>
    /// <exception cref="InvalidOperationException">The file is no key, or others could read it.</exception>
    public static KeyFile ReadOrMake(string path)
    {
        if (!File.Exists(path))
        {
            Make(path);
        }

        if (
            !OperatingSystem.IsWindows()
            && (File.GetUnixFileMode(path) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != UnixFileMode.None
        )
        {
            throw new InvalidOperationException($"others can read {path}; make its mode 0600.");
        }

        Span<byte> key = stackalloc byte[KeyLength];
        return Convert.TryFromBase64String(File.ReadAllText(path).Trim(), key, out var length) && length == KeyLength
            ? new KeyFile(key.ToArray())
            : throw new InvalidOperationException($"{path} holds no key of 32 bytes in base64.");
    }

    public string Encrypt(byte[] plain)
    {
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var (cipher, tag) = (new byte[plain.Length], new byte[AesGcm.TagByteSizes.MaxSize]);
        using var aes = new AesGcm(_key, tag.Length);
        aes.Encrypt(nonce, plain, cipher, tag);
        return Convert.ToBase64String([.. nonce, .. tag, .. cipher]);
    }

    public byte[] Decrypt(string text)
    {
        var bytes = Convert.FromBase64String(text).AsSpan();
        var (nonce, tag) = (AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize);
        var plain = new byte[bytes.Length - nonce - tag];
        using var aes = new AesGcm(_key, tag);
        aes.Decrypt(bytes[..nonce], bytes[(nonce + tag)..], bytes.Slice(nonce, tag), plain);
        return plain;
    }

    // Made under another name and then moved, so that a second process never reads half a key.
    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var draft = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(draft, options))
        {
            writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyLength)));
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}

/// <summary>Encrypts what the key ring stores.</summary>
internal sealed class KeyFileEncryptor(KeyFile file) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        using var plain = new MemoryStream();
        plaintextElement.Save(plain, SaveOptions.DisableFormatting);
        return new EncryptedXmlInfo(
            new XElement("encryptedKey", file.Encrypt(plain.ToArray())),
            typeof(KeyFileDecryptor)
        );
    }
}

/// <summary>Decrypts it; made by the framework, from the name that is stored beside the key.</summary>
internal sealed class KeyFileDecryptor(IServiceProvider services) : IXmlDecryptor
{
    private readonly KeyFile _file = services.GetRequiredService<KeyFile>();

    public XElement Decrypt(XElement encryptedElement)
    {
        using var plain = new MemoryStream(_file.Decrypt(encryptedElement.Value));
        return XElement.Load(plain);
    }
}
