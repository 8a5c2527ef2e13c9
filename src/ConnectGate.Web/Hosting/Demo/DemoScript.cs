using System.Globalization;
using ConnectGate.Care.Administration.Members;
using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.Measures;
using ConnectGate.Care.Moderation.Rules;
using ConnectGate.Desk.Notifications;
using ConnectGate.Gate.Policy;
using ConnectGate.Letters.Introductions.Offers;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.SecondFactors;
using ConnectGate.People.Mail;
using ConnectGate.People.Members;
using ConnectGate.People.Members.Photos;
using ConnectGate.People.Members.Profiles;
using ConnectGate.People.Members.Registering;
using ConnectGate.People.Policy;
using ConnectGate.Ties.AddressBook;

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

        var letters = new DemoLetters(stage, _ids, Groups, now, Plan);
        foreach (var (place, letter) in content.Letters.Index())
        {
            Plan(Ago(letter.DaysAgo) - AtAnHour(letter, place), () => letters.SendAsync(letter));
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
        Plan(Ago(58), () => UsePhotoAsync("ines-carvalho", "harbour"));
        Plan(Ago(57), () => UsePhotoAsync("bram-devries", "meadow"));
        Plan(Ago(50), () =>
            ModerateAsync("viktor-halasz", (id, rule) =>
                new DecideCase.Command(
                    id,
                    Ruling.Dismiss,
                    null,
                    null,
                    "They remember it differently; nothing shows that either made it up."
                )
            )
        );
        Plan(Ago(40), () =>
            ModerateAsync("rex-stone", (id, rule) =>
                new DecideCase.Command(
                    id,
                    Ruling.Suspend,
                    60,
                    rule,
                    "You went on writing to somebody who had asked you not to."
                )
            )
        );
        foreach (var (daysAgo, happens) in new DemoTalks(stage, _ids, letters.Sent).All)
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
            {
                Details = person.Details ?? [],
            }
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

    private async Task UsePhotoAsync(string handle, string picture)
    {
        await using var file = typeof(DemoScript).Assembly.GetManifestResourceStream($"demo-{picture}.png");
        var read = await stage.AskAsync(_ids[handle], new ReadPhoto.Query(file, PhotoCrop.Middle));
        await stage.DoAsync(_ids[handle], new ChangePhoto.Command(read));
    }

    // The rule that the decision can name is the last of the list, which is about conduct.
    private async Task ModerateAsync(string author, Func<string, string, DecideCase.Command> decision)
    {
        var moderator = IdOf(Moderator);
        var cases = (await stage.AskAsync(moderator, new ListCases.Query(), asModerator: true))!.Items;
        var id = cases.Single(row => row.AuthorHandle == author).Id;
        await stage.DoAsync(moderator, new ViewCase.Command(id), asModerator: true);
        var rules = (await stage.AskAsync(moderator, new ListRules.Query(), asModerator: true))!;
        await stage.DoAsync(moderator, decision(id, rules[^1].Id), asModerator: true);
    }

    // Drops the emails of the play, since their readers are invented.
    private async Task LoseMailAsync()
    {
        while (await stage.DoAsync(null, new ClaimMail.Command(100)) is { Count: > 0 } claimed)
        {
            foreach (var mail in claimed)
            {
                await stage.DoAsync(null, new SettleMail.Command(mail.Id, Fault: null));
            }
        }
    }
}
