namespace ConnectGate.People.Mail;

/// <summary>
/// Where mail waits for the commit of what it tells of: what is added here is saved with it, and sent by the mail
/// worker afterwards. Nobody waits for a mail server.
/// </summary>
internal sealed class Outbox(ConnectGateContext context, Actor actor)
{
    /// <summary>Adds a mail, unsaved; the caller saves it with what it tells of.</summary>
    /// <param name="to">The address.</param>
    /// <param name="subject">One line; line breaks and control characters in it, from a name for instance, become
    /// blanks, so that none adds a header.</param>
    /// <param name="body">Plain text.</param>
    /// <param name="unsubscribeUrl">Where one click ends mail of this kind; null for mail that a person asked
    /// for.</param>
    public void Add(string to, string subject, string body, string? unsubscribeUrl = null)
    {
        var now = actor.Now;
        context.OutgoingMail.Add(
            new OutgoingMail
            {
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
