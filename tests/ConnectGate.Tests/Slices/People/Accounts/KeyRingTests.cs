using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ConnectGate.People.Accounts.Keys;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Web.Identity;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ConnectGate.Tests.Slices.People.Accounts;

public sealed class KeyRingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("connectgate-keys-");

    private string CertificatePath => Path.Combine(_folder.FullName, "data-protection.pfx");

    public void Dispose() => _folder.Delete(recursive: true);

    private static Task<T> WithProtectionAsync<T>(Community community, Func<IDataProtector, T> work) =>
        community.InScopeAsync(null, null, services =>
        {
            services.PrepareKeyRing();
            return Task.FromResult(
                work(services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test"))
            );
        });

    private Task<Community> NewAsync() =>
        Community.NewAsync(Database.Sqlite, services =>
            services.RemoveAll<IDataProtectionProvider>().AddKeyRing(KeyCertificate.ReadOrMake(CertificatePath))
        );

    [Fact]
    public async Task Keys_are_kept_in_the_database_and_encrypted_there()
    {
        await using var community = await NewAsync();

        var kept = await WithProtectionAsync(community, protector => protector.Protect("a session"));

        Assert.Equal("a session", await WithProtectionAsync(community, protector => protector.Unprotect(kept)));
        var xml = Assert.Single(
            await community.InDatabaseAsync(context =>
                Task.FromResult(context.DataProtectionKeys.Select(key => key.Xml!).ToList())
            )
        );
        Assert.Contains("EncryptedData", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<masterKey", xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_certificate_is_its_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        await using var community = await NewAsync();
        await WithProtectionAsync(community, protector => protector.Protect("x"));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(CertificatePath));
        File.SetUnixFileMode(CertificatePath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        Assert.Contains(
            "0600",
            Assert.Throws<InvalidOperationException>(() => KeyCertificate.ReadOrMake(CertificatePath)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_second_key_is_made_only_when_the_first_nears_its_end()
    {
        await using var community = await NewAsync();
        await WithProtectionAsync(community, protector => protector.Protect("x"));
        await WithProtectionAsync(community, protector => protector.Protect("y"));

        Assert.Equal(1, await community.CountAsync<DataProtectionKey>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64")]
    [InlineData("c2hvcnQ=")]
    public void A_file_that_is_no_certificate_is_refused(string text)
    {
        File.WriteAllText(CertificatePath, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(CertificatePath, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        Assert.Throws<CryptographicException>(() => KeyCertificate.ReadOrMake(CertificatePath));
    }

    [Fact]
    public void A_certificate_that_cannot_encrypt_the_keys_is_refused()
    {
        using var key = ECDsa.Create();
        var request = new CertificateRequest("CN=Test", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllBytes(CertificatePath, certificate.Export(X509ContentType.Pkcs12));

        Assert.Throws<InvalidOperationException>(() => KeyCertificate.Read(CertificatePath, password: null));
    }

    [Fact]
    public async Task Nothing_but_a_key_is_saved_synchronously()
    {
        await using var community = await NewAsync();
        await community.InsertAsync();

        await community.InDatabaseAsync(context =>
        {
            context.Members.Single().BearUpheldReport(community.Clock.Now);
            return Assert.ThrowsAsync<NotSupportedException>(() => Task.FromResult(context.SaveChanges()));
        });
    }
}
