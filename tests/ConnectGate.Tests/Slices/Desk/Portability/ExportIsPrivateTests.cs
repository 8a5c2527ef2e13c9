using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.Handling;
using ConnectGate.Care.Moderation.Measures;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Letters.Introductions;
using ConnectGate.Letters.Introductions.Offers;
using ConnectGate.Letters.References;
using ConnectGate.People.Accounts;
using ConnectGate.Tests.Slices.Letters.Introductions;
using ConnectGate.Tests.Slices.Ties.Groups;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Groups.Invitations;

namespace ConnectGate.Tests.Slices.Desk.Portability;

/// <summary>An export has nothing that others keep from its member.</summary>
public sealed class ExportIsPrivateTests() : CommunityTests(Database.Sqlite)
{
    private const string Secret = "Nobody but the moderators reads this.";

    [Fact]
    public async Task What_others_did_in_private_changes_no_file_of_an_export()
    {
        var (me, ada, ben) = await Community.InsertThreeAsync();
        var (cy, guest) = await Community.InsertTwoAsync();
        foreach (var (member, other) in new[] { (me, ada), (me, cy), (ben, cy) })
        {
            await Community.InsertConnectionAsync(member, other);
        }

        var received = await Community.DeliverAsync(await Community.InsertAsync(), me);
        var sent = await Community.DeliverAsync(me, ben);
        var through = await Community.AskThroughAsync(me, ada, guest);
        var (one, another) = await Community.InsertTwoAsync();
        var offer = await Community.OfferAsync(me, one, another);
        var group = await Community.MakeAsync(me);
        await Community.MustAsync(me, new InviteAttendees.Command(group, guest.Email));
        var before = await Community.PackedAsync(me);

        await Community.MustAsync(ben, new AskReference.Command(sent, cy.Handle));
        var asked = Assert.Single((await Community.QueryAsync(cy, new ListReferences.Query())).Items);
        await Community.MustAsync(cy, new AnswerReference.Command(asked.Id, Acquaintance.DontReallyKnow, Secret));
        await Community.MustAsync(ada, new TurnDownIntroduction.Command(through, ConnectorsAnswer.DontKnowThem));
        await Community.MustAsync(one, new AnswerOffer.Command(offer, Agrees: true));
        await Community.MustAsync(guest, new DeclineInvitation.Command(group));
        await Community.MustAsync(ben, new ReportRequest.Command(sent, ReportCategory.Spam, Secret));
        await Community.MustAsync(guest, new BlockMember.Command(me.Handle));
        await Community.InDatabaseAsync(async context =>
        {
            context.MutedReporters.Add(new() { MemberId = me.Id, At = Community.Clock.Now });
            await context.SaveChangesAsync();
        });

        Assert.Equal(before, await Community.PackedAsync(me));
        Assert.Contains(received, before["json/letters-received.json"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_names_neither_reporters_nor_moderators_nor_their_words_to_each_other()
    {
        var (me, reporter) = await Community.InsertTwoAsync();
        var moderator = await Community.InsertAsync(A.Member() with { Role = Role.Moderator });
        await Community.ReportAsync(me, reporter);
        var file = Assert.Single((await Community.QueryAsync(moderator, new ListCases.Query(CaseState.Open)))!.Items);
        await Community.MustAsync(moderator, new CommentOnCase.Command(file.Id, Secret));
        await Community.MustAsync(
            moderator,
            await Community.SuspensionAsync(file.Id, 7, "Please write to people whom you know.")
        );

        var files = await Community.PackedAsync(me);

        Assert.Contains("Please write to people whom you know.", files["csv/decisions.csv"], StringComparison.Ordinal);
        var all = string.Join('\n', files.Where(one => !one.Key.Contains("/letters-sent.", StringComparison.Ordinal)));
        Assert.DoesNotContain(reporter.Handle, all, StringComparison.Ordinal);
        Assert.DoesNotContain(moderator.Handle, all, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_a_block_ended_is_over_like_any_other()
    {
        var (me, blocker, leaver) = await Community.InsertThreeAsync();
        await Community.InsertConnectionAsync(me, blocker);
        await Community.InsertConnectionAsync(me, leaver);
        await Community.MustAsync(blocker, new BlockMember.Command(me.Handle));
        await Community.MustAsync(leaver, new LetGo.Command(me.Handle));

        var rows = (await Community.PackedAsync(me))["json/connections.json"].Split('\n')[1..3];

        Assert.Equal(Without(rows[0], blocker), Without(rows[1], leaver));

        static string Without(string row, Person other) =>
            row.TrimEnd(',')
                .Replace(other.Handle, "HANDLE", StringComparison.Ordinal)
                .Replace(other.DisplayName, "NAME", StringComparison.Ordinal);
    }
}
