using MimeKit;

namespace ConnectGate.Web.Hosting.Mail;

/// <summary>
/// How mail leaves: by SMTP, or into files for a developer to read. Configuration section <c>Mail</c>.
/// </summary>
/// <param name="From">The sender's address: <c>Mail:From</c>.</param>
/// <param name="Folder">The folder for files if there is no server: <c>Mail:Folder</c>.</param>
/// <param name="Server">Null where mail goes into files.</param>
internal sealed record MailSettings(MailboxAddress From, string Folder, SmtpSettings? Server)
{
    private const string FromKey = "Mail:From",
        FolderKey = "Mail:Folder";

    private static readonly ParserOptions Strict = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Strict,
        AllowAddressesWithoutDomain = false,
    };

    /// <exception cref="ConfigurationException">A setting cannot be read, or there is neither server nor folder outside
    /// Development.</exception>
    public static MailSettings Read(IConfiguration configuration, bool development, string dataFolder, Uri site)
    {
        var from = configuration[FromKey] ?? $"no-reply@{site.Host}";
        if (!MailboxAddress.TryParse(Strict, from, out var address))
        {
            throw new ConfigurationException(FromKey, $"'{from}' is no mail address.");
        }

        var server = SmtpSettings.Read(configuration);
        var folder = configuration[FolderKey];
        return server is null && folder is null && !development
            ? throw new ConfigurationException(
                SmtpSettings.HostKey,
                "it is missing, and nobody can register without mail; name a server, or a folder in Mail:Folder."
            )
            : new MailSettings(address, Path.GetFullPath(folder ?? Path.Combine(dataFolder, "mail")), server);
    }
}
