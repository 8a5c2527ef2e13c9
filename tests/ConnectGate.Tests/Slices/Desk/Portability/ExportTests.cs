using ConnectGate.Desk.Portability;
using ConnectGate.People.Members.PrivateNotes;
using ConnectGate.Tests.Slices.People.Accounts;
using ConnectGate.Tests.Support.Databases;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Tests.Slices.Desk.Portability;

public abstract class ExportTests(Database database) : CommunityTests(database)
{
    [Fact]
    public async Task An_export_is_made_in_the_background_and_offered_for_seven_days_behind_the_password()
    {
        var (me, other) = (await MemberAsync(), await MemberAsync());
        Assert.Equal(ExportState.None, (await ViewAsync(me)).State);

        await Community.MustAsync(me, new BeginExport.Command());
        Assert.Equal(ExportState.Running, (await ViewAsync(me)).State);
        Assert.Null(await Community.DownloadAsync(me, await Community.ProofAsync(me)));
        Assert.True(await Community.PackAsync());

        var (ready, now) = (await ViewAsync(me), Community.Clock.Now);
        Assert.Equal((ExportState.Ready, 100, now.AddDays(7)), (ready.State, ready.Percent, ready.OfferedUntil));
        Assert.Null(await Community.DownloadAsync(me, null));
        Assert.Null(await Community.DownloadAsync(me, await Community.ProofAsync(other)));
        Assert.Null(await Community.DownloadAsync(other, await Community.ProofAsync(other)));
        var file = await Community.DownloadAsync(me, await Community.ProofAsync(me));
        Assert.Contains(me.Handle, ExportStories.Unzip(file!)["json/profile.json"], StringComparison.Ordinal);

        Community.Advance(TimeSpan.FromDays(7));
        Assert.Equal(ExportState.None, (await ViewAsync(me)).State);
        Assert.Null(await Community.DownloadAsync(me, await Community.ProofAsync(me)));
        Assert.True(await Community.PackAsync());
        Assert.Equal((0, 0), (await Community.CountAsync<Export>(), await Community.CountAsync<ExportPiece>()));
        Assert.False(await Community.PackAsync());
    }

    [Fact]
    public async Task The_next_export_waits_for_the_first_and_for_an_hour()
    {
        var me = await MemberAsync();
        await Community.MustAsync(me, new BeginExport.Command());
        await Community.RefusedAsync(me, new BeginExport.Command(), "export-runs", "export");
        await Community.PackAsync();

        await Community.RefusedAsync(me, new BeginExport.Command(), "export-too-soon", "export");
        Community.Advance(Export.Pause);
        await Community.MustAsync(me, new BeginExport.Command());

        Assert.Equal(0, await Community.CountAsync<ExportPiece>());
    }

    [Fact]
    public async Task Another_node_begins_again_where_the_first_is_gone_and_the_first_cannot_go_on()
    {
        var me = await MemberAsync();
        await Community.MustAsync(me, new BeginExport.Command());
        var first = (await Community.MustAsync(null, new ClaimExport.Command())).Claimed!;
        await KeepAsync(first, last: false);
        Assert.Null((await Community.MustAsync(null, new ClaimExport.Command())).Claimed);

        // A piece starts the time again.
        Community.Advance(Export.Claim - TimeSpan.FromSeconds(1));
        await KeepAsync(first, last: false);
        Community.Advance(Export.Claim - TimeSpan.FromSeconds(1));
        Assert.Null((await Community.MustAsync(null, new ClaimExport.Command())).Claimed);
        Community.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await Community.PackAsync());

        Assert.True((await Community.SendAsync(null, ToKeep(first, last: false))).IsNotFound);
        var file = await Community.DownloadAsync(me, await Community.ProofAsync(me));
        Assert.Contains("README.txt", ExportStories.Unzip(file!).Keys);
    }

    [Fact]
    public async Task A_letter_is_in_its_recipients_export_from_its_delivery_on()
    {
        var (ada, ben) = await Community.InsertTwoAsync();
        await Community.AskAsync(ada, ben);
        Assert.DoesNotContain("csv/letters-received.csv", (await Community.PackedAsync(ben)).Keys);

        Community.Advance(TimeSpan.FromMinutes(5));

        Assert.Contains("csv/letters-received.csv", (await Community.PackedAsync(ben)).Keys);
    }

    [Fact]
    public async Task An_export_that_fails_three_times_is_given_up_and_can_be_asked_for_at_once()
    {
        var me = await MemberAsync();
        await Community.MustAsync(me, new BeginExport.Command());
        for (var run = 0; run < Export.MostRuns; run++)
        {
            Assert.NotNull((await Community.MustAsync(null, new ClaimExport.Command())).Claimed);
            Community.Advance(Export.Claim);
        }

        Assert.Null((await Community.MustAsync(null, new ClaimExport.Command())).Claimed);
        Assert.Equal(ExportState.Failed, (await ViewAsync(me)).State);
        await Community.ExportAsync(me);
        Assert.Equal(ExportState.Ready, (await ViewAsync(me)).State);
    }

    [Fact]
    public async Task A_cell_that_a_spreadsheet_would_compute_is_text()
    {
        var (me, other) = await Community.InsertTwoAsync();
        await Community.MustAsync(me, new WriteNoteToSelf.Command(other.Handle, "=1+1, \"quoted\"\nand so on"));

        var files = await Community.PackedAsync(me);

        Assert.Contains(
            "\"'=1+1, \"\"quoted\"\"\nand so on\"",
            files["csv/private-notes.csv"],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\"text\":\"=1+1, \\\"quoted\\\"\\nand so on\"",
            files["json/private-notes.json"],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_large_export_comes_in_pieces()
    {
        var (me, other) = await Community.InsertTwoAsync();
        await Community.InDatabaseAsync(context =>
        {
            var conversation = ConnectGate.Desk.Conversations.Conversation.Between(me.Id, other.Id);
            var random = new Random(1);
            context.AddRange(
                Enumerable
                    .Range(0, 200)
                    .Select(_ => new ConnectGate.Desk.Conversations.Message
                    {
                        Conversation = conversation,
                        AuthorId = me.Id,
                        Kind = ConnectGate.Desk.Conversations.MessageKind.Written,
                        Text = string.Concat(Enumerable.Range(0, 2_500).Select(_ => (char)random.Next('!', '~'))),
                        WrittenAt = Community.Clock.Now,
                        VisibleFrom = Community.Clock.Now,
                    })
            );
            return context.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        var pieces = await Community.PiecesAsync(me.Id);

        Assert.InRange(pieces.Count, 3, 6);
        Assert.Equal(pieces.Count - 1, pieces.FindIndex(piece => piece.IsLast));
        Assert.True(pieces.Zip(pieces.Skip(1)).All(two => two.First.Done < two.Second.Done));
        Assert.Equal(pieces[^1].Total, pieces[^1].Done);
        Assert.All(pieces, piece => Assert.InRange(piece.Bytes.Length, 1, 2 * ExportPiece.Size));
    }

    private Task<Person> MemberAsync() => Community.InsertAsync(A.Member() with { CanSignIn = true });

    private Task<ViewExport.View> ViewAsync(Person member) => Community.QueryAsync(member, new ViewExport.Query());

    private Task KeepAsync(ClaimExport.Claimed claimed, bool last) => Community.MustAsync(null, ToKeep(claimed, last));

    private static KeepPiece.Command ToKeep(ClaimExport.Claimed claimed, bool last) =>
        new(claimed, new PackExport.Piece([1], 1, 2, last));
}

public sealed class ExportTestsOnSqlite() : ExportTests(Database.Sqlite);

public sealed class ExportTestsOnPostgres() : ExportTests(Database.Postgres);
