using System.Net.Http.Json;
using ConnectGate.Care.Moderation;
using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Gate.Policy;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.References;
using ConnectGate.Letters.Talks;
using ConnectGate.People.Policy;
using ConnectGate.Tests.Slices;
using ConnectGate.Tests.Slices.Desk.Portability;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections.Blocks;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Web.Privacy;

/// <summary>
/// A sender cannot tell whether a request waits, was silently declined, was reported or met a block. Wherever they look
/// and whatever they try, the status, the body and the SQL behind it are the same. On SQLite they look at every page of
/// the site, on PostgreSQL at those about the recipient.
/// </summary>
public abstract partial class SenderCanTellTests(Database database)
{
    private protected const string Accepted = "accepted",
        BlockedByTheStrict = "blocked by somebody strict";

    private static readonly TimeSpan Waits = TimeSpan.FromDays(120);

    /// <summary>Acts of a recipient that the sender must not learn of.</summary>
    private static readonly Dictionary<string, Func<Site, Person, string, Task>> Decisions = new(StringComparer.Ordinal)
    {
        ["waits"] = (_, _, _) => Task.CompletedTask,
        ["opened"] = (site, recipient, id) => site.Community.MustAsync(recipient, new OpenRequest.Command(id)),
        ["declined not now"] = (site, recipient, id) =>
            site.Community.MustAsync(recipient, new DeclineRequest.Command(id, ForGood: false, Reply: null)),
        ["declined for good"] = (site, recipient, id) =>
            site.Community.MustAsync(recipient, new DeclineRequest.Command(id, ForGood: true, Reply: null)),
        ["reported"] = (site, recipient, id) =>
            site.Community.MustAsync(recipient, new ReportRequest.Command(id, ReportCategory.Spam, null)),
        ["blocked"] = (site, recipient, _) =>
            site.Community.MustAsync(recipient, new BlockMember.Command("the-sender")),
        ["blocked after a decline"] = async (site, recipient, id) =>
        {
            await site.Community.MustAsync(recipient, new DeclineRequest.Command(id, ForGood: false, Reply: null));
            await site.Community.MustAsync(recipient, new BlockMember.Command("the-sender"));
        },
        ["asked a mutual connection about them"] = (site, recipient, id) =>
            AskAboutThemAsync(site, recipient, id, Acquaintance.DontReallyKnow),
        ["vouched for by a mutual connection"] = (site, recipient, id) =>
            AskAboutThemAsync(site, recipient, id, Acquaintance.KnowWell),
        [BlockedByTheStrict] = async (site, recipient, _) =>
        {
            await site.Community.MustAsync(recipient, new BlockMember.Command("the-sender"));
            await site.Community.MustAsync(
                recipient,
                new EditPolicy.Command(PolicyKind.SharedConnection, "Friends of friends.", null)
                {
                    MinimumNote = 200,
                    LettersAWeek = 1,
                    AwayUntil = DateOnly.FromDateTime(site.Clock.Now.AddDays(300)),
                    WelcomesPitches = true,
                }
            );
        },
        [Accepted] = (site, recipient, id) =>
            site.Community.MustAsync(recipient, new AcceptRequest.Command(id, false, true, null, null)),
    };

    private static readonly string[] BlockShows =
    [
        "/groups/GROUP",
        "/gatherings/GROUP",
        "/gatherings/GROUP/agenda",
        "/report/agenda-entry/GROUP.the-recipient",
        "/report/post/POST",
        "/met/CODE",
    ];

    private protected static readonly IEnumerable<string> Concealed = Decisions.Keys.Except(
        ["waits", Accepted, BlockedByTheStrict],
        StringComparer.Ordinal
    );

    [Fact]
    public async Task While_it_runs_and_after_its_end_until_they_may_ask_again()
    {
        var expected = await TellAsync("waits", WhileItWaitsAsync);

        foreach (var decision in Concealed)
        {
            Same(expected, await TellAsync(decision, WhileItWaitsAsync), decision);
        }
    }

    [Fact]
    public async Task While_an_acceptance_can_be_undone()
    {
        var expected = await TellAsync("waits", LookAsync);

        Same(expected, await TellAsync(Accepted, LookAsync), Accepted);
    }

    [Fact]
    public async Task While_they_talk_and_when_they_answer()
    {
        var expected = await TellAsync("waits", AnswerAsync, talk: true);

        foreach (var decision in Concealed.Append(Accepted))
        {
            Same(expected, await TellAsync(decision, AnswerAsync, talk: true), decision);
        }
    }

    [Fact]
    public async Task A_block_and_a_decline_for_good_look_like_a_closed_policy_once_they_could_ask_again()
    {
        var expected = await TellAsync("waits", AskAgainAsync, close: true);

        foreach (var decision in new[] { "declined for good", "reported" })
        {
            Same(expected, await TellAsync(decision, AskAgainAsync), decision);
        }

        foreach (var decision in new[] { "blocked", "blocked after a decline", BlockedByTheStrict })
        {
            var told = await TellAsync(decision, AskAgainAsync);
            Same([.. expected.Where(HidesABlock)], [.. told.Where(HidesABlock)], decision);
        }
    }

    // Once the sender could ask again, a noticeboard hides the posts of the other, and the other's code does not exist.
    // No other page shows a block.
    private static bool HidesABlock(Told told) => !BlockShows.Contains(told.Where, StringComparer.Ordinal);

    private protected async Task<List<Told>> TellAsync(
        string decision,
        Func<Site, Person, string, Task<List<Told>>> look,
        bool close = false,
        bool talk = false
    )
    {
        await using var site = await Site.StartAsync(database);
        var sender = await site.Community.InsertAsync(new NewMember("the-sender", "The Sender"));
        var recipient = await site.Community.InsertAsync(new NewMember("the-recipient", "The Recipient"));
        await site.Community.InsertAsync(new NewMember("another", "Another Member"));
        var mutual = await site.Community.InsertAsync(new NewMember("the-mutual", "The Mutual"));
        await site.Community.InsertConnectionAsync(mutual, sender);
        await site.Community.InsertConnectionAsync(mutual, recipient);
        await SendersAddresses.PrepareAsync(site, mutual, sender, recipient);
        var sent = await site.Community.MustAsync(sender, new SendRequest.Command(recipient.Handle, A.Letter()));
        site.Clock.Advance(TimeSpan.FromMinutes(6));
        if (talk)
        {
            await site.Community.MustAsync(
                recipient,
                new WriteToSender.Command(sent.Id, "Which of my talks do you mean?")
            );
            await site.Community.MustAsync(sender, new AnswerRecipient.Command(sent.Id, "The one in Lund."));
            await site.Community.MustAsync(recipient, new WriteToSender.Command(sent.Id, "And what about it?"));
            site.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await Decisions[decision](site, recipient, sent.Id);
        if (close)
        {
            await site.Community.MustAsync(recipient, new EditPolicy.Command(PolicyKind.Closed, null, null));
        }

        site.Clock.Advance(TimeSpan.FromMinutes(1));
        return await look(site, sender, sent.Id);
    }

    private static async Task<List<Told>> WhileItWaitsAsync(Site site, Person sender, string id)
    {
        var told = await LookAsync(site, sender, id);
        site.Clock.Advance(TimeSpan.FromDays(20)); // no more under way
        told.AddRange(await LookAsync(site, sender, id));
        site.Clock.Advance(TimeSpan.FromDays(45)); // expired
        told.AddRange(await LookAsync(site, sender, id));
        site.Clock.Advance(Waits - TimeSpan.FromDays(65) - TimeSpan.FromMinutes(10)); // the last moments
        told.AddRange(await LookAsync(site, sender, id));
        return told;
    }

    private protected static async Task<List<Told>> WithdrawAsync(Site site, Person sender, string id)
    {
        var visitor = await site.VisitAsync(sender);
        var (asks, confirms) = ($"/sent/{id}/withdraw", new List<Told>());
        var page = await visitor.SeeAsync(asks);
        await NoteAsync(confirms, site, id, "withdraw", async () =>
        {
            var answer = await visitor.SubmitAsync(page, "main form");
            return ((int)answer.Status, answer.Body + answer.Location);
        });
        return [.. confirms, .. await LookAsync(site, sender, id)];
    }

    private static async Task AskAboutThemAsync(Site site, Person recipient, string id, Acquaintance answer)
    {
        var mutual = await site.Community.InDatabaseAsync(context =>
            context
                .Members.Where(member => member.Handle == "the-mutual")
                .Select(member => new Person(member.Id, member.Handle, member.DisplayName, ""))
                .SingleAsync()
        );
        await site.Community.MustAsync(recipient, new AskReference.Command(id, mutual.Handle));
        var asked = Assert.Single((await site.Community.QueryAsync(mutual, new ListReferences.Query())).Items);
        await site.Community.MustAsync(mutual, new AnswerReference.Command(asked.Id, answer, "We sang in one choir."));
    }

    private static Task<List<Told>> AnswerAsync(Site site, Person sender, string id) =>
        ActAsync(site, sender, id, $"/sent/{id}", "#talk form", ("text", "Its last part."));

    private protected static Task<List<Told>> StopAsync(Site site, Person sender, string id) =>
        ActAsync(site, sender, id, $"/sent/{id}", "#talk form[action*=Stop]");

    private protected static Task<List<Told>> LetGoOfTheMutualAsync(Site site, Person sender, string id) =>
        ActAsync(site, sender, id, "/connections/the-mutual/let-go", "main form");

    private static async Task<List<Told>> ActAsync(
        Site site,
        Person sender,
        string id,
        string path,
        string form,
        params (string, string?)[] values
    )
    {
        var told = new List<Told>();
        var visitor = await site.VisitAsync(sender);
        var page = await visitor.SeeAsync(path);
        await NoteAsync(told, site, id, path, async () =>
        {
            var answer = await visitor.SubmitAsync(page, form, values);
            return ((int)answer.Status, answer.Body + answer.Location);
        });
        return [.. told, .. await LookAsync(site, sender, id)];
    }

    private protected static Task<List<Told>> AskAgainAsync(Site site, Person sender, string id)
    {
        site.Clock.Advance(Waits);
        return LookAsync(site, sender, id);
    }

    /// <summary>Every page a sender can read, and every act that changes nothing.</summary>
    private protected static async Task<List<Told>> LookAsync(Site site, Person sender, string id)
    {
        var told = new List<Told>();
        var visitor = await site.VisitAsync(sender);
        var program = await site.ProgramAsync(sender);
        var addresses = await SendersAddresses.OfAsync(site, id);
        await visitor.GetAsync("/settings"); // notes once that the session was used
        await program.GetAsync("/api/v1/connections");

        foreach (var path in addresses.Pages)
        {
            await NoteAsync(told, site, addresses.Masked, path, async () =>
            {
                var page = await visitor.GetAsync(path);
                return ((int)page.Status, page.Body + page.Location);
            });
        }

        foreach (
            var path in (string[])
                [
                    "requests/sent",
                    $"requests/{id}/talk",
                    "references",
                    "inbox",
                    $"inbox/{id}",
                    "connections",
                    "conversations/the-recipient",
                    "members?query=recipient",
                    "members/the-recipient",
                ]
        )
        {
            await NoteAsync(told, site, addresses.Masked, path, () => CallAsync(program.GetAsync($"/api/v1/{path}")));
        }

        var letter = new
        {
            recipient = "the-recipient",
            note = A.Letter().Note,
            reason = "your-work",
            reasonDetail = A.Letter().ReasonDetail,
        };
        var blank = new
        {
            recipient = "the-recipient",
            note = "",
            reason = (string?)null,
            reasonDetail = "",
        };
        await NoteAsync(told, site, addresses.Masked, "check", () =>
            CallAsync(program.PostAsJsonAsync("/api/v1/requests/check", letter))
        );
        await NoteAsync(told, site, addresses.Masked, "check a blank one", () =>
            CallAsync(program.PostAsJsonAsync("/api/v1/requests/check", blank))
        );
        await NoteAsync(told, site, addresses.Masked, "send a blank one", () =>
            CallAsync(program.PostAsJsonAsync("/api/v1/requests", blank))
        );
        await NoteAsync(told, site, addresses.Masked, "write to them", () =>
            CallAsync(program.PostAsJsonAsync("/api/v1/conversations/the-recipient", new { text = "Hello" }))
        );

        var form = await visitor.SeeAsync("/settings");
        var token = form.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var handler in (string[])["", "?handler=Check", "?handler=Preview"])
        {
            await NoteAsync(told, site, addresses.Masked, $"ask again {handler}", async () =>
            {
                var page = await visitor.PostAsync(
                    $"/ask/the-recipient{handler}",
                    [
                        new("__RequestVerificationToken", token),
                        new("Note", A.Letter().Note!),
                        new("Reason", "YourWork"),
                        new("ReasonDetail", A.Letter().ReasonDetail!),
                    ]
                );
                return ((int)page.Status, page.Body + page.Location);
            });
        }

        await NoteAsync(told, site, addresses.Masked, "send again", () =>
            CallAsync(program.PostAsJsonAsync("/api/v1/requests", letter))
        );
        foreach (var (file, content) in await site.Community.PackedAsync(sender))
        {
            told.Add(new Told($"export: {file}", 200, addresses.Masked(content), ""));
        }

        return told;
    }

    private static async Task<(int Status, string Body)> CallAsync(Task<HttpResponseMessage> calling)
    {
        using var response = await calling;
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static Task NoteAsync(
        List<Told> told,
        Site site,
        string id,
        string where,
        Func<Task<(int Status, string Body)>> ask
    ) => NoteAsync(told, site, text => SendersAddresses.Masked(text, id, "REQUEST"), where, ask);

    private static async Task NoteAsync(
        List<Told> told,
        Site site,
        Func<string, string> masked,
        string where,
        Func<Task<(int Status, string Body)>> ask
    )
    {
        var sql = site.Sql.Listen();
        var (status, body) = await ask();
        told.Add(new Told(masked(where), status, Varying.Masked(masked(body)), string.Join("\n;\n", sql)));
    }

    private protected static void Same(List<Told> expected, List<Told> actual, string decision)
    {
        foreach (var (one, other) in expected.Zip(actual))
        {
            Assert.True(
                one == other,
                $"""
                Who was "{decision}" can tell it at {one.Where}: {one.Status} and {other.Status}.
                {FirstDifference(one.Body, other.Body)}
                {FirstDifference(one.Sql, other.Sql)}
                """
            );
        }

        Assert.Equal(expected.Count, actual.Count);
    }

    private static string FirstDifference(string one, string other)
    {
        var (left, right) = (one.Split('\n'), other.Split('\n'));
        var at = Enumerable
            .Range(0, Math.Min(left.Length, right.Length))
            .FirstOrDefault(line => left[line] != right[line], -1);
        return at >= 0 ? $"- {left[at]}\n+ {right[at]}"
            : left.Length == right.Length ? ""
            : $"{left.Length} and {right.Length} lines";
    }

    private protected sealed record Told(string Where, int Status, string Body, string Sql);
}

public sealed class SenderCanTellTestsOnPostgres() : SenderCanTellTests(Database.Postgres);

/// <summary>
/// What the sender does, beyond looking and answering, is tried on one database: afterwards they look at the same
/// pages, and the SQL of those is compared on both.
/// </summary>
public sealed class SenderCanTellTestsOnSqlite() : SenderCanTellTests(Database.Sqlite)
{
    [Fact]
    public async Task When_they_withdraw()
    {
        var expected = await TellAsync("waits", WithdrawAsync);

        foreach (var decision in Concealed)
        {
            Same(expected, await TellAsync(decision, WithdrawAsync), decision);
        }
    }

    [Fact]
    public async Task When_they_stop_a_talk()
    {
        var expected = await TellAsync("waits", StopAsync, talk: true);

        foreach (var decision in Concealed.Append(Accepted))
        {
            Same(expected, await TellAsync(decision, StopAsync, talk: true), decision);
        }
    }

    [Fact]
    public async Task When_they_let_go_of_who_was_asked_about_them()
    {
        var expected = await TellAsync("waits", LetGoOfTheMutualAsync);

        foreach (var decision in Concealed.Where(decision => decision.Contains("mutual", StringComparison.Ordinal)))
        {
            Same(expected, await TellAsync(decision, LetGoOfTheMutualAsync), decision);
        }
    }

    [Fact]
    public async Task A_difference_would_be_found() =>
        Assert.NotEqual(await TellAsync("waits", LookAsync), await TellAsync("waits", AskAgainAsync, close: true));

    [Fact]
    public async Task Through_a_connector_when_they_withdraw()
    {
        var expected = await TellOfIntroductionAsync(Unanswered, WithdrawAsync);

        foreach (
            var stage in new[]
            {
                "turned down: not now",
                "passed on",
                "passed on, opened and declined for good",
                PassedOnWhileBlocked,
            }
        )
        {
            Same(expected, await TellOfIntroductionAsync(stage, WithdrawAsync), stage);
        }
    }
}
