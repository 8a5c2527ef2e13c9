using System.Globalization;
using System.Net.Mail;

namespace ConnectGate.Web.Hosting.Mail;

/// <summary>
/// How mail leaves: by SMTP, or into files for a developer to read. Configuration section <c>Mail</c>.
/// </summary>
/// <param name="From">The sender's address: <c>Mail:From</c>.</param>
/// <param name="Folder">Where files go if there is no server: <c>Mail:Folder</c>.</param>
/// <param name="Server">The server, if there is one.</param>
internal sealed record MailSettings(MailAddress From, string Folder, MailSettings.Smtp? Server)
{
    private const string FromKey = "Mail:From",
        FolderKey = "Mail:Folder",
        HostKey = "Mail:Smtp:Host",
        PortKey = "Mail:Smtp:Port",
        TlsKey = "Mail:Smtp:Tls";

    /// <summary>A mail server.</summary>
    /// <param name="Host"><c>Mail:Smtp:Host</c>.</param>
    /// <param name="Port"><c>Mail:Smtp:Port</c>, by default 587.</param>
    /// <param name="Tls">Whether STARTTLS is demanded: <c>Mail:Smtp:Tls</c>, by default true.</param>
    /// <param name="User"><c>Mail:Smtp:User</c>; null where it asks for none.</param>
    /// <param name="Password"><c>Mail:Smtp:Password</c>.</param>
    internal sealed record Smtp(string Host, int Port, bool Tls, string? User, string? Password);

    /// <summary>Reads the settings.</summary>
    /// <exception cref="ConfigurationException">One cannot be read, or there is neither server nor folder outside
    /// Development.</exception>
    public static MailSettings Read(IConfiguration configuration, bool development, string dataFolder, Uri site)
    {
        var from = configuration[FromKey] ?? $"no-reply@{site.Host}";
        if (!MailAddress.TryCreate(from, out var address))
        {
            throw new ConfigurationException(FromKey, $"'{from}' is no mail address.");
        }

        var server = ReadServer(configuration);
        var folder = configuration[FolderKey];
        return server is null && folder is null && !development
            ? throw new ConfigurationException(
                HostKey,
                "it is missing, and nobody can register without mail; name a server, or a folder in Mail:Folder to write mail to."
            )
            : new MailSettings(address, Path.GetFullPath(folder ?? Path.Combine(dataFolder, "mail")), server);
    }

    private static Smtp? ReadServer(IConfiguration configuration) =>
        configuration[HostKey] is not { Length: > 0 } host
            ? null
            : new Smtp(
                host,
                ReadPort(configuration[PortKey]),
                ReadTls(configuration[TlsKey]),
                configuration["Mail:Smtp:User"],
                configuration["Mail:Smtp:Password"]
            );

    private static int ReadPort(string? text) =>
        text is null ? 587
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
        && port is > 0 and <= ushort.MaxValue
            ? port
        : throw new ConfigurationException(PortKey, $"'{text}' is no port.");

    private static bool ReadTls(string? text) =>
        text is null
        || (
            bool.TryParse(text, out var tls)
                ? tls
                : throw new ConfigurationException(TlsKey, $"'{text}' is neither true nor false.")
        );
}
