using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Letters.Requests;
using ConnectGate.People.Members.PrivateNotes;
using ConnectGate.Tests.Slices.Ties.Groups;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Groups;
using Microsoft.EntityFrameworkCore;
using static ConnectGate.Tests.Slices.Stories;

namespace ConnectGate.Tests.Slices.Desk.Inbox;

public abstract class ReviewTests(Database database) : CommunityTests(database)
{
    [Fact]
    public async Task Letters_come_newest_first_page_by_page_and_by_reason()
    {
        var recipient = await Community.InsertAsync();
        var ids = new List<string>();
        for (var number = 0; number < 23; number++)
        {
            var letter = A.Letter() with { Reason = number % 2 == 0 ? Reason.Advice : Reason.Collaboration };
            ids.Insert(0, await Community.DeliverAsync(await Community.InsertAsync(), recipient, letter));
        }

        var first = (await Community.QueryAsync(recipient, new ReviewInbox.Query())).Letters;
        var second = (await Community.QueryAsync(recipient, new ReviewInbox.Query(Cursor: first.Next))).Letters;
        var advice = (await Community.QueryAsync(recipient, new ReviewInbox.Query(Reason.Advice))).Letters;

        Assert.Equal(Page<ReviewInbox.Row>.Size, first.Items.Count);
        Assert.Equal(ids, first.Items.Concat(second.Items).Select(row => row.Id));
        Assert.Null(second.Next);
        Assert.Equal(12, advice.Items.Count);
        Assert.All(advice.Items, row => Assert.Equal(Reason.Advice, row.Reason));
    }

    [Fact]
    public async Task The_member_chooses_whether_vouched_letters_or_the_newest_come_first()
    {
        var recipient = await Community.InsertAsync();
        var ids = new List<string>();
        for (var number = 0; number < 45; number++)
        {
            ids.Insert(0, await Community.DeliverAsync(await Community.InsertAsync(), recipient));
        }

        // Both kinds fill more than a page.
        List<string> vouched = [.. ids.Where((_, place) => place % 2 == 1)];
        await Community.InDatabaseAsync(context =>
            context
                .Requests.Where(letter => vouched.Contains(letter.PublicId))
                .ExecuteUpdateAsync(
                    set => set.SetProperty(letter => letter.IsVouchedFor, true),
                    TestContext.Current.CancellationToken
                )
        );

        Assert.Equal(vouched.Concat(ids.Except(vouched, StringComparer.Ordinal)), await AllAsync(recipient));
        await Community.MustAsync(recipient, new ChooseInboxOrder.Command(InboxOrder.ByAge));
        Assert.Equal(ids, await AllAsync(recipient));
        await Community.RefusedAsync(recipient, new ChooseInboxOrder.Command((InboxOrder)9), "order-missing", "order");
        Assert.Equal(InboxOrder.ByAge, (await Community.QueryAsync(recipient, new ReviewInbox.Query())).Order);
    }

    [Theory]
    [InlineData(InboxOrder.VouchedFirst)]
    [InlineData(InboxOrder.ByAge)]
    public async Task One_letter_after_the_other_has_the_order_of_the_inbox(InboxOrder order)
    {
        var recipient = await Community.InsertAsync();
        for (var number = 0; number < 13; number++)
        {
            await Community.DeliverAsync(await Community.InsertAsync(), recipient);
        }

        await Community.MustAsync(recipient, new ChooseInboxOrder.Command(order));
        await Community.InDatabaseAsync(async context =>
        {
            foreach (var letter in await context.Requests.ToListAsync(TestContext.Current.CancellationToken))
            {
                context.Entry(letter).Property(one => one.IsVouchedFor).CurrentValue = letter.Id % 3 == 0;
                context.Entry(letter).Property(one => one.CouldBeToAnyone).CurrentValue = letter.Id % 4 == 0;
            }

            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        var ids = (await Community.WaitingAsync(recipient)).Select(row => row.Id).ToList();

        // A decided letter keeps its place between those that wait.
        await Community.MustAsync(recipient, new DeclineRequest.Command(ids[5], ForGood: false, null));
        foreach (var (place, id) in ids.Index())
        {
            var found = await Community.QueryAsync(recipient, new FindNeighbours.Query(id));
            Assert.Equal(id, found.Letter!.Id);
            Assert.Equal(
                ids[..place].Where(other => other != ids[5]).TakeLast(FindNeighbours.Most),
                found.Before.Select(row => row.Id)
            );
            Assert.Equal(
                ids[(place + 1)..].Where(other => other != ids[5]).Take(FindNeighbours.Most),
                found.After.Select(row => row.Id)
            );
            var next = await Community.QueryAsync(recipient, new FindNext.Query(id));
            Assert.Equal(
                (found.Before is [.., var before] ? before.Id : null, found.After is [var after, ..] ? after.Id : null),
                (next!.Before, next.After)
            );
        }

        var anothers = await Community.QueryAsync(await Community.InsertAsync(), new FindNeighbours.Query(ids[0]));
        Assert.True(anothers is { Letter: null, Before: [], After: [] });
        Assert.Null(await Community.QueryAsync(await Community.InsertAsync(), new FindNext.Query(ids[0])));
    }

    [Fact]
    public async Task Letters_that_could_have_been_written_to_anyone_come_below_the_others_in_either_order()
    {
        var recipient = await Community.InsertAsync();
        var ids = new List<string>();
        for (var number = 0; number < 45; number++)
        {
            ids.Insert(0, await Community.DeliverAsync(await Community.InsertAsync(), recipient));
        }

        List<string> below = [.. ids.Where((_, place) => place % 2 == 0)],
            vouched = [.. ids.Where((_, place) => place % 3 == 0)];
        await Community.InDatabaseAsync(async context =>
        {
            await context
                .Requests.Where(letter => below.Contains(letter.PublicId))
                .ExecuteUpdateAsync(set => set.SetProperty(letter => letter.CouldBeToAnyone, true));
            await context
                .Requests.Where(letter => vouched.Contains(letter.PublicId))
                .ExecuteUpdateAsync(set => set.SetProperty(letter => letter.IsVouchedFor, true));
        });

        Assert.Equal(ids.OrderBy(below.Contains).ThenBy(id => !vouched.Contains(id)), await AllAsync(recipient));
        await Community.MustAsync(recipient, new ChooseInboxOrder.Command(InboxOrder.ByAge));
        Assert.Equal(ids.OrderBy(below.Contains), await AllAsync(recipient));
    }

    [Fact]
    public async Task Letters_are_filtered_by_who_speaks_for_them()
    {
        var (recipient, connector) = await Community.InsertTwoAsync();
        var plain = await Community.DeliverAsync(await Community.InsertAsync(), recipient);
        var claimed = await Community.DeliverAsync(
            await Community.InsertAsync(),
            recipient,
            A.AnotherLetter() with
            {
                Reason = Reason.MetInPerson,
            }
        );
        var met = await Community.DeliverAsync(await Community.InsertAsync(), recipient);
        var introduced = await Community.DeliverAsync(await Community.InsertAsync(), recipient);
        var fellow = await Community.InsertAsync();
        var shared = await Community.DeliverAsync(fellow, recipient);
        await Community.SharedAsync(GroupKind.Group, fellow, recipient);
        await Community.InDatabaseAsync(async context =>
        {
            await context
                .Requests.Where(letter => letter.PublicId == met)
                .ExecuteUpdateAsync(set => set.SetProperty(letter => letter.MetAt, Community.Clock.Now));
            await context
                .Requests.Where(letter => letter.PublicId == introduced)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(letter => letter.IntroducedById, connector.Id)
                        .SetProperty(letter => letter.IntroductionWords, "I know both from the choir.")
                );
        });

        Assert.Equal(
            (introduced, connector.DisplayName),
            Assert.Single(from row in await FilteredAsync(InboxFilter.Introduced) select (row.Id, row.IntroducedBy))
        );
        Assert.Equal(
            [(met, true), (claimed, false)],
            (await FilteredAsync(InboxFilter.Met)).Select(row => (row.Id, row.Met))
        );
        Assert.Equal([shared], (await FilteredAsync(InboxFilter.SharedGroup)).Select(row => row.Id));
        Assert.Equal([plain], (await FilteredAsync(InboxFilter.None)).Select(row => row.Id));
        Assert.Equal(5, (await FilteredAsync(null)).Count);

        async Task<IReadOnlyList<ReviewInbox.Row>> FilteredAsync(InboxFilter? filter) =>
            (await Community.QueryAsync(recipient, new ReviewInbox.Query(Filter: filter))).Letters.Items;
    }

    [Fact]
    public async Task A_row_shows_who_asks_why_and_the_first_lines()
    {
        var (sender, recipient) = await Community.InsertTwoAsync();
        const string note = """
            Your log of Skerryvore begins with the night of the two lamps.
            My grandmother cooked for the keepers that winter, and she
            told us of a barrel of oranges that nobody claimed.
            Is it in a later volume, or did she make it up?
            """;
        await Community.DeliverAsync(sender, recipient, A.Letter() with { Note = note });

        var row = Assert.Single(await Community.WaitingAsync(recipient));

        Assert.Equal(
            (sender.Handle, sender.DisplayName, A.Letter().Reason),
            (row.SenderHandle, row.SenderName, row.Reason)
        );
        Assert.StartsWith(
            "Your log of Skerryvore begins with the night of the two lamps. My grandmother ",
            row.FirstLines,
            StringComparison.Ordinal
        );
        Assert.EndsWith("…", row.FirstLines, StringComparison.Ordinal);
        Assert.InRange(VisibleText.Count(row.FirstLines), 150, ReviewInbox.FirstLinesLength);
        Assert.Equal(row.SentAt.AddMinutes(5), row.DeliveredAt);
    }

    [Fact]
    public async Task Only_the_first_opening_is_recorded()
    {
        var (sender, recipient) = await Community.InsertTwoAsync();
        var id = await Community.DeliverAsync(sender, recipient);
        await Community.MustAsync(recipient, new OpenRequest.Command(id));
        var opened = Community.Clock.Now;
        Community.Advance(TimeSpan.FromDays(1));

        await Community.MustAsync(recipient, new OpenRequest.Command(id));

        Assert.True(Assert.Single(await Community.WaitingAsync(recipient)).Opened);
        Assert.Equal(
            opened,
            await Community.InDatabaseAsync(context =>
                context.Requests.Select(request => request.OpenedAt).SingleAsync(TestContext.Current.CancellationToken)
            )
        );
    }

    [Fact]
    public async Task A_blocked_senders_letter_is_closed_and_its_sender_cannot_tell()
    {
        var (sender, recipient) = await Community.InsertTwoAsync();
        var id = await Community.DeliverAsync(sender, recipient);
        await Community.MustAsync(recipient, new OpenRequest.Command(id));
        var before = await Community.SentAsync(sender);

        await Community.MustAsync(recipient, new BlockMember.Command(sender.Handle));

        Assert.Equivalent(before, await Community.SentAsync(sender), strict: true);
        foreach (var folder in Enum.GetValues<InboxFolder>())
        {
            Assert.Empty((await Community.QueryAsync(recipient, new ReviewInbox.Query(Folder: folder))).Letters.Items);
        }

        Assert.Equal(LetterState.Closed, (await Community.MustAsync(recipient, new OpenRequest.Command(id))).State);
        await Community.IllegalAsync(recipient, Accept(id));
        await Community.MustAsync(
            recipient,
            new ReportRequest.Command(id, ConnectGate.Care.Moderation.ReportCategory.Harassment, null)
        );
    }

    [Fact]
    public async Task A_letter_whose_sender_blocked_reads_as_withdrawn()
    {
        var (sender, recipient) = await Community.InsertTwoAsync();
        var id = await Community.DeliverAsync(sender, recipient);
        await Community.MustAsync(recipient, new OpenRequest.Command(id));

        await Community.MustAsync(sender, new BlockMember.Command(recipient.Handle));

        var open = await Community.MustAsync(recipient, new OpenRequest.Command(id));
        Assert.True(open is { State: LetterState.Withdrawn, Withdrawn: true });
    }

    [Fact]
    public async Task A_letter_shows_what_helps_to_know_its_sender()
    {
        var (them, me, mutual) = await Community.InsertThreeAsync();
        await Community.InsertConnectionAsync(them, mutual);
        await Community.InsertConnectionAsync(me, mutual);
        var mine = await Community.DeliverAsync(
            me,
            them,
            A.Letter() with
            {
                Note = "An earlier letter of mine to them.",
            }
        );
        await Community.MustAsync(them, new DeclineRequest.Command(mine, ForGood: false, null));
        var theirs = await Community.DeliverAsync(
            them,
            me,
            A.Letter() with
            {
                Note = "An earlier letter of theirs to me.",
            }
        );
        await Community.MustAsync(me, new DeclineRequest.Command(theirs, ForGood: false, null));
        Community.Advance(TimeSpan.FromDays(121));
        var id = await Community.DeliverAsync(them, me);
        await Community.MustAsync(me, new WriteNoteToSelf.Command(them.Handle, "Met on the ferry?"));
        await RenameAsync(them);

        var letter = await Community.MustAsync(me, new OpenRequest.Command(id));

        Assert.Equal(
            ("Renamed", them.DisplayName, true),
            (letter.Sender.DisplayName, letter.Sender.NameWhenSent, letter.Sender.NamesChangedSinceSending)
        );
        Assert.Equal(["Also me"], letter.Sender.OtherNames);
        Assert.Equal(["en", "de"], letter.Sender.Languages);
        Assert.Equal(mutual.Handle, Assert.Single(letter.MutualConnections.Members).Handle);
        Assert.Equal("Met on the ferry?", letter.NoteToSelf);
        Assert.Collection(
            letter.EarlierLetters,
            earlier =>
                Assert.True(
                    earlier is { SentByMe: false, StateOfTheirs: LetterState.DeclinedNotNow } && earlier.Id == theirs
                ),
            earlier =>
                Assert.True(
                    earlier is { SentByMe: true, StateOfMine: SenderState.ClosedWithoutAnswer } && earlier.Id == mine
                )
        );
        Assert.True(
            letter.Decision
                is {
                    CanAccept: true,
                    CanDecline: true,
                    CanReply: true,
                    CanReport: true,
                    CanUndo: false,
                    DecidedAt: null
                }
        );
        Assert.Equal(
            mutual.Handle,
            Assert.Single(Assert.Single(await Community.WaitingAsync(me)).MutualConnections.Members).Handle
        );
    }

    [Fact]
    public async Task A_note_to_oneself_is_ones_own_and_goes_when_emptied()
    {
        var (me, other) = await Community.InsertTwoAsync();
        await Community.MustAsync(me, new WriteNoteToSelf.Command(other.Handle, "First"));
        await Community.MustAsync(me, new WriteNoteToSelf.Command(other.Handle, "Second"));
        Assert.Equal(1, await Community.CountAsync<NoteToSelf>());

        await Community.MustAsync(me, new WriteNoteToSelf.Command(other.Handle, " \u200B "));

        Assert.Equal(0, await Community.CountAsync<NoteToSelf>());
        await Community.MustAsync(me, new WriteNoteToSelf.Command(other.Handle, null));
        await Community.NotFoundAsync(me, new WriteNoteToSelf.Command("nobody-here", "Text"));
        await Community.RefusedAsync(me, new WriteNoteToSelf.Command(me.Handle, "Text"), "oneself", "handle");
        await Community.RefusedAsync(
            me,
            new WriteNoteToSelf.Command(other.Handle, new string('x', 2_001)),
            "note-to-self-too-long",
            "text"
        );
    }

    [Fact]
    public async Task The_words_offered_for_a_decline_fit_a_reply() =>
        Assert.All(
            (await Community.QueryAsync(await Community.InsertAsync(), new OfferedReplies.Query())).Texts,
            text => Assert.Null(DeclineReply.TextLimit.Check(text, "reply"))
        );

    private async Task<IReadOnlyList<string>> AllAsync(Person recipient)
    {
        var (all, cursor) = (new List<string>(), (string?)null);
        do
        {
            var page = (await Community.QueryAsync(recipient, new ReviewInbox.Query(Cursor: cursor))).Letters;
            all.AddRange(page.Items.Select(row => row.Id));
            cursor = page.Next;
        } while (cursor is not null);
        return all;
    }

    private Task RenameAsync(Person member) =>
        Community.InDatabaseAsync(async context =>
        {
            var found = await context.Members.SingleAsync(
                row => row.Id == member.Id,
                TestContext.Current.CancellationToken
            );
            found.Describe("Renamed", "A headline", "About", ["en", "de"], ["Also me"], [], [], Community.Clock.Now);
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
}

public sealed class ReviewTestsOnSqlite() : ReviewTests(Database.Sqlite);

public sealed class ReviewTestsOnPostgres() : ReviewTests(Database.Postgres);
