namespace ConnectGate.People.Mail;

/// <summary>
/// Mail waits here for the commit of the change that it reports. It is saved with that change, and the mail worker
/// sends it afterwards. Nobody waits for a mail server.
/// </summary>
internal sealed class Outbox(ConnectGateContext context, Actor actor)
{
    /// <summary>Adds a mail without saving it. The caller saves it with the change that it reports.</summary>
    /// <param name="to">The address.</param>
    /// <param name="subject">
    /// One line. Line breaks and control characters, from a name for instance, become blanks, so that none adds a
    /// header.
    /// </param>
    /// <param name="body">Plain text.</param>
    /// <param name="unsubscribeUrl">One click there ends mail of this kind; null for mail that nobody can end.</param>
    public void Add(MailKind kind, string to, string subject, string body, string? unsubscribeUrl = null)
    {
        var now = actor.Now;
        context.OutgoingMail.Add(
            new OutgoingMail
            {
                Kind = kind,
                To = OneLine(to),
                Subject = Shortened(OneLine(subject)),
                Body = body,
                UnsubscribeUrl = unsubscribeUrl,
                WrittenAt = now,
                DueAt = now,
            }
        );
    }

    private static string OneLine(string text) => VisibleText.Clean(text).ReplaceLineEndings(" ");

    private static string Shortened(string line) =>
        line.Length <= OutgoingMail.SubjectLength ? line : line[..(OutgoingMail.SubjectLength - 1)] + "…";
}
