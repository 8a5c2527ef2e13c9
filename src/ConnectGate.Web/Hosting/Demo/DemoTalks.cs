using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Letters.References;
using ConnectGate.Letters.Talks;

namespace ConnectGate.Web.Hosting.Demo;

/// <summary>The questions to people both know, and the talks before a decision.</summary>
/// <param name="ids">The members' ids, by handle.</param>
/// <param name="letters">The letters' public ids, by the handles of sender and recipient.</param>
internal sealed class DemoTalks(
    DemoStage stage,
    IReadOnlyDictionary<string, long> ids,
    IReadOnlyDictionary<(string Sender, string Recipient), string> letters
)
{
    public IEnumerable<(double DaysAgo, Func<Task> Happens)> All =>
        [
            (17, () => AskAsync("noor-haddad", "bram-devries", "tomasz-wrona")),
            (16, () =>
                AnswerAsync(
                    "tomasz-wrona",
                    Acquaintance.KnowWell,
                    "We surveyed the dike together. He asks until he knows."
                )
            ),
            (15, () => AskAsync("noor-haddad", "kwame-boateng", "ines-carvalho")),
            (6, () => AskAsync("ines-carvalho", "greta-hoffmann", "mara-lindqvist")),
            (9, () =>
                WriteAsync(
                    "noor-haddad",
                    "priya-nair",
                    "How old are the children, and do they know what a tide is when they come?"
                )
            ),
            (8, () =>
                ReplyAsync(
                    "priya-nair",
                    "noor-haddad",
                    "Seven to ten. They know that the sand is gone sometimes, and they want to know who took it."
                )
            ),
            (1, () =>
                WriteAsync(
                    "priya-nair",
                    "mara-lindqvist",
                    "I saw your talk announced beside mine and was sorry too. Which knots did you mean?"
                )
            ),
        ];

    private Task<Done> AskAsync(string asker, string about, string asked) =>
        stage.DoAsync(ids[asker], new AskReference.Command(letters[(about, asker)], asked));

    private async Task AnswerAsync(string asked, Acquaintance answer, string line)
    {
        var open = (await stage.AskAsync(ids[asked], new ListReferences.Query())).Items;
        await stage.DoAsync(ids[asked], new AnswerReference.Command(open.Single().Id, answer, line));
    }

    private Task<Done> WriteAsync(string recipient, string sender, string text) =>
        stage.DoAsync(ids[recipient], new WriteToSender.Command(letters[(sender, recipient)], text));

    private Task<Done> ReplyAsync(string sender, string recipient, string text) =>
        stage.DoAsync(ids[sender], new AnswerRecipient.Command(letters[(sender, recipient)], text));
}
