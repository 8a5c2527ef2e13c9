using ConnectGate.People.Accounts;
using ConnectGate.People.Mail;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Members;

/// <summary>
/// Puts mail about accounts into the outbox, in the language of the address's member. For an address without a member,
/// the mail names the language.
/// </summary>
internal sealed class AccountMailWaits(
    ConnectGateContext context,
    Outbox outbox,
    ILookupNormalizer normalizer,
    Words words
) : INotificationHandler<AccountMailWritten>
{
    // Asked for every address, so that the response time does not reveal whether the address has an account.
    public async Task Handle(AccountMailWritten notification, CancellationToken cancellationToken)
    {
        var email = normalizer.NormalizeEmail(notification.To);
        var preferred = await (
            from account in context.Users
            where account.NormalizedEmail == email
            join member in context.Members on account.Id equals member.Id
            select member.PreferredLanguage
        ).SingleOrDefaultAsync(cancellationToken);
        var language = preferred is null ? notification.Otherwise : words.LanguageOf(preferred);
        outbox.Add(
            notification.IsAwaited ? MailKind.Awaited : MailKind.Membership,
            notification.To,
            words.Say(notification.Subject, language),
            words.Say(notification.Body, language)
        );
    }
}
