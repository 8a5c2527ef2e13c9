using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ConnectGate.Tests.Slices.People.Accounts;
using ConnectGate.Tests.Support;
using ConnectGate.Web.Identity;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Tests.Web.Hosting.Keys;

/// <summary>
/// The certificate that encrypts the keys of cookies and tokens is lost, or is another one than before.
/// </summary>
public sealed class LostKeyTests : IAsyncLifetime
{
    private const string SignInForm = "form[action='/account/sign-in']",
        Secured = "/settings/security";
    private const string Another = "the file is another",
        Certificate = "a certificate is configured",
        Earlier = "an earlier version encrypted the key";

    private readonly string _folder = Directory.CreateTempSubdirectory("connectgate-").FullName;
    private Site _site = null!;
    private Person _ada = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await Site.StartAsync(folder: _folder);
        _ada = await _site.Community.InsertAsync(A.Member() with { CanSignIn = true });
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("the file is lost")]
    [InlineData(Another)]
    [InlineData(Certificate)]
    [InlineData(Earlier)]
    public async Task Everybody_signs_in_again_and_every_form_works(string change)
    {
        var cookies = new CookieContainer();
        await SignInAsync(cookies);
        await ChangeRowsAsync(change);
        await _site.RestartAsync(() => Change(change), Settings(change));

        Assert.Equal(HttpStatusCode.OK, await ReadyAsync());
        Assert.Equal(HttpStatusCode.Redirect, await StatusWithAsync(cookies));
        Assert.Single(_site.Log.Lines, line => line.Contains("everybody signs in again", StringComparison.Ordinal));
        await SignInAsync(cookies);
        await SignInAsync(new CookieContainer());
        await RegisterAsync();
        await ResetAsync();
    }

    [Fact]
    public async Task The_log_says_so_in_one_line()
    {
        var folder = Directory.CreateTempSubdirectory("connectgate-").FullName;
        string[] settings = [$"--ConnectionStrings:ConnectGate=Data Source={folder}/a.db", $"--Log:File={folder}/log"];
        await using (var first = await Executable.ServeAsync("Production", settings))
        {
            await first.StopAsync();
        }

        File.Delete(Path.Combine(folder, "data-protection.pfx"));
        await using (var second = await Executable.ServeAsync("Production", settings))
        {
            await second.StopAsync();
        }

        var log = await File.ReadAllLinesAsync(Assert.Single(Directory.GetFiles(folder, "log*")), Token);
        // Compact JSON names the level of an event only where it is not Information.
        var line = Assert.Single(log, line => line.Contains("\"@l\":", StringComparison.Ordinal));
        Assert.Contains("\"@l\":\"Warning\"", line, StringComparison.Ordinal);
        Assert.Contains("KeyRingAtStart\"", line, StringComparison.Ordinal);
        Assert.Contains("everybody signs in again", line, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task With_the_key_as_it_was_everybody_stays_signed_in()
    {
        var cookies = new CookieContainer();
        await SignInAsync(cookies);
        await _site.RestartAsync(() => { });

        Assert.Equal(HttpStatusCode.OK, await StatusWithAsync(cookies));
        Assert.Empty(_site.Log.Lines);
    }

    [Fact]
    public async Task A_certificate_that_comes_back_opens_what_it_had_closed()
    {
        var cookies = new CookieContainer();
        await SignInAsync(cookies);
        await _site.RestartAsync(() => File.Move(OwnCertificate, OwnCertificate + ".away"));
        Assert.Equal(HttpStatusCode.Redirect, await StatusWithAsync(cookies));

        await _site.RestartAsync(() => File.Move(OwnCertificate + ".away", OwnCertificate, overwrite: true));

        Assert.Equal(HttpStatusCode.OK, await ReadyAsync());
        Assert.Equal(HttpStatusCode.OK, await StatusWithAsync(cookies));
        await SignInAsync(new CookieContainer());
    }

    [Fact]
    public async Task It_is_not_ready_where_no_key_can_be_used()
    {
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync());
        var keys = _site.Services.GetRequiredService<IKeyManager>();
        keys.RevokeAllKeys(DateTimeOffset.UtcNow.AddDays(1), "Also those of the next day.");

        await _site.RestartAsync(() => { });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadyAsync());
        var form = await _site.NewVisitor().GetAsync("/account/sign-in");
        Assert.Equal(HttpStatusCode.InternalServerError, form.Status);
    }

    private string OwnCertificate => Path.Combine(_folder, "data-protection.pfx");

    private void Change(string change)
    {
        if (change != Earlier)
        {
            File.Delete(OwnCertificate);
        }

        if (change == Another)
        {
            KeyCertificate.ReadOrMake(OwnCertificate).Dispose();
        }
    }

    // Version 0.1 named a class of its own in each key, and encrypted with a file of its own.
    private Task ChangeRowsAsync(string change) =>
        _site.Community.InDatabaseAsync(async context =>
        {
            if (change != Earlier)
            {
                return;
            }

            var key = await context.DataProtectionKeys.SingleAsync(Token);
            var xml = System.Xml.Linq.XElement.Parse(key.Xml!);
            var encrypted = xml.Descendants().Single(element => element.Name.LocalName == "encryptedSecret");
            encrypted.SetAttributeValue("decryptorType", "ConnectGate.Accounts.KeyFileDecryptor, ConnectGate");
            encrypted.ReplaceNodes(new System.Xml.Linq.XElement("encryptedKey", "c2VhbGVk"));
            key.Xml = xml.ToString();
            await context.SaveChangesAsync(Token);
        });

    private (string, string)[] Settings(string change)
    {
        if (change != Certificate)
        {
            return [];
        }

        using var rsa = RSA.Create(2048);
        var now = DateTimeOffset.UtcNow;
        var request = new CertificateRequest("CN=Test", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var file = Path.Combine(_site.MailFolder, "certificate.pfx");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12, "only for this test"));
        return [("DataProtection:CertificateFile", file), ("DataProtection:CertificatePassword", "only for this test")];
    }

    private async Task SignInAsync(CookieContainer cookies)
    {
        var browser = _site.NewVisitor(cookies);
        var form = await browser.SeeAsync("/account/sign-in");
        var page = await browser.SubmitAsync(form, SignInForm, ("email", _ada.Email), ("password", A.Password));
        Assert.Equal("/inbox", page.Location);
        Assert.Equal(HttpStatusCode.OK, await StatusWithAsync(cookies));
    }

    private async Task RegisterAsync()
    {
        var browser = _site.NewVisitor();
        var sent = await browser.SubmitAsync(
            await browser.SeeAsync("/account/register"),
            "main form",
            ("email", "grace@example.org"),
            ("displayName", "Grace Hopper"),
            ("handle", "grace"),
            ("password", A.Password),
            ("digest", "never")
        );
        Assert.Equal("/account/register/sent", sent.Location);
        var code = Uri.EscapeDataString(await _site.Community.MailedCodeAsync());
        var confirmed = await browser.SubmitAsync(
            await browser.SeeAsync($"/account/confirm?code={code}"),
            "main form",
            ("password", A.Password)
        );
        Assert.Equal(HttpStatusCode.Redirect, confirmed.Status);
    }

    private async Task ResetAsync()
    {
        var browser = _site.NewVisitor();
        var forgot = await browser.SeeAsync("/account/forgot");
        var sent = await browser.SubmitAsync(forgot, "main form", ("email", _ada.Email));
        Assert.Equal("/account/forgot/sent", sent.Location);
        var code = Uri.EscapeDataString(await _site.Community.MailedCodeAsync());
        var form = await browser.SeeAsync($"/account/reset?code={code}");
        var reset = await browser.SubmitAsync(form, "main form", ("password", "velvet harbour kite"));
        Assert.Equal(HttpStatusCode.Redirect, reset.Status);
    }

    private async Task<HttpStatusCode> StatusWithAsync(CookieContainer cookies) =>
        (await _site.NewVisitor(cookies).GetAsync(Secured)).Status;

    private async Task<HttpStatusCode> ReadyAsync()
    {
        using var response = await _site.NewProgram().GetAsync("/health/ready", Token);
        return response.StatusCode;
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
