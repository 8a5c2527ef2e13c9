using ConnectGate.Care.Moderation;
using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Requests;
using ConnectGate.Tests.Support.Databases;
using static ConnectGate.Tests.Slices.Stories;

namespace ConnectGate.Tests.Slices.Desk.Inbox;

public abstract class ForeignLetterTests(Database database) : CommunityTests(database)
{
    [Fact]
    public async Task Only_the_recipient_of_a_delivered_letter_finds_it()
    {
        var (sender, recipient, stranger) = await Community.InsertThreeAsync();
        var receipt = await Community.MustAsync(sender, new SendRequest.Command(recipient.Handle, A.Letter()));
        Community.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromMilliseconds(1));
        await NothingAsync(recipient, receipt.Id);

        Community.Advance(TimeSpan.FromMilliseconds(1));

        await NothingAsync(stranger, receipt.Id);
        await NothingAsync(sender, receipt.Id);
        await NothingAsync(recipient, "AAAAAAAAAAAAAAAAAAAAAA");
        Assert.Empty(await Community.WaitingAsync(stranger));
        Assert.Empty(await Community.WaitingAsync(sender));
        Assert.False(Assert.Single(await Community.WaitingAsync(recipient)).Opened);
    }

    private async Task NothingAsync(Person member, string id)
    {
        await Community.NotFoundAsync(member, new OpenRequest.Command(id));
        await Community.NotFoundAsync(member, Accept(id, "Gladly."));
        await Community.NotFoundAsync(member, new UndoDecision.Command(id));
        await Community.NotFoundAsync(
            member,
            new DeclineRequest.Command(id, ForGood: false, new DeclineReply("No.", null))
        );
        await Community.NotFoundAsync(member, new ReportRequest.Command(id, ReportCategory.Spam, null));
        Assert.Equal(0, await Community.MustAsync(member, new DeclineMany.Command([id], ForGood: true)));
    }
}

public sealed class ForeignLetterTestsOnSqlite() : ForeignLetterTests(Database.Sqlite);

public sealed class ForeignLetterTestsOnPostgres() : ForeignLetterTests(Database.Postgres);
