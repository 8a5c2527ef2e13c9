using ConnectGate.People.Mail;

namespace ConnectGate.Web.Hosting.Mail;

/// <summary>Where mail leaves this application.</summary>
internal interface IMailServer
{
    /// <summary>For the log.</summary>
    string Name { get; }

    /// <summary>Several mails over one connection, which opens with the first.</summary>
    IMailBatch NewBatch();
}

/// <summary>Sends mails one after the other; disposing of it ends the connection.</summary>
internal interface IMailBatch : IAsyncDisposable
{
    /// <exception cref="MailNotSentException">The server did not take it.</exception>
    Task SendAsync(ClaimMail.Mail mail, CancellationToken cancellationToken);
}

/// <summary>The message is the cause in words for the log. It never has an address.</summary>
internal sealed class MailNotSentException(string cause, Exception innerException) : Exception(cause, innerException);
