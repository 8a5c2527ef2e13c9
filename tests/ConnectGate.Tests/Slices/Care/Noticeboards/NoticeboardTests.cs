using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Care.Noticeboards;
using ConnectGate.People.Accounts;
using ConnectGate.Tests.Slices.Ties.Groups;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Groups;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Slices.Care.Noticeboards;

/// <summary>Posts on a group's noticeboard: their readers, and the outcome of a report.</summary>
public abstract class NoticeboardTests(Database database) : CommunityTests(database)
{
    private Person _organiser = null!;
    private Person _author = null!;
    private Person _reader = null!;
    private string _id = "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_organiser, _author, _reader) = await Community.InsertThreeAsync();
        _id = await Community.MakeAsync(_organiser);
        await Community.JoinAsync(_author, _id);
        await Community.JoinAsync(_reader, _id, listMe: false);
    }

    [Fact]
    public async Task Only_those_who_belong_post_and_read_page_by_page()
    {
        var stranger = await Community.InsertAsync();
        for (var number = 0; number < 21; number++)
        {
            await PostAsync($"High water is at {number} o'clock.");
        }

        var first = (await Community.QueryAsync(_reader, new ReadNoticeboard.Query(_id)))!;
        var second = (await Community.QueryAsync(_reader, new ReadNoticeboard.Query(_id, first.Posts.Next)))!;
        Assert.Equal(
            ("High water is at 20 o'clock.", _author.Handle),
            (first.Posts.Items[0].Text, first.Posts.Items[0].AuthorHandle)
        );
        Assert.Equal("High water is at 0 o'clock.", Assert.Single(second.Posts.Items).Text);
        Assert.Null(await Community.QueryAsync(stranger, new ReadNoticeboard.Query(_id)));
        await Community.NotFoundAsync(stranger, new WritePost.Command(_id, "Let me in."));
    }

    [Fact]
    public async Task A_post_has_its_length_and_is_neither_abuse_nor_a_pitch()
    {
        await Community.RefusedAsync(_author, new WritePost.Command(_id, "\u200B "), "post-missing", "text");
        await Community.RefusedAsync(
            _author,
            new WritePost.Command(_id, new string('a', 1_001)),
            "post-too-long",
            "text"
        );
        await Community.RefusedAsync(
            _author,
            new WritePost.Command(_id, "You are all stupid idiots."),
            "abuse",
            "text"
        );
        await Community.MustAsync(_organiser, new CloseGroup.Command(_id));
        await Community.RefusedAsync(_author, new WritePost.Command(_id, "Too late?"), "group-closed", "");
        await Community.SuspendAsync(_author);
        await Community.RefusedAsync(_author, new WritePost.Command(_id, "Hello?"), "suspended", "");
    }

    [Fact]
    public async Task Its_author_and_an_organiser_remove_it_and_no_other_reader()
    {
        var (one, other) = (await PostAsync("One"), await PostAsync("Other"));
        await Community.NotFoundAsync(_reader, new RemovePost.Command(one));

        await Community.MustAsync(_author, new RemovePost.Command(one));
        await Community.MustAsync(_organiser, new RemovePost.Command(other));

        Assert.Empty(await TextsAsync(_reader));
        await Community.NotFoundAsync(_author, new RemovePost.Command(one));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Posts_of_the_blocked_and_the_suspended_are_not_shown(bool readerBlocks)
    {
        var id = await PostAsync("High water is at four.");
        await Community.MustAsync(_reader, new WritePost.Command(_id, "Thank you."));
        await Community.MustAsync(
            readerBlocks ? _reader : _author,
            new BlockMember.Command(readerBlocks ? _author.Handle : _reader.Handle)
        );

        Assert.Equal(["Thank you."], await TextsAsync(_reader));
        Assert.Equal(["High water is at four."], await TextsAsync(_author));
        await Community.NotFoundAsync(
            _reader,
            new ReportText.Command(ReportedKind.Post, id, ReportCategory.Spam, null)
        );
        await Community.SuspendAsync(_author);
        Assert.Equal(["Thank you."], await TextsAsync(_organiser));
    }

    [Fact]
    public async Task A_report_opens_the_case_on_its_author_with_the_post_as_it_was()
    {
        var id = await PostAsync("Buy nothing, sell nothing.");
        await Community.RefusedAsync(
            _reader,
            new ReportText.Command(ReportedKind.Post, id, null, null),
            "category-missing",
            "category"
        );
        await Community.NotFoundAsync(
            _author,
            new ReportText.Command(ReportedKind.Post, id, ReportCategory.Spam, null)
        );

        await Community.MustAsync(
            _reader,
            new ReportText.Command(ReportedKind.Post, id, ReportCategory.FalseClaim, "They do sell.")
        );
        await Community.MustAsync(
            _organiser,
            new ReportText.Command(ReportedKind.Post, id, ReportCategory.Other, null)
        );
        await Community.RefusedAsync(
            _reader,
            new ReportText.Command(ReportedKind.Post, id, ReportCategory.Spam, null),
            "already-reported",
            ""
        );
        await Community.ReportAsync(_author, await Community.InsertAsync());
        await Community.MustAsync(_author, new RemovePost.Command(id));

        var moderator = await Community.InsertAsync(A.Member() with { Role = Role.Moderator });
        var file = Assert.Single((await Community.QueryAsync(moderator, new ListCases.Query()))!.Items);
        Assert.Equal((_author.Handle, 3), (file.AuthorHandle, file.Reports));
        var evidence = (await Community.MustAsync(moderator, new ViewCase.Command(file.Id))).Reports[0].Evidence;
        Assert.Equal(
            ("Buy nothing, sell nothing.", await Community.NameAsync(_id), null),
            (evidence.Note, evidence.PostedIn, evidence.Reason)
        );
    }

    [Theory]
    [InlineData("\"RequestId\" = 1, \"PostId\" = 1")]
    [InlineData("\"RequestId\" = NULL, \"PostId\" = NULL")]
    public async Task The_database_takes_a_report_of_a_letter_or_of_a_post_and_nothing_else(string change)
    {
        await Community.MustAsync(
            _reader,
            new ReportText.Command(ReportedKind.Post, await PostAsync("One"), ReportCategory.Spam, null)
        );

#pragma warning disable EF1002 // Written above.
        await Assert.ThrowsAnyAsync<Exception>(() =>
            Community.InDatabaseAsync(context =>
                context.Database.ExecuteSqlRawAsync(
                    $"UPDATE \"Reports\" SET {change}",
                    TestContext.Current.CancellationToken
                )
            )
        );
#pragma warning restore EF1002
    }

    private async Task<string> PostAsync(string text) =>
        (await Community.MustAsync(_author, new WritePost.Command(_id, text))).Id;

    private async Task<IEnumerable<string>> TextsAsync(Person reader) =>
        (await Community.QueryAsync(reader, new ReadNoticeboard.Query(_id)))!.Posts.Items.Select(post => post.Text);
}

public sealed class NoticeboardTestsOnSqlite() : NoticeboardTests(Database.Sqlite);

public sealed class NoticeboardTestsOnPostgres() : NoticeboardTests(Database.Postgres);
