using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Notifications;
using ConnectGate.Letters.Introductions;
using ConnectGate.Letters.Introductions.Offers;
using ConnectGate.People.Policy;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections;
using ConnectGate.Ties.Connections.Blocks;

namespace ConnectGate.Tests.Slices.Letters.Introductions;

public abstract class OfferTests(Database database) : CommunityTests(database)
{
    private Person _introducer = null!,
        _one = null!,
        _other = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_introducer, _one, _other) = (
            await Community.InsertAsync(),
            await Community.InsertAsync(),
            await Community.InsertAsync(A.Member() with { Policy = PolicyKind.IntroducedOrMet })
        );
    }

    [Fact]
    public async Task Once_both_agreed_either_writes_and_the_letter_arrives_with_what_its_reader_was_told()
    {
        var id = await Community.OfferAsync(_introducer, _one, _other);
        var offer = await Community.QueryAsync(_other, new ViewOffer.Query(id));
        Assert.Equal(
            ($"{_one.DisplayName}: {IntroductionStories.Words}", _one.Handle, null, false),
            (offer!.Words, offer.OtherHandle, offer.Agrees, offer.BothAgreed)
        );
        Assert.False((await Community.MustAsync(_one, new AnswerOffer.Command(id, Agrees: true))).BothAgreed);
        Assert.Null((await Community.QueryAsync(_other, new ViewOffer.Query(id)))!.Agrees);
        await Community.NotFoundAsync(_one, new AskOnceAgreed.Command(id, A.Letter()));

        Assert.True((await Community.MustAsync(_other, new AnswerOffer.Command(id, Agrees: true))).BothAgreed);
        var receipt = await Community.MustAsync(_one, new AskOnceAgreed.Command(id, A.Letter()));

        Assert.Equal(Community.Clock.Now, receipt.DeliverAt);
        var letter = await Community.MustAsync(_other, new OpenRequest.Command(receipt.Id));
        Assert.Equal(
            (_introducer.Handle, $"{_one.DisplayName}: {IntroductionStories.Words}"),
            (letter.Introduction!.ConnectorHandle, letter.Introduction.Words)
        );
        await Community.RefusedAsync(_other, new AskOnceAgreed.Command(id, A.Letter()), "asked-first", "recipient");
        await Community.IllegalAsync(_one, new AnswerOffer.Command(id, Agrees: false));
        Assert.Empty((await Community.QueryAsync(_introducer, new ListAsks.Query())).Items);
        Assert.Empty((await Community.QueryAsync(_introducer, new ListAsks.Query(Answered: true))).Items);
    }

    [Fact]
    public async Task Both_are_told_of_the_offer_and_that_both_agreed_and_the_introducer_of_nothing()
    {
        var offered = await Community.OfferAsync(_introducer, _one, _other);
        var before = await Community.QueryAsync(_introducer, new ListMyOffers.Query());
        await Community.MustAsync(_one, new AnswerOffer.Command(offered, Agrees: true));
        Assert.Equal([NotificationKind.IntroductionOffered], await KindsAsync(_other));
        await Community.MustAsync(_other, new AnswerOffer.Command(offered, Agrees: true));

        Assert.Equal([NotificationKind.BothAgreed, NotificationKind.IntroductionOffered], await KindsAsync(_one));
        Assert.Equal([NotificationKind.BothAgreed, NotificationKind.IntroductionOffered], await KindsAsync(_other));
        Assert.Empty(await KindsAsync(_introducer));
        Assert.Equal(before, await Community.QueryAsync(_introducer, new ListMyOffers.Query()));
    }

    [Fact]
    public async Task A_no_is_seen_by_nobody_and_can_be_changed()
    {
        var id = await Community.OfferAsync(_introducer, _one, _other);
        var (before, offers) = (
            await Community.QueryAsync(_other, new ViewOffer.Query(id)),
            await Community.QueryAsync(_introducer, new ListMyOffers.Query())
        );

        await Community.MustAsync(_one, new AnswerOffer.Command(id, Agrees: false));

        Assert.Equal(before, await Community.QueryAsync(_other, new ViewOffer.Query(id)));
        Assert.Equal(offers, await Community.QueryAsync(_introducer, new ListMyOffers.Query()));
        await Community.MustAsync(_other, new AnswerOffer.Command(id, Agrees: true));
        Assert.True((await Community.MustAsync(_one, new AnswerOffer.Command(id, Agrees: true))).BothAgreed);
    }

    [Fact]
    public async Task It_ends_quietly_after_thirty_days_and_for_two_who_agreed_thirty_days_later()
    {
        var (ended, agreed) = (
            await Community.OfferAsync(_introducer, _one, _other),
            await Community.OfferAsync(await Community.InsertAsync(), _one, _other)
        );
        Community.Advance(TimeSpan.FromDays(29));
        await Community.MustAsync(_one, new AnswerOffer.Command(agreed, Agrees: true));
        await Community.MustAsync(_other, new AnswerOffer.Command(agreed, Agrees: true));
        Community.Advance(TimeSpan.FromDays(1));

        await Community.NotFoundAsync(_one, new AnswerOffer.Command(ended, Agrees: true));
        Assert.Empty(await Community.QueryAsync(_introducer, new ListMyOffers.Query()));
        Community.Advance(TimeSpan.FromDays(28));
        await Community.MustAsync(_one, new AskOnceAgreed.Command(agreed, A.Letter()));
        Community.Advance(TimeSpan.FromDays(1));
        Assert.Null(await Community.QueryAsync(_one, new ViewOffer.Query(agreed)));
    }

    [Fact]
    public async Task Each_refusal_has_its_code()
    {
        await Community.OfferAsync(_introducer, _one, _other);
        var stranger = await Community.InsertAsync();

        await Community.RefusedAsync(_introducer, Offer(_other, _one), "already-offered", "");
        await Community.RefusedAsync(_introducer, Offer(_one, _one), "same-member", "other");
        await Community.RefusedAsync(
            _introducer,
            Offer(_one, _other) with
            {
                Words = "\u3164",
            },
            "introduction-missing",
            "words"
        );
        await Community.RefusedAsync(
            _introducer,
            Offer(_one, _other) with
            {
                OtherWords = "Both of us sing.",
            },
            "introduction-too-short",
            "otherWords"
        );
        await Community.NotFoundAsync(_introducer, Offer(_one, stranger));
        await Community.NotFoundAsync(_introducer, Offer(stranger, _one));
        await Community.NotFoundAsync(stranger, Offer(_one, _other));
        for (var number = 1; number < 5; number++)
        {
            await Community.OfferAsync(_introducer, await Community.InsertAsync(), await Community.InsertAsync());
        }

        var (next, another) = await Community.InsertTwoAsync();
        await Community.InsertConnectionAsync(_introducer, next);
        await Community.InsertConnectionAsync(_introducer, another);
        await Community.RefusedAsync(_introducer, Offer(next, another), "too-many-offers", "");
        await Community.SuspendAsync(_introducer);
        await Community.RefusedAsync(_introducer, Offer(next, another), "suspended", "");
    }

    [Fact]
    public async Task Nobody_else_reads_or_answers_it()
    {
        var id = await Community.AgreeAsync(_introducer, _one, _other);

        foreach (var stranger in new[] { _introducer, await Community.InsertAsync() })
        {
            await Community.NotFoundAsync(stranger, new AnswerOffer.Command(id, Agrees: true));
            await Community.NotFoundAsync(stranger, new AskOnceAgreed.Command(id, A.Letter()));
            Assert.Null(await Community.QueryAsync(stranger, new ViewOffer.Query(id)));
            Assert.Null(await Community.QueryAsync(stranger, new AskOnceAgreed.Query(id, A.Letter())));
        }

        await Community.RefusedAsync(_one, new AnswerOffer.Command(id, null), "agreement-missing", "agrees");
        Assert.Empty((await Community.QueryAsync(_one, new AskOnceAgreed.Query(id, A.Letter())))!.Refusals);
    }

    public static readonly TheoryData<string> Endings =
    [
        "one blocks the other",
        "the other blocks one",
        "one lets the introducer go",
        "the introducer blocks the other",
        "the two connect",
        "the other is suspended",
        "the introducer is suspended",
    ];

    [Theory, MemberData(nameof(Endings))]
    public async Task The_end_of_an_offer_ends_it_for_both_at_every_stage_unseen_by_the_introducer(string ends)
    {
        foreach (var agreed in new[] { false, true })
        {
            (_introducer, _one, _other) = await Community.InsertThreeAsync();
            var id = agreed
                ? await Community.AgreeAsync(_introducer, _one, _other)
                : await Community.OfferAsync(_introducer, _one, _other);
            var offers = await Community.QueryAsync(_introducer, new ListMyOffers.Query());

            await EndAsync(ends);

            Assert.Null(await Community.QueryAsync(_one, new ViewOffer.Query(id)));
            await Community.NotFoundAsync(_one, new AnswerOffer.Command(id, Agrees: true));
            await Community.NotFoundAsync(_one, new AskOnceAgreed.Command(id, A.Letter()));
            Assert.Equal(offers, await Community.QueryAsync(_introducer, new ListMyOffers.Query()));
        }
    }

    [Fact]
    public async Task Between_two_who_cannot_be_introduced_it_is_offered_all_the_same_and_nobody_is_told()
    {
        foreach (var connected in new[] { false, true })
        {
            var (one, other) = await Community.InsertTwoAsync();
            await Community.InsertConnectionAsync(_introducer, one);
            await Community.InsertConnectionAsync(_introducer, other);
            await (
                connected
                    ? Community.InsertConnectionAsync(one, other)
                    : Community.MustAsync(one, new BlockMember.Command(other.Handle))
            );

            await Community.MustAsync(_introducer, Offer(one, other));

            Assert.Empty((await Community.QueryAsync(one, new ViewOffer.ToMe())).Items);
            Assert.Empty((await Community.QueryAsync(other, new ViewOffer.ToMe())).Items);
            Assert.Empty(await KindsAsync(one));
        }

        Assert.Equal(2, (await Community.QueryAsync(_introducer, new ListMyOffers.Query())).Count);
    }

    private static OfferIntroduction.Command Offer(Person one, Person other) =>
        new(one.Handle, other.Handle, IntroductionStories.Words, IntroductionStories.Words);

    private async Task<IEnumerable<NotificationKind>> KindsAsync(Person person) =>
        (await Community.QueryAsync(person, new ListNotifications.Query())).Notifications.Items.Select(told =>
            told.Kind
        );

    private Task EndAsync(string ends) =>
        ends switch
        {
            "one blocks the other" => Community.MustAsync(_one, new BlockMember.Command(_other.Handle)),
            "the other blocks one" => Community.MustAsync(_other, new BlockMember.Command(_one.Handle)),
            "one lets the introducer go" => Community.MustAsync(_one, new LetGo.Command(_introducer.Handle)),
            "the introducer blocks the other" => Community.MustAsync(
                _introducer,
                new BlockMember.Command(_other.Handle)
            ),
            "the two connect" => Community.ConnectAsync(_other, _one),
            "the other is suspended" => Community.SuspendAsync(_other),
            _ => Community.SuspendAsync(_introducer),
        };
}

public sealed class OfferTestsOnSqlite() : OfferTests(Database.Sqlite);

public sealed class OfferTestsOnPostgres() : OfferTests(Database.Postgres);
