using ConnectGate.Care.Moderation;
using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Desk.Notifications;
using ConnectGate.Letters.References;
using ConnectGate.Letters.Sent;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections;
using ConnectGate.Ties.Connections.Blocks;
using Microsoft.EntityFrameworkCore;
using static ConnectGate.Tests.Slices.Stories;

namespace ConnectGate.Tests.Slices.Letters.References;

public abstract class ReferenceTests(Database database) : TwoMembersTests(database)
{
    private Person _mutual = null!;
    private string _letter = "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _mutual = await MutualAsync(Sender, Recipient);
        _letter = await Community.DeliverAsync(Sender, Recipient);
    }

    [Fact]
    public async Task The_one_asked_reads_who_asks_and_about_whom_and_the_asker_alone_what_they_say()
    {
        Assert.Equal(_mutual.Handle, Assert.Single((await OpenAsync()).MayAsk).Handle);
        await AskAsync();

        var asked = Assert.Single(await AskedOfAsync(_mutual));
        Assert.Equal((Recipient.Handle, Sender.Handle, null), (asked.AskerHandle, asked.AboutHandle, asked.Answer));
        var told = Assert.Single(await ToldAsync(_mutual));
        Assert.Equal(
            (NotificationKind.ReferenceAsked, Recipient.Handle, Sender.DisplayName, asked.Id),
            (told.Kind, told.Handle, told.About, told.Subject)
        );

        await AnswerAsync(Acquaintance.KnowALittle, "  We sang in one choir.  ");

        var said = Assert.Single((await OpenAsync()).Asked);
        Assert.Equal(
            (_mutual.Handle, Acquaintance.KnowALittle, "We sang in one choir."),
            (said.Handle, said.Answer, said.Line)
        );
        Assert.Empty((await OpenAsync()).MayAsk);
        Assert.Equal(
            (NotificationKind.ReferenceAnswered, _mutual.Handle),
            Assert.Single(
                from one in await ToldAsync(Recipient)
                where one.Kind == NotificationKind.ReferenceAnswered
                select (one.Kind, one.Handle)
            )
        );
        Assert.Equal(_letter, await Community.QueryAsync(Recipient, new ListReferences.LetterOf(asked.Id)));
        Assert.Null(await Community.QueryAsync(_mutual, new ListReferences.LetterOf(asked.Id)));
    }

    [Fact]
    public async Task Knowing_them_vouches_for_the_letter_and_a_changed_answer_takes_it_back()
    {
        var other = await MutualAsync(Sender, Recipient);
        await AskAsync();
        await AskAsync(other);

        await AnswerAsync(Acquaintance.DontReallyKnow);
        Assert.Empty(await VouchingAsync());
        await AnswerAsync(Acquaintance.KnowWell);
        Assert.Equal([_mutual.DisplayName], await VouchingAsync());
        await AnswerAsync(Acquaintance.KnowALittle, null, other);
        await AnswerAsync(Acquaintance.RatherNotSay);
        Assert.Equal([other.DisplayName], await VouchingAsync());
        Assert.True(await IsVouchedForAsync());
        await AnswerAsync(Acquaintance.DontReallyKnow, null, other);
        Assert.False(await IsVouchedForAsync());
        // Each member is notified once.
        Assert.Equal(2, (await ToldAsync(Recipient)).Count(told => told.Kind == NotificationKind.ReferenceAnswered));
    }

    [Fact]
    public async Task An_introduced_letter_stays_vouched_for_whatever_they_say()
    {
        await Community.InDatabaseAsync(context =>
            context.Requests.ExecuteUpdateAsync(
                set =>
                    set.SetProperty(letter => letter.MetAt, Community.Clock.Now)
                        .SetProperty(letter => letter.IsVouchedFor, true),
                Token
            )
        );
        await AskAsync();

        await AnswerAsync(Acquaintance.DontReallyKnow);
        Assert.True(await IsVouchedForAsync());
        await AnswerAsync(Acquaintance.KnowWell);
        await Community.MustAsync(_mutual, new LetGo.Command(Sender.Handle));
        Assert.True(await IsVouchedForAsync());
    }

    [Fact]
    public async Task Only_those_shown_beside_the_letter_can_be_asked_and_only_by_its_recipient()
    {
        var (stranger, unnamed) = await Community.InsertTwoAsync();
        await Community.InsertConnectionAsync(unnamed, Sender);
        await Community.InsertConnectionAsync(unnamed, Recipient, new Side(false, MayBeNamedAsLink: false, ""));
        foreach (
            var handle in new[] { stranger.Handle, unnamed.Handle, Sender.Handle, Recipient.Handle, "nobody-here" }
        )
        {
            await Community.NotFoundAsync(Recipient, new AskReference.Command(_letter, handle));
        }

        await Community.NotFoundAsync(Sender, new AskReference.Command(_letter, _mutual.Handle));
        await Community.NotFoundAsync(stranger, new AskReference.Command(_letter, _mutual.Handle));
        await AskAsync();
        foreach (var other in new[] { stranger, Sender, Recipient })
        {
            await Community.NotFoundAsync(
                other,
                new AnswerReference.Command(await IdAsync(_mutual), Acquaintance.KnowWell, null)
            );
            Assert.Null(await Community.QueryAsync(other, new ListReferences.One(await IdAsync(_mutual))));
        }
    }

    [Fact]
    public async Task Three_are_asked_about_a_letter_each_once()
    {
        var others = new[]
        {
            await MutualAsync(Sender, Recipient),
            await MutualAsync(Sender, Recipient),
            await MutualAsync(Sender, Recipient),
        };
        await AskAsync();
        await Community.RefusedAsync(
            Recipient,
            new AskReference.Command(_letter, _mutual.Handle),
            "reference-asked",
            ""
        );
        await AskAsync(others[0]);
        await AskAsync(others[1]);

        await Community.RefusedAsync(
            Recipient,
            new AskReference.Command(_letter, others[2].Handle),
            "references-full",
            ""
        );
        Assert.Empty((await OpenAsync()).MayAsk);
    }

    [Fact]
    public async Task Three_of_five_asked_at_once_are_asked()
    {
        var others = new List<Person> { _mutual };
        while (others.Count < 5)
        {
            others.Add(await MutualAsync(Sender, Recipient));
        }

        var outcomes = await Task.WhenAll(
            others.Select(other =>
                Task.Run(() => Community.SendAsync(Recipient, new AskReference.Command(_letter, other.Handle)), Token)
            )
        );

        Assert.Equal(3, outcomes.Count(outcome => outcome.Succeeded));
        Assert.All(outcomes.Where(outcome => !outcome.Succeeded), outcome =>
            Assert.Equal("references-full", Assert.Single(outcome.Refusals).Code)
        );
        Assert.Equal(3, await Community.CountAsync<Reference>());
    }

    [Fact]
    public async Task One_of_three_who_ask_a_member_with_nine_at_once_gets_through()
    {
        List<(Person Recipient, string Letter)> asking = [(Recipient, _letter)];
        for (var ask = 0; ask < Reference.MostWaiting - 1; ask++)
        {
            await InsertAskOfAsync(_mutual);
        }

        while (asking.Count < 3)
        {
            var (sender, recipient) = await Community.InsertTwoAsync();
            await Community.InsertConnectionAsync(_mutual, sender);
            await Community.InsertConnectionAsync(_mutual, recipient);
            asking.Add((recipient, await Community.DeliverAsync(sender, recipient)));
        }

        var outcomes = await Task.WhenAll(
            asking.Select(one =>
                Task.Run(
                    () => Community.SendAsync(one.Recipient, new AskReference.Command(one.Letter, _mutual.Handle)),
                    Token
                )
            )
        );

        Assert.Equal(1, outcomes.Count(outcome => outcome.Succeeded));
        Assert.Equal(Reference.MostWaiting, await Community.CountAsync<Reference>());
    }

    [Fact]
    public async Task Ten_without_an_answer_wait_with_one_member_and_no_more()
    {
        for (var ask = 0; ask < Reference.MostWaiting; ask++)
        {
            await InsertAskOfAsync(_mutual);
        }

        await Community.RefusedAsync(
            Recipient,
            new AskReference.Command(_letter, _mutual.Handle),
            "reference-waits",
            ""
        );
        var first = (await AskedOfAsync(_mutual))[0].Id;
        await Community.MustAsync(_mutual, new AnswerReference.Command(first, Acquaintance.RatherNotSay, null));
        await AskAsync();
        Assert.Equal(first, (await AskedOfAsync(_mutual))[^1].Id); // answered ones come last
    }

    [Fact]
    public async Task An_answer_is_one_of_four_and_its_line_no_longer_than_300()
    {
        await AskAsync();
        var id = await IdAsync(_mutual);

        await Community.RefusedAsync(_mutual, new AnswerReference.Command(id, null, null), "answer-missing", "answer");
        await Community.RefusedAsync(
            _mutual,
            new AnswerReference.Command(id, (Acquaintance)9, null),
            "answer-missing",
            "answer"
        );
        await Community.RefusedAsync(
            _mutual,
            new AnswerReference.Command(id, Acquaintance.KnowWell, new string('x', 301)),
            "reference-line-too-long",
            "line"
        );
        await Community.SuspendAsync(_mutual);
        await Community.RefusedAsync(
            _mutual,
            new AnswerReference.Command(id, Acquaintance.KnowWell, null),
            "suspended",
            ""
        );
        await Community.SuspendAsync(Recipient);
        // A suspended mutual is not shown.
        await Community.NotFoundAsync(Recipient, new AskReference.Command(_letter, _mutual.Handle));
        await Community.RefusedAsync(
            Recipient,
            new AskReference.Command(_letter, (await MutualAsync(Sender, Recipient)).Handle),
            "suspended",
            ""
        );
    }

    [Theory]
    [
        InlineData("accepted"),
        InlineData("declined"),
        InlineData("reported"),
        InlineData("withdrawn"),
        InlineData("blocked by its recipient"),
        InlineData("blocked by its sender")
    ]
    [InlineData("sender suspended"), InlineData("expired")]
    public async Task It_ends_quietly_with_the_letter(string end)
    {
        await AskAsync();
        await AnswerAsync(Acquaintance.KnowALittle, "From the choir.");
        await Community.MustAsync(Recipient, new OpenRequest.Command(_letter));

        await EndAsync(end);

        Assert.Empty(await AskedOfAsync(_mutual));
        await Community.NotFoundAsync(
            _mutual,
            new AnswerReference.Command(await IdAsync(_mutual), Acquaintance.KnowWell, null)
        );
        Assert.Empty(await ToldAsync(Sender, NotificationKind.ReferenceAsked, NotificationKind.ReferenceAnswered));
        var kept = (await Community.MustAsync(Recipient, new OpenRequest.Command(_letter))).References;
        if (end is "blocked by its recipient" or "blocked by its sender" or "accepted" or "declined" or "withdrawn")
        {
            Assert.Equal("From the choir.", Assert.Single(kept.Asked).Line); // what was said stays with its asker
            Assert.Empty(kept.MayAsk);
        }

        await Assert.ThrowsAnyAsync<Exception>(() => AskAsync(_mutual));
    }

    [Fact]
    public async Task An_undone_acceptance_opens_it_again_and_nobody_is_reminded()
    {
        await AskAsync();
        await Community.MustAsync(Recipient, Accept(_letter));
        Assert.Empty(await AskedOfAsync(_mutual));
        Assert.Empty(await ToldAsync(_mutual));

        await Community.MustAsync(Recipient, new UndoDecision.Command(_letter));

        Assert.Single(await AskedOfAsync(_mutual));
        Assert.Empty(await ToldAsync(_mutual));
    }

    [Theory]
    [
        InlineData("the asked lets the sender go"),
        InlineData("the sender lets the asked go"),
        InlineData("the asked lets the asker go"),
        InlineData("the asker lets the asked go")
    ]
    [InlineData("the asked blocks the sender"), InlineData("the asked is suspended")]
    public async Task It_goes_with_either_link_and_what_it_vouched_for_with_it(string what)
    {
        await AskAsync();
        await AnswerAsync(Acquaintance.KnowWell);
        Assert.True(await IsVouchedForAsync());

        await (
            what switch
            {
                "the asked lets the sender go" => Community.MustAsync(_mutual, new LetGo.Command(Sender.Handle)),
                "the sender lets the asked go" => Community.MustAsync(Sender, new LetGo.Command(_mutual.Handle)),
                "the asked lets the asker go" => Community.MustAsync(_mutual, new LetGo.Command(Recipient.Handle)),
                "the asker lets the asked go" => Community.MustAsync(Recipient, new LetGo.Command(_mutual.Handle)),
                "the asked blocks the sender" => Community.MustAsync(_mutual, new BlockMember.Command(Sender.Handle)),
                _ => (Task)SuspendByCaseAsync(_mutual),
            }
        );

        Assert.Equal(0, await Community.CountAsync<Reference>());
        Assert.False(await IsVouchedForAsync());
        Assert.Empty(await ToldAsync(_mutual, NotificationKind.ReferenceAsked));
        Assert.Empty(await ToldAsync(Recipient, NotificationKind.ReferenceAnswered));
        Assert.Equal(
            LetterState.Waiting,
            (await Community.MustAsync(Recipient, new OpenRequest.Command(_letter))).State
        );
    }

    [Fact]
    public async Task A_read_notification_stays_and_leads_nowhere_once_the_letter_is_decided()
    {
        await AskAsync();
        Assert.False(Assert.Single(await ToldAsync(_mutual)).IsOver);
        await Community.MustAsync(_mutual, new MarkNotificationsRead.Command(null));

        await Community.MustAsync(Recipient, new DeclineRequest.Command(_letter, ForGood: false, Reply: null));

        Assert.True(
            Assert.Single(await ToldAsync(_mutual)) is { IsOver: true } told && told.About == Sender.DisplayName
        );
    }

    [Fact]
    public async Task Another_letters_reference_stays_when_a_link_goes()
    {
        var (other, letter) = (await Community.InsertAsync(), "");
        await Community.InsertConnectionAsync(other, _mutual);
        letter = await Community.DeliverAsync(other, Recipient);
        await AskAsync();
        await Community.MustAsync(Recipient, new AskReference.Command(letter, _mutual.Handle));

        await Community.MustAsync(_mutual, new LetGo.Command(Sender.Handle));

        Assert.Equal(other.Handle, Assert.Single(await AskedOfAsync(_mutual)).AboutHandle);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<Person> MutualAsync(Person one, Person other)
    {
        var mutual = await Community.InsertAsync();
        await Community.InsertConnectionAsync(mutual, one);
        await Community.InsertConnectionAsync(mutual, other);
        return mutual;
    }

    private Task AskAsync(Person? asked = null) =>
        Community.MustAsync(Recipient, new AskReference.Command(_letter, (asked ?? _mutual).Handle));

    private async Task AnswerAsync(Acquaintance answer, string? line = null, Person? asked = null) =>
        await Community.MustAsync(
            asked ?? _mutual,
            new AnswerReference.Command(await IdAsync(asked ?? _mutual), answer, line)
        );

    private async Task<AskedAboutSender> OpenAsync() =>
        (await Community.MustAsync(Recipient, new OpenRequest.Command(_letter))).References;

    private async Task<IReadOnlyList<ListReferences.Row>> AskedOfAsync(Person person) =>
        (await Community.QueryAsync(person, new ListReferences.Query())).Items;

    private async Task<IReadOnlyList<string>> VouchingAsync() =>
        Assert.Single(await Community.WaitingAsync(Recipient)).VouchedForBy;

    private async Task<IReadOnlyList<ListNotifications.Row>> ToldAsync(
        Person person,
        params NotificationKind[] kinds
    ) =>
        [
            .. (await Community.QueryAsync(person, new ListNotifications.Query())).Notifications.Items.Where(told =>
                kinds.Length == 0 || kinds.Contains(told.Kind)
            ),
        ];

    private Task<string> IdAsync(Person asked) =>
        Community.InDatabaseAsync(context =>
            context
                .References.Where(reference => reference.AskedId == asked.Id)
                .Select(reference => reference.PublicId)
                .FirstAsync(Token)
        );

    private Task<bool> IsVouchedForAsync() =>
        Community.InDatabaseAsync(context =>
            context
                .Requests.Where(letter => letter.PublicId == _letter)
                .Select(letter => letter.IsVouchedFor)
                .SingleAsync(Token)
        );

    private async Task InsertAskOfAsync(Person asked)
    {
        var (sender, recipient) = await Community.InsertTwoAsync();
        await Community.InsertConnectionAsync(asked, sender);
        await Community.InsertConnectionAsync(asked, recipient);
        await Community.MustAsync(
            recipient,
            new AskReference.Command(await Community.DeliverAsync(sender, recipient), asked.Handle)
        );
    }

    private async Task EndAsync(string end)
    {
        switch (end)
        {
            case "accepted":
                await Community.MustAsync(Recipient, Accept(_letter));
                break;
            case "declined":
                await Community.MustAsync(Recipient, new DeclineRequest.Command(_letter, ForGood: false, null));
                break;
            case "reported":
                await Community.MustAsync(Recipient, new ReportRequest.Command(_letter, ReportCategory.Spam, null));
                break;
            case "withdrawn":
                await Community.MustAsync(Sender, new WithdrawRequest.Command(_letter));
                break;
            case "blocked by its recipient":
                await Community.MustAsync(Recipient, new BlockMember.Command(Sender.Handle));
                break;
            case "blocked by its sender":
                await Community.MustAsync(Sender, new BlockMember.Command(Recipient.Handle));
                break;
            case "sender suspended":
                await SuspendByCaseAsync(Sender);
                break;
            default:
                Community.Advance(TimeSpan.FromDays(60));
                break;
        }
    }

    private async Task<CaseDecided> SuspendByCaseAsync(Person author)
    {
        var (reporter, moderator) = (
            await Community.InsertAsync(),
            await Community.InsertAsync(A.Member() with { Role = ConnectGate.People.Accounts.Role.Moderator })
        );
        await Community.ReportAsync(author, reporter);
        var file = Assert.Single((await Community.QueryAsync(moderator, new ListCases.Query()))!.Items);
        return await Community.MustAsync(
            moderator,
            await Community.SuspensionAsync(file.Id, 7, "For what this test needs.")
        );
    }
}

public sealed class ReferenceTestsOnSqlite() : ReferenceTests(Database.Sqlite);

public sealed class ReferenceTestsOnPostgres() : ReferenceTests(Database.Postgres);
