using ConnectGate.Desk.Conversations;
using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Gate;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Introductions;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Sent;
using ConnectGate.Ties.Meetings;

namespace ConnectGate.Web.Hosting.Demo;

/// <summary>Sends the demo's letters, and plans what becomes of each.</summary>
/// <param name="ids">The ids of registered members, by handle.</param>
/// <param name="plan">Schedules an act at a time.</param>
internal sealed class DemoLetters(
    DemoStage stage,
    IReadOnlyDictionary<string, long> ids,
    DemoGroups groups,
    DateTimeOffset now,
    Action<DateTimeOffset, Func<Task>> plan
)
{
    private readonly Dictionary<(string Sender, string Recipient), string> _sent = [];

    /// <summary>The public ids of the letters sent so far, by the handles of sender and recipient.</summary>
    public IReadOnlyDictionary<(string Sender, string Recipient), string> Sent => _sent;

    public async Task SendAsync(DemoContent.Sent letter)
    {
        var (sender, recipient) = (ids[letter.Sender], ids[letter.Recipient]);
        if (letter.Met)
        {
            await stage.DoAsync(recipient, new ShowCode.Command());
            await stage.DoAsync(
                sender,
                new ConfirmMeeting.Command((await stage.AskAsync(recipient, new ShowCode.Query())).Shown!.Text)
            );
        }

        var questions = (await stage.AskAsync(sender, new ComposeLetter.Query(letter.Recipient)))!.Policy.Questions;
        var answers = questions
            .Zip(letter.Answers ?? [], (question, answer) => new Answer(question.Id, answer))
            .ToList();
        var written = new Letter(letter.Note, letter.Reason, letter.Detail, answers)
        {
            Group = groups.IdOf(letter.Group),
            AdviceSeen = true, // Owen Castle's comes below the others in the inbox
        };
        if (letter.Through is { } connector)
        {
            await AskForIntroductionAsync(letter, connector, written);
            return;
        }

        var id = (await stage.DoAsync(sender, new SendRequest.Command(letter.Recipient, written))).Id;
        var sentAt = stage.Now;
        _sent[(letter.Sender, letter.Recipient)] = id;
        switch (letter.Then)
        {
            case DemoContent.Fate.Connect:
                plan(sentAt.AddHours(5), () => OpenAsync(recipient, id));
                plan(sentAt.AddHours(6), () => stage.DoAsync(recipient, Accept(letter, id)));
                PlanTalk(letter, sentAt.AddHours(8));
                break;
            case DemoContent.Fate.Grace:
                plan(sentAt.AddHours(9), () => OpenAsync(recipient, id));
                plan(now.AddSeconds(-10), () => stage.DoAsync(recipient, Accept(letter, id)));
                break;
            case DemoContent.Fate.Words:
                plan(sentAt.AddHours(29), () => OpenAsync(recipient, id));
                plan(sentAt.AddHours(30), () =>
                    stage.DoAsync(
                        recipient,
                        new DeclineRequest.Command(id, ForGood: false, new DeclineReply(letter.Words!, letter.Channel))
                    )
                );
                break;
            case DemoContent.Fate.ForGood:
                plan(sentAt.AddHours(19), () => OpenAsync(recipient, id));
                plan(sentAt.AddHours(20), () =>
                    stage.DoAsync(recipient, new DeclineRequest.Command(id, ForGood: true, null))
                );
                break;
            case DemoContent.Fate.Withdraw:
                plan(sentAt.AddHours(12), () => OpenAsync(recipient, id));
                plan(sentAt.AddHours(40), () => stage.DoAsync(sender, new WithdrawRequest.Command(id)));
                break;
            case DemoContent.Fate.Report:
                plan(sentAt.AddHours(4), () =>
                    stage.DoAsync(recipient, new ReportRequest.Command(id, letter.Category, letter.Comment))
                );
                break;
            case DemoContent.Fate.Wait:
                break;
            default:
                throw new InvalidOperationException($"Nothing says how to play {letter.Then}.");
        }
    }

    private async Task AskForIntroductionAsync(DemoContent.Sent letter, string connector, Letter written)
    {
        var id = (
            await stage.DoAsync(
                ids[letter.Sender],
                new AskForIntroduction.Command(letter.Recipient, connector, written)
            )
        ).Id;
        if (letter.Introduction is { } words)
        {
            plan(stage.Now.AddHours(20), () => stage.DoAsync(ids[connector], new PassOn.Command(id, words)));
        }
    }

    // Each author reads before answering, so the last message stays unread.
    private void PlanTalk(DemoContent.Sent letter, DateTimeOffset from)
    {
        foreach (var (place, text) in (letter.Talk ?? []).Index())
        {
            var (author, reader) =
                place % 2 == 0 ? (letter.Sender, letter.Recipient) : (letter.Recipient, letter.Sender);
            plan(from.AddHours(7 * place), async () =>
            {
                await stage.DoAsync(ids[author], new MarkConversationRead.Command(reader));
                await stage.DoAsync(ids[author], new WriteMessage.Command(reader, text));
            });
        }
    }

    private Task<LetterView> OpenAsync(long recipient, string id) =>
        stage.DoAsync(recipient, new OpenRequest.Command(id));

    private static AcceptRequest.Command Accept(DemoContent.Sent letter, string id) =>
        new(id, MaySeeMyConnections: false, MayBeNamedAsLink: true, letter.Detail, letter.Reply);
}
