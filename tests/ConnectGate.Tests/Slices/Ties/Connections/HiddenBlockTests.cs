using ConnectGate.Care.Noticeboards;
using ConnectGate.Letters.Introductions.Offers;
using ConnectGate.Letters.Sent;
using ConnectGate.Tests.Slices.Letters.Introductions;
using ConnectGate.Tests.Slices.Ties.Groups;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Groups;
using ConnectGate.Ties.Meetings;

namespace ConnectGate.Tests.Slices.Ties.Connections;

/// <summary>
/// A block shows nowhere to the blocked member while their letter explains why they cannot ask again. The blocker sees
/// it at once.
/// </summary>
public abstract class HiddenBlockTests(Database database) : TwoMembersTests(database)
{
    private string _group = null!,
        _code = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _group = await Community.SharedAsync(GroupKind.Group, Recipient, Sender);
        foreach (var member in new[] { Sender, Recipient })
        {
            await Community.MustAsync(member, new WritePost.Command(_group, "The lamp of the pier is out again."));
        }
    }

    [Fact]
    public async Task While_a_letter_of_theirs_runs_and_until_they_may_ask_again_nothing_changes_for_them()
    {
        await Community.DeliverAsync(Sender, Recipient);
        await PrepareAsync();
        var before = await SeenByAsync(Sender);
        Assert.Equal((2, 1, null), before);

        await Community.MustAsync(Recipient, new BlockMember.Command(Sender.Handle));

        Assert.Equal(before, await SeenByAsync(Sender));
        Assert.Equal((1, 0, "code-unknown"), await SeenByAsync(Recipient));
        Community.Advance(TimeSpan.FromDays(120));
        Assert.Equal(1, (await SeenByAsync(Sender)).Posts);
    }

    [Fact]
    public async Task A_withdrawn_letter_explains_it_as_well()
    {
        var id = await Community.DeliverAsync(Sender, Recipient);
        await PrepareAsync();
        await Community.MustAsync(Recipient, new BlockMember.Command(Sender.Handle));

        await Community.MustAsync(Sender, new WithdrawRequest.Command(id));

        Assert.Equal((2, 1, null), await SeenByAsync(Sender));
    }

    [Fact]
    public async Task Without_such_a_letter_it_shows_at_once_to_both()
    {
        await PrepareAsync();

        await Community.MustAsync(Recipient, new BlockMember.Command(Sender.Handle));

        Assert.Equal((1, 0, "code-unknown"), await SeenByAsync(Sender));
        Assert.Equal((1, 0, "code-unknown"), await SeenByAsync(Recipient));
    }

    // Each shows a code of their own, and a common connection offers to introduce them.
    private async Task PrepareAsync()
    {
        await Community.OfferAsync(await Community.InsertAsync(), Sender, Recipient);
        _code = await Community.ShowCodeAsync(Recipient);
    }

    private async Task<(int Posts, int Offers, string? Code)> SeenByAsync(Person member)
    {
        var board = (await Community.QueryAsync(member, new ReadNoticeboard.Query(_group)))!;
        var offers = await Community.QueryAsync(member, new ViewOffer.ToMe());
        var code = member == Recipient ? await Community.ShowCodeAsync(Sender) : _code;
        var met = await Community.QueryAsync(member, new ConfirmMeeting.Query(code));
        return (board.Posts.Items.Count, offers.Items.Count, met.Refusal?.Code);
    }
}

public sealed class HiddenBlockTestsOnSqlite() : HiddenBlockTests(Database.Sqlite);

public sealed class HiddenBlockTestsOnPostgres() : HiddenBlockTests(Database.Postgres);
