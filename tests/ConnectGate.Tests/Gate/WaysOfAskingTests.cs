using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Sent;
using ConnectGate.Tests.Slices.Foundation.Text;
using ConnectGate.Tests.Slices.Ties.Groups;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Groups;

namespace ConnectGate.Tests.Gate;

/// <summary>Every way of asking refuses the same letters, and stores nothing of a refused one.</summary>
public abstract class WaysOfAskingTests(Database database) : CommunityTests(database)
{
    private Func<Letter, ICommand<SendRequest.Receipt>>? _prepared;
    private Person _sender = null!;
    private Person _recipient = null!;
    private IReadOnlyDictionary<string, long> _rows = null!;
    private IReadOnlyList<string> _said = null!;

    public static readonly TheoryData<string> Ways = [.. WayOfAsking.All.Keys];

    // Counting is tested by itself. Each text meets the database once, in a letter that is sent, and the other ways
    // show by one or two texts that they count alike.
    public static readonly TheoryData<string, string> WaysAndBlanks = Pairs(Texts.Blanks.Keys, "mixture");

    public static readonly TheoryData<string, string> WaysAndScripts = Pairs(
        Texts.Characters.Keys.Concat(Texts.DenseCharacters.Keys),
        "emoji family",
        "Han"
    );

    protected override Dictionary<string, string?> Settings =>
        new(StringComparer.Ordinal) { ["Gate:SendAttempts"] = "10000" };

    [Theory, MemberData(nameof(Ways))]
    public async Task A_blank_letter_is_refused_three_times_over(string way) =>
        Assert.Equal(
            ["note-missing", "reason-detail-missing", "reason-missing"],
            await RefusedAsync(way, Letter.Blank)
        );

    [Theory, MemberData(nameof(Ways))]
    public async Task Without_a_note_it_is_refused(string way) =>
        Assert.Equal(["note-missing"], await RefusedAsync(way, A.Letter() with { Note = null }));

    [Theory, MemberData(nameof(Ways))]
    public async Task Without_a_reason_it_is_refused(string way) =>
        Assert.Equal(["reason-missing"], await RefusedAsync(way, A.Letter() with { Reason = null }));

    [Theory, MemberData(nameof(Ways))]
    public async Task An_unknown_reason_is_refused(string way) =>
        Assert.Equal(["reason-missing"], await RefusedAsync(way, A.Letter() with { Reason = (Reason)999 }));

    [Theory, MemberData(nameof(Ways))]
    public async Task Without_a_detail_it_is_refused(string way) =>
        Assert.Equal(["reason-detail-missing"], await RefusedAsync(way, A.Letter() with { ReasonDetail = null }));

    [Theory, MemberData(nameof(Ways))]
    public async Task Without_an_answer_it_is_refused(string way)
    {
        await PrepareAsync(way, "Why me?");

        Assert.Equal(["answer-missing"], await RefusedAsync(way, A.Letter()));
    }

    [Theory, MemberData(nameof(WaysAndBlanks))]
    public async Task Blanks_are_nothing(string way, string kind)
    {
        await PrepareAsync(way, "Why me?");
        foreach (var blank in Texts.Blanks[kind])
        {
            // One of them, as many as a valid text has, and too many.
            var (some, many) = (Texts.Of(25, blank), Texts.Of(1_001, blank));
            foreach (var (note, detail) in new[] { (blank, some), (some, blank), (many, some) })
            {
                Assert.Equal(
                    ["answer-missing", "note-missing", "reason-detail-missing"],
                    await TryAsync(
                        A.Letter() with
                        {
                            Note = note,
                            ReasonDetail = detail,
                            Answers = [new Answer(QuestionId(way), detail)],
                        }
                    )
                );
            }
        }

        await NothingStayedAsync();
    }

    [Theory, MemberData(nameof(WaysAndScripts))]
    public async Task A_note_has_20_to_1000_visible_characters(string way, string script)
    {
        var (character, counts) = Texts.Script(script);
        var least = PersonalNote.Limit.Minimum - (counts - 1);

        Assert.Equal(
            ["note-too-short"],
            await RefusedAsync(way, A.Letter() with { Note = Texts.Saying(least - 1, character) })
        );
        Assert.Equal(
            ["note-too-short"],
            await RefusedAsync(
                way,
                A.Letter() with
                {
                    Note = Texts.Of((PersonalNote.Limit.Minimum - 1) / counts, character),
                }
            )
        );
        Assert.Equal(
            ["note-too-long"],
            await RefusedAsync(way, A.Letter() with { Note = Texts.Saying(1_001, character) })
        );
        Assert.Equal(["note-too-long"], await RefusedAsync(way, A.Letter() with { Note = Texts.Of(1_001, character) }));
        await AcceptedAsync(way, A.Letter() with { Note = Texts.Saying(least, character) });
        await AcceptedAsync(way, A.Letter() with { Note = Texts.Saying(1_000, character) });
    }

    [Theory, MemberData(nameof(WaysAndScripts))]
    public async Task A_detail_has_5_to_200_visible_characters(string way, string script)
    {
        var (character, counts) = Texts.Script(script);
        var least = StatedReason.DetailLimit.Minimum - (counts - 1);

        Assert.Equal(
            ["reason-detail-too-short"],
            await RefusedAsync(way, A.Letter() with { ReasonDetail = Texts.Saying(least - 1, character) })
        );
        Assert.Equal(
            ["reason-detail-too-long"],
            await RefusedAsync(way, A.Letter() with { ReasonDetail = Texts.Saying(201, character) })
        );
        await AcceptedAsync(way, A.Letter() with { ReasonDetail = Texts.Saying(least, character) });
        await AcceptedAsync(way, A.Letter() with { ReasonDetail = Texts.Saying(200, character) });
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task An_answer_has_5_to_500_visible_characters(string way)
    {
        await PrepareAsync(way, "Why me?");

        Assert.Equal(["answer-too-short"], await RefusedAsync(way, Answering("Eels")));
        Assert.Equal(["answer-too-long"], await RefusedAsync(way, Answering(Texts.Saying(501, "a"))));
        await AcceptedAsync(way, Answering("Corks"));
        await AcceptedAsync(way, Answering(Texts.Saying(500, "a")));

        Letter Answering(string text) => A.Letter() with { Answers = [new Answer(QuestionId(way), text)] };
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task Every_refusal_comes_at_once(string way)
    {
        await PrepareAsync(way, "Why me?");

        Assert.Equal(
            ["answer-too-short", "note-too-short", "reason-detail-missing", "reason-missing"],
            await RefusedAsync(way, new Letter("Hello", null, "\u3164", [new Answer(QuestionId(way), "you")]))
        );
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_shared_group_stands_for_the_detail_and_for_nothing_else(string way)
    {
        await PrepareAsync(way);
        var id = await Community.SharedAsync(GroupKind.Group, _recipient, _sender);
        (_rows, _said) = (await Community.CountEveryTableAsync(), await SaidAsync());
        var picking = A.Letter() with { Reason = Reason.SameGroup, ReasonDetail = null, Group = id };

        Assert.Equal(["note-missing"], await RefusedAsync(way, picking with { Note = null }));
        Assert.Equal(["note-too-short"], await RefusedAsync(way, picking with { Note = "Hello" }));
        Assert.Equal(
            ["reason-detail-missing", "reason-missing"],
            await RefusedAsync(way, picking with { Reason = null })
        );
        Assert.Equal(
            ["group-other-reason", "reason-detail-missing"],
            await RefusedAsync(way, picking with { Reason = Reason.Advice })
        );
        Assert.Equal(["group-other-reason"], await RefusedAsync(way, picking with { Reason = Reason.SameEvent }));

        await Community.MustAsync(_sender, _prepared!(picking));
        Assert.Equal(
            await Community.NameAsync(id),
            Assert.Single((await Community.QueryAsync(_sender, new SentRequests.Query())).Items).ReasonDetail
        );
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_group_that_the_two_do_not_share_is_refused_whoever_has_it(string way)
    {
        await PrepareAsync(way);
        var (mine, theirs, nobodys) = (
            await Community.SharedAsync(GroupKind.Group, _sender),
            await Community.SharedAsync(GroupKind.Group, _recipient),
            await Community.SharedAsync(GroupKind.Group, await Community.InsertAsync())
        );
        var unlisted = await Community.SharedAsync(GroupKind.Group, _sender);
        await Community.JoinAsync(_recipient, unlisted, listMe: false);
        (_rows, _said) = (await Community.CountEveryTableAsync(), await SaidAsync());

        foreach (var foreign in new[] { mine, theirs, nobodys, unlisted, "no-such-group" })
        {
            Assert.Equal(
                ["group-not-shared"],
                await RefusedAsync(
                    way,
                    A.Letter() with
                    {
                        Reason = Reason.SameGroup,
                        ReasonDetail = null,
                        Group = foreign,
                    }
                )
            );
            Assert.Equal(["group-not-shared"], await RefusedAsync(way, A.Letter() with { Group = foreign }));
        }
    }

    private static TheoryData<string, string> Pairs(IEnumerable<string> whenSent, params string[] otherwise) =>
        [
            .. whenSent.Select(text => ("send", text)),
            .. from way in WayOfAsking.All.Keys.Where(way => way != "send") from text in otherwise select (way, text),
        ];

    // A correction numbers its questions by place: they are those of the time when the letter was sent.
    private static string QuestionId(string way) => way == "correct" ? "0" : "q1";

    private async Task PrepareAsync(string way, params string[] questions)
    {
        _sender = await Community.InsertAsync();
        _recipient = await Community.InsertAsync(A.Member() with { Questions = questions });
        _prepared = await WayOfAsking.All[way].PrepareAsync(Community, _sender, _recipient);
        (_rows, _said) = (await Community.CountEveryTableAsync(), await SaidAsync());
    }

    private async Task<IEnumerable<string>> RefusedAsync(string way, Letter letter)
    {
        if (_prepared is null)
        {
            await PrepareAsync(way);
        }

        var codes = await TryAsync(letter);
        await NothingStayedAsync();
        return codes;
    }

    private async Task<IEnumerable<string>> TryAsync(Letter letter)
    {
        var outcome = await Community.SendAsync(_sender, _prepared!(letter));
        Assert.False(outcome.Succeeded);
        Assert.All(outcome.Refusals, refusal => Assert.NotEmpty(refusal.Message));
        return outcome.Refusals.Select(refusal => refusal.Code).Order(StringComparer.Ordinal);
    }

    private async Task NothingStayedAsync()
    {
        Assert.Equal(_rows, await Community.CountEveryTableAsync());
        Assert.Equal(_said, await SaidAsync());
    }

    private async Task AcceptedAsync(string way, Letter letter)
    {
        var questions = letter.Answers is null ? [] : new[] { "Why me?" };
        await PrepareAsync(way, questions);

        var receipt = await Community.MustAsync(_sender, _prepared!(letter));

        var stored = Assert.Single((await Community.QueryAsync(_sender, new SentRequests.Query())).Items);
        Assert.Equal(receipt.Id, stored.Id);
        Assert.Equal(VisibleText.Clean(letter.Note), stored.Note);
        Assert.Equal(letter.Reason, stored.Reason);
        Assert.Equal(VisibleText.Clean(letter.ReasonDetail), stored.ReasonDetail);
    }

    private async Task<IReadOnlyList<string>> SaidAsync() =>
        [
            .. (await Community.QueryAsync(_sender, new SentRequests.Query())).Items.Select(row =>
                $"{row.Note} {row.Reason} {row.ReasonDetail}"
            ),
        ];
}

public sealed class WaysOfAskingTestsOnSqlite() : WaysOfAskingTests(Database.Sqlite);

public sealed class WaysOfAskingTestsOnPostgres() : WaysOfAskingTests(Database.Postgres);
