using ConnectGate.People.Mail;

namespace ConnectGate.Web.Hosting.Mail;

/// <summary>Where mail leaves this application.</summary>
internal interface IMailServer
{
    /// <summary>For the log.</summary>
    string Name { get; }

    /// <summary>The most connections of this process at a time.</summary>
    int Connections { get; }

    /// <summary>The most mails of this process in any minute; null for no limit.</summary>
    int? PerMinute { get; }

    /// <summary>Several mails over one connection, which opens with the first.</summary>
    IMailBatch NewBatch();
}

/// <summary>Sends mails one after the other; disposing of it ends the connection.</summary>
internal interface IMailBatch : IAsyncDisposable
{
    /// <exception cref="MailNotSentException">The server did not take it.</exception>
    Task SendAsync(ClaimMail.Mail mail, CancellationToken cancellationToken);
}

internal sealed class MailNotSentException(MailFault fault, Exception innerException)
    : Exception(fault.Kind.ToString(), innerException)
{
    public MailFault Fault { get; } = fault;
}
