using System.Globalization;
using System.Net;

namespace ConnectGate.Web.Hosting.Mail;

/// <summary>A mail server. Configuration section <c>Mail:Smtp</c>.</summary>
/// <param name="Host">A name or an address.</param>
/// <param name="Port">By default 587, or 465 with <see cref="SmtpTls.Implicit"/>.</param>
/// <param name="Tls">By default <see cref="SmtpTls.Implicit"/> on port 465 and <see cref="SmtpTls.StartTls"/> on
/// others.</param>
/// <param name="User">Null where the server asks for none.</param>
/// <param name="Password">Null where <paramref name="User"/> is.</param>
internal sealed record SmtpSettings(string Host, int Port, SmtpTls Tls, string? User, string? Password)
{
    public const string HostKey = "Mail:Smtp:Host";

    private const string PortKey = "Mail:Smtp:Port",
        TlsKey = "Mail:Smtp:Tls",
        UserKey = "Mail:Smtp:User",
        PasswordKey = "Mail:Smtp:Password",
        ConnectionsKey = "Mail:Smtp:Connections",
        PerMinuteKey = "Mail:Smtp:PerMinute";

    private const int RelayPort = 25,
        StartTlsPort = 587,
        ImplicitPort = 465;

    /// <summary>Of one node at a time, from 1 to <see cref="MostConnections"/>.</summary>
    public int Connections { get; init; } = 4;

    /// <summary>The most mails that one node sends in any minute; null for no limit.</summary>
    public int? PerMinute { get; init; }

    private const int MostConnections = 20;

    private bool IsLocal =>
        Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    /// <returns>Null where no server is named.</returns>
    /// <exception cref="ConfigurationException">A setting cannot be read, or two do not fit together.</exception>
    public static SmtpSettings? Read(IConfiguration configuration)
    {
        if (configuration[HostKey] is not { Length: > 0 } host)
        {
            return null;
        }

        var tls = ReadTls(configuration[TlsKey]);
        var port = ReadPort(configuration[PortKey]) ?? (tls == SmtpTls.Implicit ? ImplicitPort : StartTlsPort);
        var settings = new SmtpSettings(
            host,
            port,
            tls ?? (port == ImplicitPort ? SmtpTls.Implicit : SmtpTls.StartTls),
            configuration[UserKey] is { Length: > 0 } user ? user : null,
            configuration[PasswordKey] is { Length: > 0 } password ? password : null
        )
        {
            PerMinute = ReadNumber(configuration, PerMinuteKey, int.MaxValue),
        };
        if (ReadNumber(configuration, ConnectionsKey, MostConnections) is { } connections)
        {
            settings = settings with { Connections = connections };
        }

        settings.Check();
        return settings;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port} (TLS: {Tls})");

    private static SmtpTls? ReadTls(string? text) =>
        text?.ToUpperInvariant() switch
        {
            null or "" => null,
            "NONE" => SmtpTls.None,
            "STARTTLS" => SmtpTls.StartTls,
            "IMPLICIT" => SmtpTls.Implicit,
            _ => throw new ConfigurationException(TlsKey, $"'{text}' is none of None, StartTls and Implicit."),
        };

    private static int? ReadPort(string? text) =>
        string.IsNullOrEmpty(text) ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
        && port is > 0 and <= ushort.MaxValue
            ? port
        : throw new ConfigurationException(PortKey, $"'{text}' is no port.");

    private static int? ReadNumber(IConfiguration configuration, string key, int most) =>
        configuration[key] is not { Length: > 0 } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number > 0
        && number <= most
            ? number
        : throw new ConfigurationException(
            key,
            most == int.MaxValue ? $"'{text}' is no number above 0." : $"'{text}' is no number from 1 to {most}."
        );

    private void Check()
    {
        if (Uri.CheckHostName(Host) == UriHostNameType.Unknown)
        {
            throw new ConfigurationException(HostKey, $"'{Host}' is no host; the port has its own setting, {PortKey}.");
        }

        if (Tls == SmtpTls.Implicit && Port is RelayPort or StartTlsPort)
        {
            throw new ConfigurationException(TlsKey, $"Implicit does not fit port {Port}; use StartTls or port 465.");
        }

        if (Tls != SmtpTls.Implicit && Port == ImplicitPort)
        {
            throw new ConfigurationException(TlsKey, $"{Tls} does not fit port 465; use Implicit or port 587.");
        }

        if (User is null != Password is null)
        {
            var (missing, given) = User is null ? (UserKey, PasswordKey) : (PasswordKey, UserKey);
            throw new ConfigurationException(missing, $"it is missing, but {given} is set.");
        }

        if (Tls == SmtpTls.None && Password is not null && !IsLocal)
        {
            throw new ConfigurationException(TlsKey, "None would send the password unencrypted; use StartTls.");
        }
    }
}

/// <summary>How a connection to a mail server is encrypted.</summary>
internal enum SmtpTls
{
    /// <summary>Not at all: for a server on the same machine.</summary>
    None,

    /// <summary>It begins in the clear; a server that then offers no TLS gets no mail.</summary>
    StartTls,

    /// <summary>From its first byte.</summary>
    Implicit,
}
