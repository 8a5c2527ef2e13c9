using ConnectGate.Foundation;
using ConnectGate.People.Mail;
using Microsoft.Extensions.Options;
using MimeKit;

namespace ConnectGate.Web.Hosting.Mail;

/// <summary>Writes each mail to a file of its own, which is complete as soon as it has the ending .eml.</summary>
internal sealed class MailFolder(MailSettings settings, IOptions<SiteOptions> site) : IMailServer, IMailBatch
{
    public string Name => settings.Folder;

    public int Connections => 1;

    public int? PerMinute => null;

    public IMailBatch NewBatch() => this;

    public async Task SendAsync(ClaimMail.Mail mail, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(settings.Folder);
        var file = Path.Combine(settings.Folder, $"{mail.Id:D6}.eml");
        using var message = MailMessages.Of(mail, settings.From, site.Value.Name);
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        format.International = message.To.Mailboxes.Any(to => to.IsInternational);
        await message.WriteToAsync(format, $"{file}.part", cancellationToken);
        File.Move($"{file}.part", file, overwrite: true);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
