using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Gate.Policy;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Directory;
using ConnectGate.Letters.Sent;
using ConnectGate.People.Policy;
using ConnectGate.Tests.Slices;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections;
using ConnectGate.Ties.Connections.Blocks;

namespace ConnectGate.Tests.Gate.Policy;

/// <summary>
/// What a recipient can require beyond the community's rules: each refusal by its code, and the time of its end.
/// </summary>
public abstract class RecipientsGateTests(Database database) : TwoMembersTests(database)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly EditPolicy.Command Open = new(PolicyKind.Open, null, null);

    [Fact]
    public async Task An_absent_member_can_be_asked_from_the_day_they_named()
    {
        await PublishAsync(Open with { AwayUntil = new DateOnly(2026, 3, 20) });

        var refusal = Assert.Single(await RefusedAsync(Sender));
        Assert.Equal(("away", "recipient"), (refusal.Code, refusal.Field));
        Assert.Contains("20 March 2026", refusal.Message, StringComparison.Ordinal);

        Community.Advance(
            new DateTime(2026, 3, 20, 0, 0, 0, DateTimeKind.Utc) - Community.Clock.Now - TimeSpan.FromSeconds(1)
        );
        Assert.Equal("away", Assert.Single(await RefusedAsync(Sender)).Code);
        Community.Advance(TimeSpan.FromSeconds(1));
        await Community.AskAsync(Sender, Recipient);
        Assert.Null((await Community.QueryAsync(Recipient, new EditPolicy.Query())).AwayUntil);
    }

    [Fact]
    public async Task A_shared_connection_counts_when_all_let_it_be_named_and_no_other_does()
    {
        await PublishAsync(Open with { Kind = PolicyKind.SharedConnection });
        Assert.Equal(
            ("needs-shared-connection", "recipient"),
            (await RefusedAsync(Sender)).Select(refusal => (refusal.Code, refusal.Field)).Single()
        );

        var (quiet, open) = await Community.InsertTwoAsync();
        await Community.InsertConnectionAsync(Sender, quiet);
        await Community.InsertConnectionAsync(quiet, Recipient, Side.OfTheAsker with { MayBeNamedAsLink = false });
        Assert.Equal("needs-shared-connection", Assert.Single(await RefusedAsync(Sender)).Code);

        await Community.InsertConnectionAsync(Sender, open);
        await Community.InsertConnectionAsync(open, Recipient, validFrom: Community.Clock.Now.AddMinutes(10));
        Assert.Equal("needs-shared-connection", Assert.Single(await RefusedAsync(Sender)).Code);
        Community.Advance(TimeSpan.FromMinutes(10));
        await Community.AskAsync(Sender, Recipient);
    }

    [Fact]
    public async Task A_refusal_tells_no_more_of_a_shared_connection_than_the_ask_page()
    {
        await PublishAsync(Open with { Kind = PolicyKind.SharedConnection });
        var link = await Community.InsertAsync();
        await Community.InsertConnectionAsync(Sender, link);
        await Community.InsertConnectionAsync(link, Recipient);
        Assert.Single(
            (await Community.QueryAsync(Sender, new ComposeLetter.Query(Recipient.Handle)))!.MutualConnections
        );

        await Community.SuspendAsync(link);

        Assert.Empty(
            (await Community.QueryAsync(Sender, new ComposeLetter.Query(Recipient.Handle)))!.MutualConnections
        );
        Assert.Equal("needs-shared-connection", Assert.Single(await RefusedAsync(Sender)).Code);
    }

    [Fact]
    public async Task A_member_who_reads_the_introduced_and_the_met_is_asked_by_one_who_says_when_they_met()
    {
        await PublishAsync(Open with { Kind = PolicyKind.IntroducedOrMet });
        Assert.Equal(
            ("needs-introduction", "reason"),
            (await RefusedAsync(Sender)).Select(refusal => (refusal.Code, refusal.Field)).Single()
        );
        var met = A.Letter() with
        {
            Reason = Reason.MetInPerson,
            ReasonDetail = "At the tide gauge in Brest, on 4 May",
        };

        var id = (await Community.MustAsync(Sender, new SendRequest.Command(Recipient.Handle, met))).Id;

        await PublishAsync(Open); // a changed policy is for new letters
        await Community.RefusedAsync(
            Sender,
            new CorrectRequest.Command(id, met with { Reason = Reason.Advice }),
            "needs-introduction",
            "reason"
        );
    }

    [Fact]
    public async Task A_week_has_as_many_letters_as_the_recipient_reads_whatever_became_of_them()
    {
        await PublishAsync(Open with { LettersAWeek = 2 });
        Community.Advance(TimeSpan.FromDays(3));
        var withdrawn = await Community.InsertAsync();
        await Community.MustAsync(
            withdrawn,
            new WithdrawRequest.Command(await Community.DeliverAsync(withdrawn, Recipient))
        );
        await Community.MustAsync(
            Recipient,
            new DeclineRequest.Command(
                await Community.DeliverAsync(await Community.InsertAsync(), Recipient),
                ForGood: true,
                null
            )
        );

        var refusal = Assert.Single(await RefusedAsync(Sender));
        Assert.Equal(("letters-full-this-week", "recipient"), (refusal.Code, refusal.Field));
        Assert.Contains("9 March 2026", refusal.Message, StringComparison.Ordinal);

        Community.Advance(
            new DateTime(2026, 3, 9, 0, 0, 0, DateTimeKind.Utc) - Community.Clock.Now - TimeSpan.FromSeconds(1)
        );
        Assert.Equal("letters-full-this-week", Assert.Single(await RefusedAsync(Sender)).Code);
        Community.Advance(TimeSpan.FromSeconds(1));
        await Community.AskAsync(Sender, Recipient);
    }

    [Fact]
    public async Task A_full_week_reads_the_same_whenever_the_others_wrote_and_however_many()
    {
        await PublishAsync(Open with { LettersAWeek = 1 });
        var other = await Community.InsertAsync();
        await Community.MustAsync(other, new EditPolicy.Command(PolicyKind.Open, null, null) { LettersAWeek = 3 });
        await Community.AskAsync(await Community.InsertAsync(), Recipient);
        for (var letter = 0; letter < 3; letter++)
        {
            Community.Advance(TimeSpan.FromHours(20));
            await Community.AskAsync(await Community.InsertAsync(), other);
        }

        Assert.Equal(await RefusedAsync(Sender), await RefusedAsync(Sender, other));
    }

    [Fact]
    public async Task A_letter_taken_back_leaves_its_place()
    {
        await PublishAsync(Open with { LettersAWeek = 1 });
        var other = await Community.InsertAsync();
        await Community.MustAsync(other, new WithdrawRequest.Command(await Community.AskAsync(other, Recipient)));

        await Community.AskAsync(Sender, Recipient);
    }

    [Fact]
    public async Task A_note_has_the_length_the_recipient_asks_for_and_is_told_so_at_once()
    {
        await PublishAsync(Open with { MinimumNote = 120 });
        var (none, some) = (A.Letter() with { Note = "Hello" }, A.Letter());

        foreach (var letter in new[] { none, some })
        {
            var refusal = Assert.Single(await RefusedAsync(Sender, letter: letter));
            Assert.Equal(("note-too-short", "note"), (refusal.Code, refusal.Field));
            Assert.Contains("120", refusal.Message, StringComparison.Ordinal);
        }

        await Community.MustAsync(
            Sender,
            new SendRequest.Command(Recipient.Handle, A.Letter() with { Note = Long(120) })
        );
    }

    [Fact]
    public async Task A_correction_is_judged_by_the_policy_under_which_the_letter_was_sent()
    {
        var id = await Community.AskAsync(Sender, Recipient);
        await PublishAsync(
            Open with
            {
                Kind = PolicyKind.SharedConnection,
                MinimumNote = 300,
                LettersAWeek = 1,
                AwayUntil = new DateOnly(2026, 3, 20),
            }
        );

        var form = (await Community.QueryAsync(Sender, new CorrectRequest.Query(id)))!;
        Assert.Equal(20, form.MinimumNote);
        await Community.MustAsync(
            Sender,
            new CorrectRequest.Command(id, A.Letter() with { Note = "I heard your talk on the tide tables of Emden." })
        );

        var stricter = await Community.InsertAsync();
        await Community.MustAsync(stricter, Open with { MinimumNote = 120 });
        var long120 = await Community.MustAsync(
            Sender,
            new SendRequest.Command(stricter.Handle, A.Letter() with { Note = Long(120) })
        );
        await Community.MustAsync(stricter, Open);

        Assert.Equal(120, (await Community.QueryAsync(Sender, new CorrectRequest.Query(long120.Id)))!.MinimumNote);
        await Community.RefusedAsync(
            Sender,
            new CorrectRequest.Command(long120.Id, A.Letter()),
            "note-too-short",
            "note"
        );
        await Community.AskAsync(await Community.InsertAsync(), stricter);
    }

    [Fact]
    public async Task A_blocked_or_declined_sender_is_told_of_a_closed_policy_and_nothing_else()
    {
        var closed = await Community.InsertAsync();
        await Community.MustAsync(closed, Open with { Kind = PolicyKind.Closed });
        var strict = Open with
        {
            Kind = PolicyKind.SharedConnection,
            MinimumNote = 200,
            LettersAWeek = 1,
            AwayUntil = new DateOnly(2026, 12, 24),
            WelcomesPitches = true,
        };
        await Community.MustAsync(
            Recipient,
            new DeclineRequest.Command(await Community.DeliverAsync(Sender, Recipient), ForGood: true, null)
        );
        var blocker = await Community.InsertAsync();
        await Community.MustAsync(blocker, new BlockMember.Command(Sender.Handle));
        Community.Advance(TimeSpan.FromDays(120));
        foreach (var person in new[] { Recipient, blocker })
        {
            await Community.MustAsync(person, strict);
            var full = await Community.InsertAsync();
            await Community.InsertConnectionAsync(full, blocker);
        }

        var letter = A.Letter() with { Note = "Hello" };
        var expected = (await RefusedAsync(Sender, closed, letter), await SeenAsync(closed));
        Assert.Equal(["unavailable", "note-too-short"], expected.Item1.Select(refusal => refusal.Code));
        foreach (var person in new[] { Recipient, blocker })
        {
            Assert.Equal(expected.Item1, await RefusedAsync(Sender, person, letter));
            Assert.Equivalent(expected.Item2, await SeenAsync(person), strict: true);
        }
    }

    [Fact]
    public async Task The_whole_policy_is_published_before_anyone_writes()
    {
        await PublishAsync(
            new EditPolicy.Command(PolicyKind.SharedConnection, "Friends of friends.", ["Why me then?"])
            {
                MinimumNote = 60,
                WelcomesPitches = true,
                WelcomesJobEnquiries = true,
                AwayUntil = new DateOnly(2026, 4, 1),
                LettersAWeek = 3,
            }
        );

        var policy = await SeenAsync(Recipient);

        Assert.Equal(
            (PolicyKind.SharedConnection, "Friends of friends.", 60, true, true, new DateOnly(2026, 4, 1)),
            (
                policy.Kind,
                policy.Text,
                policy.MinimumNote,
                policy.WelcomesPitches,
                policy.WelcomesJobEnquiries,
                policy.AwayUntil
            )
        );
        Assert.Equal("Why me then?", Assert.Single(policy.Questions).Text);
    }

    [Fact]
    public async Task A_policys_words_come_first_of_those_offered_for_a_decline()
    {
        var offered = (await Community.QueryAsync(Recipient, new OfferedReplies.Query())).Texts;
        await PublishAsync(Open with { Text = "People I have worked with." });

        Assert.Equal(
            ["People I have worked with.", .. offered],
            (await Community.QueryAsync(Recipient, new OfferedReplies.Query())).Texts
        );
    }

    private Task PublishAsync(EditPolicy.Command policy) => Community.MustAsync(Recipient, policy);

    private async Task<PolicySeen> SeenAsync(Person person)
    {
        var policy = (await Community.QueryAsync(Sender, new ComposeLetter.Query(person.Handle)))!.Policy;
        Assert.Equivalent(
            policy,
            (await Community.QueryAsync(Sender, new ViewProfile.Query(person.Handle)))!.Policy,
            strict: true
        );
        return policy;
    }

    // Check and sending must refuse alike and store nothing.
    private async Task<IReadOnlyList<Refusal>> RefusedAsync(
        Person sender,
        Person? recipient = null,
        Letter? letter = null
    )
    {
        var (handle, text) = ((recipient ?? Recipient).Handle, letter ?? A.Letter());
        var rows = await Community.CountEveryTableAsync();
        var check = (await Community.QueryAsync(sender, new CheckRequest.Query(handle, text)))!.Refusals;
        var sent = (await Community.SendAsync(sender, new SendRequest.Command(handle, text))).Refusals;
        Assert.Equal(rows, await Community.CountEveryTableAsync());
        Assert.Equal(check.OrderBy(refusal => refusal.Code), sent.OrderBy(refusal => refusal.Code));
        return check;
    }

    private static string Long(int characters)
    {
        const string Note =
            "I heard your talk on tide tables in Emden last week and have the gauge readings of 1911 at "
            + "home. Could we compare them some day, on paper or by letter?";
        return Note[..characters].Trim().PadRight(characters, '.');
    }
}

public sealed class RecipientsGateTestsOnSqlite() : RecipientsGateTests(Database.Sqlite);

public sealed class RecipientsGateTestsOnPostgres() : RecipientsGateTests(Database.Postgres);
