using ConnectGate.Desk.Notifications;
using ConnectGate.Desk.Notifications.Digests;
using ConnectGate.People.Mail;
using ConnectGate.People.Members.Profiles;
using ConnectGate.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Slices.Desk.Notifications;

/// <summary>Members with digests, the news in them, and the rounds that write them.</summary>
public abstract class DigestWork(Database database) : CommunityTests(database)
{
    /// <summary>A member with a digest each day at 8:00 UTC.</summary>
    private protected async Task<Person> DailyAsync()
    {
        var person = await Community.InsertAsync();
        await Community.MustAsync(person, new EditSettings.Command(DigestFrequency.Daily, 8, "UTC"));
        return person;
    }

    // News of the kind that needs nothing else.
    private protected Task TellAsync(Person reader) =>
        Community.InDatabaseAsync(async context =>
        {
            context.Notifications.Add(
                new Notification
                {
                    MemberId = reader.Id,
                    Kind = NotificationKind.Suspended,
                    Subject = PublicId.Next(),
                    VisibleFrom = Community.Clock.Now.AddMinutes(1),
                }
            );
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

    private protected Task<int> SendAsync() => SendAsync(Community);

    private protected static async Task<int> SendAsync(Community node) =>
        (await AnonymouslyAsync(node, new SendDigests.Command())).Value.Written;

    private protected async Task<bool> AnyDueAsync() =>
        (await AnonymouslyAsync(new SendDigests.Command(AtMost: 1))).Value.Any;

    private protected Task<T> AnonymouslyAsync<T>(MediatR.IRequest<T> message) => AnonymouslyAsync(Community, message);

    private protected static Task<T> AnonymouslyAsync<T>(Community node, MediatR.IRequest<T> message) =>
        node.InScopeAsync(null, null, services =>
            ((MediatR.IMediator)services.GetService(typeof(MediatR.IMediator))!).Send(
                message,
                TestContext.Current.CancellationToken
            )
        );

    private protected Task<List<OutgoingMail>> MailAsync() =>
        Community.InDatabaseAsync(context =>
            context
                .OutgoingMail.AsNoTracking()
                .OrderBy(mail => mail.Id)
                .ToListAsync(TestContext.Current.CancellationToken)
        );
}
