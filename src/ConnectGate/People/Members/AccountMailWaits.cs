using ConnectGate.People.Accounts;
using ConnectGate.People.Mail;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Members;

/// <summary>
/// Puts mail about accounts into the outbox, in the language of the address's member. An address that has none gets it
/// in the language that the mail names.
/// </summary>
internal sealed class AccountMailWaits(
    ConnectGateContext context,
    Outbox outbox,
    ILookupNormalizer normalizer,
    Words words
) : INotificationHandler<AccountMailWritten>
{
    // Asked for every address, so that the time of the answer does not tell whether it has an account.
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
        outbox.Add(notification.To, words.Say(notification.Subject, language), words.Say(notification.Body, language));
    }
}
