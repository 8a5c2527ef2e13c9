using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Sent;
using ConnectGate.Tests.Support.Databases;

namespace ConnectGate.Tests.Slices.Letters.Asking;

public abstract class SendRequestTests(Database database) : CommunityTests(database)
{
    [Fact]
    public async Task A_letter_with_note_and_reason_is_sent()
    {
        var (sender, recipient) = await Community.InsertTwoAsync();

        var receipt = await Community.MustAsync(sender, new SendRequest.Command(recipient.Handle, A.Letter()));

        Assert.Equal(SenderState.Sent, receipt.State);
        Assert.Equal(Community.Clock.Now.AddMinutes(5), receipt.DeliverAt);
        Assert.Equal(Community.Clock.Now.AddDays(60), receipt.ExpiresAt);
        var row = Assert.Single((await Community.QueryAsync(sender, new SentRequests.Query())).Items);
        Assert.Equal(receipt.Id, row.Id);
    }
}

public sealed class SendRequestTestsOnSqlite() : SendRequestTests(Database.Sqlite);

public sealed class SendRequestTestsOnPostgres() : SendRequestTests(Database.Postgres);
