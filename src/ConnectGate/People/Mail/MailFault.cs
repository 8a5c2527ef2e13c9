using System.Globalization;

namespace ConnectGate.People.Mail;

/// <summary>
/// Why a mail was not sent, in our own words, because the server's words can contain the address.
/// </summary>
/// <param name="Detail">The server's number, or the name of an error; null where the kind says all. It never has an
/// address.</param>
public sealed record MailFault(MailFaultKind Kind, string? Detail = null)
{
    public const int DetailLength = 100;

    internal Wording Wording => Words.Of("mail-fault-", Kind, Detail ?? "");

    /// <summary>For the log, which is in English.</summary>
    public string InEnglish(Words words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Say(Wording, CultureInfo.GetCultureInfo("en"));
    }
}

/// <summary>Each kind has its words: <c>mail-fault-connection-refused</c>.</summary>
public enum MailFaultKind
{
    CertificateForOtherHost,
    CertificateOutOfDate,
    CertificateNotTrusted,
    HandshakeFailed,
    SignInRefused,
    SignInDemanded,

    /// <summary>The detail is the server's number.</summary>
    RecipientRejected,

    /// <inheritdoc cref="RecipientRejected"/>
    SenderRejected,

    /// <inheritdoc cref="RecipientRejected"/>
    MessageRejected,

    /// <inheritdoc cref="RecipientRejected"/>
    CommandRejected,
    NoStartTls,
    NoSignIn,
    NoSmtpUtf8,
    ConnectionRefused,
    HostUnknown,

    /// <summary>The detail is the name of the system's error.</summary>
    NoConnection,
    NoAnswer,
    ConnectionBroke,

    /// <summary>The detail is the name of the exception.</summary>
    Other,
}
