using System.Globalization;
using ConnectGate.Care.Administration;
using ConnectGate.Care.Moderation;
using ConnectGate.Desk.Conversations;
using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Desk.Notifications;
using ConnectGate.Gate;
using ConnectGate.Gate.Policy;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Introductions;
using ConnectGate.Letters.Introductions.Offers;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Sent;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.SecondFactors;
using ConnectGate.People.Mail;
using ConnectGate.People.Members;
using ConnectGate.People.Members.Profiles;
using ConnectGate.People.Members.Registering;
using ConnectGate.People.Policy;
using ConnectGate.Ties.AddressBook;
using ConnectGate.Ties.Meetings;

namespace ConnectGate.Web.Hosting.Demo;

/// <summary>Plays half a year of the demo community in the order of time.</summary>
internal sealed class DemoScript(DemoStage stage, DemoContent content, DateTimeOffset now)
{
    /// <summary>The password of every demo account.</summary>
    public const string Password = "paper lantern orchard";

    /// <summary>The addresses of the accounts to try.</summary>
    public const string Member = "member@example.org",
        Recipient = "recipient@example.org",
        Moderator = "moderator@example.org";

    private static readonly TimeSpan QuestionsAsked = TimeSpan.FromDays(100),
        Particular = TimeSpan.FromDays(1);

    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, int Order)> _events = new();
    private readonly Dictionary<string, long> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Sender, string Recipient), string> _letters = [];
    private string _authenticatorKey = "";
    private DemoGroups? _groups;

    private DemoGroups Groups => _groups ??= new DemoGroups(stage, _ids, now);

    /// <summary>Plays everything and returns the key of the moderator's authenticator.</summary>
    public async Task<string> PlayAsync(CancellationToken cancellationToken)
    {
        foreach (var person in content.Members)
        {
            Plan(Ago(person.JoinedDaysAgo), () => RegisterAsync(person));
        }

        foreach (var (place, letter) in content.Letters.Index())
        {
            Plan(Ago(letter.DaysAgo) - AtAnHour(letter, place), () => SendAsync(letter));
        }

        foreach (var offer in content.Offers)
        {
            Plan(Ago(offer.DaysAgo), () => OfferAsync(offer));
        }

        foreach (var group in content.Groups)
        {
            Groups.Plan(group, () => IdOf(Moderator), Plan);
        }

        Plan(Ago(60), () => ImportAsync(Recipient));
        Plan(Ago(50), () =>
            ModerateAsync("viktor-halasz", id => new DismissCase.Command(
                id,
                "They remember it differently; nothing shows that either made it up."
            ))
        );
        Plan(Ago(40), () =>
            ModerateAsync("rex-stone", id => new SuspendAuthor.Command(
                id,
                60,
                "You went on writing to somebody who had asked you not to."
            ))
        );
        foreach (var (daysAgo, happens) in new DemoTalks(stage, _ids, _letters).All)
        {
            Plan(Ago(daysAgo), happens);
        }

        foreach (var reader in new[] { Member, Recipient })
        {
            Plan(Ago(5), () => stage.DoAsync(IdOf(reader), new MarkNotificationsRead.Command()));
        }

        while (_events.TryDequeue(out var happens, out var time))
        {
            cancellationToken.ThrowIfCancellationRequested();
            stage.Now = time.At;
            await happens();
        }

        stage.Now = now;
        await LoseMailAsync();
        return _authenticatorKey;
    }

    // Spreads the letters over the day, so that no two have the same minute.
    private static TimeSpan AtAnHour(DemoContent.Sent letter, int place) =>
        letter.DaysAgo < 1 ? TimeSpan.Zero : TimeSpan.FromMinutes(place * 37 % (13 * 60));

    private void Plan(DateTimeOffset at, Func<Task> happens) => _events.Enqueue(happens, (at, _events.Count));

    private DateTimeOffset Ago(double days) => now - TimeSpan.FromDays(days);

    private long IdOf(string email) => _ids[content.Members.Single(person => person.Email == email).Handle];

    private async Task RegisterAsync(DemoContent.Person person)
    {
        await stage.DoAsync(
            null,
            new RegisterMember.Command(
                person.Email,
                Password,
                person.Handle,
                person.DisplayName,
                DigestFrequency.Never,
                string.Create(CultureInfo.InvariantCulture, $"demo-{_ids.Count}")
            )
        );
        var id = _ids[person.Handle] = await stage.DoAsync(null, new ConfirmOnServer.Command(person.Email));
        await stage.DoAsync(
            id,
            new EditProfile.Command(
                person.DisplayName,
                person.Headline,
                person.About,
                person.Languages,
                [.. person.OtherNames],
                person.BetterWays
            )
        );
        await stage.DoAsync(id, new EditPolicy.Command(PolicyKind.Open, person.Policy.Text, []));
        if (person.Policy.Questions.Count > 0)
        {
            var asked = person.Email == Recipient ? now - QuestionsAsked : stage.Now;
            Plan(asked, () =>
                stage.DoAsync(
                    id,
                    new EditPolicy.Command(PolicyKind.Open, person.Policy.Text, [.. person.Policy.Questions])
                )
            );
        }

        if (person.Policy is { IsParticular: true } policy)
        {
            Plan(now - Particular, () => stage.DoAsync(
                    id,
                    new EditPolicy.Command(policy.Kind, policy.Text, [.. policy.Questions])
                    {
                        MinimumNote = policy.MinimumNote,
                        LettersAWeek = policy.LettersAWeek,
                        AwayUntil = policy.AwayForDays is { } days
                            ? DateOnly.FromDateTime(now.UtcDateTime).AddDays(days)
                            : null,
                        WelcomesPitches = policy.WelcomesPitches,
                        WelcomesJobEnquiries = policy.WelcomesJobEnquiries,
                    }
                ));
        }

        if (person.Email == Moderator)
        {
            await stage.DoAsync(null, new GrantRole.Command(Moderator, Role.Moderator));
            var proof = await stage.ProveAsync(id, Password);
            _authenticatorKey = await stage.DoAsync(id, new SetUpAuthenticator.Command(proof));
            var code = AuthenticatorCode.At(_authenticatorKey, stage.Now);
            await stage.DoAsync(id, new SwitchAuthenticatorOn.Command(proof, code, null));
        }
    }

    private async Task SendAsync(DemoContent.Sent letter)
    {
        var (sender, recipient) = (_ids[letter.Sender], _ids[letter.Recipient]);
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
            Group = Groups.IdOf(letter.Group),
            AdviceSeen = true, // Owen Castle's comes below the others in the inbox
        };
        if (letter.Through is { } connector)
        {
            await AskForIntroductionAsync(letter, connector, written);
            return;
        }

        var id = (await stage.DoAsync(sender, new SendRequest.Command(letter.Recipient, written))).Id;
        var sentAt = stage.Now;
        _letters[(letter.Sender, letter.Recipient)] = id;
        switch (letter.Then)
        {
            case DemoContent.Fate.Connect:
                Plan(sentAt.AddHours(5), () => OpenAsync(recipient, id));
                Plan(sentAt.AddHours(6), () => stage.DoAsync(recipient, Accept(letter, id)));
                PlanTalk(letter, sentAt.AddHours(8));
                break;
            case DemoContent.Fate.Grace:
                Plan(sentAt.AddHours(9), () => OpenAsync(recipient, id));
                Plan(now.AddSeconds(-10), () => stage.DoAsync(recipient, Accept(letter, id)));
                break;
            case DemoContent.Fate.Words:
                Plan(sentAt.AddHours(29), () => OpenAsync(recipient, id));
                Plan(sentAt.AddHours(30), () =>
                    stage.DoAsync(
                        recipient,
                        new DeclineRequest.Command(id, ForGood: false, new DeclineReply(letter.Words!, letter.Channel))
                    )
                );
                break;
            case DemoContent.Fate.ForGood:
                Plan(sentAt.AddHours(19), () => OpenAsync(recipient, id));
                Plan(sentAt.AddHours(20), () =>
                    stage.DoAsync(recipient, new DeclineRequest.Command(id, ForGood: true, null))
                );
                break;
            case DemoContent.Fate.Withdraw:
                Plan(sentAt.AddHours(12), () => OpenAsync(recipient, id));
                Plan(sentAt.AddHours(40), () => stage.DoAsync(sender, new WithdrawRequest.Command(id)));
                break;
            case DemoContent.Fate.Report:
                Plan(sentAt.AddHours(4), () =>
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
                _ids[letter.Sender],
                new AskForIntroduction.Command(letter.Recipient, connector, written)
            )
        ).Id;
        if (letter.Introduction is { } words)
        {
            Plan(stage.Now.AddHours(20), () => stage.DoAsync(_ids[connector], new PassOn.Command(id, words)));
        }
    }

    private async Task OfferAsync(DemoContent.Offered offer)
    {
        await stage.DoAsync(
            _ids[offer.Introducer],
            new OfferIntroduction.Command(offer.One, offer.Other, offer.Words, offer.OtherWords)
        );
        var id = (await stage.AskAsync(_ids[offer.One], new ViewOffer.ToMe())).Items[0].Id;
        Plan(stage.Now.AddHours(7), () => stage.DoAsync(_ids[offer.One], new AnswerOffer.Command(id, Agrees: true)));
        Plan(stage.Now.AddHours(31), () => stage.DoAsync(_ids[offer.Other], new AnswerOffer.Command(id, Agrees: true)));
    }

    // Each author reads before answering, so the last message stays unread.
    private void PlanTalk(DemoContent.Sent letter, DateTimeOffset from)
    {
        foreach (var (place, text) in (letter.Talk ?? []).Index())
        {
            var (author, reader) =
                place % 2 == 0 ? (letter.Sender, letter.Recipient) : (letter.Recipient, letter.Sender);
            Plan(from.AddHours(7 * place), async () =>
            {
                await stage.DoAsync(_ids[author], new MarkConversationRead.Command(reader));
                await stage.DoAsync(_ids[author], new WriteMessage.Command(reader, text));
            });
        }
    }

    private Task<LetterView> OpenAsync(long recipient, string id) =>
        stage.DoAsync(recipient, new OpenRequest.Command(id));

    private static AcceptRequest.Command Accept(DemoContent.Sent letter, string id) =>
        new(id, MaySeeMyConnections: false, MayBeNamedAsLink: true, letter.Detail, letter.Reply);

    // The file has two people who have written letters to the owner since.
    private async Task ImportAsync(string owner)
    {
        await using var file = typeof(DemoScript).Assembly.GetManifestResourceStream("demo-connections.csv");
        var read = await stage.AskAsync(IdOf(owner), new ReadAddressFile.Query(file));
        await stage.DoAsync(IdOf(owner), new BeginImport.Command(read));
        while ((await stage.DoAsync(null, new SaveSlice.Command())).Any)
        {
            // One slice holds all of the few entries.
        }
    }

    private async Task ModerateAsync<T>(
        string author,
        Func<string, ConnectGate.Foundation.Pipeline.ICommand<T>> decision
    )
    {
        var moderator = IdOf(Moderator);
        var cases = (await stage.AskAsync(moderator, new ListCases.Query(), asModerator: true))!.Items;
        var id = cases.Single(row => row.AuthorHandle == author).Id;
        await stage.DoAsync(moderator, new ViewCase.Command(id), asModerator: true);
        await stage.DoAsync(moderator, decision(id), asModerator: true);
    }

    // Drops the emails of the play, since their readers are invented.
    private async Task LoseMailAsync()
    {
        while (await stage.DoAsync(null, new ClaimMail.Command(100)) is { Count: > 0 } claimed)
        {
            foreach (var mail in claimed)
            {
                await stage.DoAsync(null, new SettleMail.Command(mail.Id, Sent: true));
            }
        }
    }
}
