using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.Measures;
using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Care.Moderation.Rules;
using ConnectGate.Care.Noticeboards;
using ConnectGate.Desk.Conversations;
using ConnectGate.Letters.Introductions;
using ConnectGate.Letters.Introductions.Offers;
using ConnectGate.Letters.References;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Talks;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Sessions;
using ConnectGate.People.Members.Suspensions;
using ConnectGate.Tests.Slices;
using ConnectGate.Tests.Slices.Letters.Introductions;
using ConnectGate.Tests.Slices.People.Members;
using ConnectGate.Ties.Connections;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Groups;
using ConnectGate.Ties.Groups.Invitations;
using ConnectGate.Ties.Meetings;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Tests.Web.Authorization;

/// <summary>Each kind of visitor, and things of their own and of others for each try.</summary>
public class Cast : IAsyncLifetime
{
    private readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);

    public Site Site { get; private set; } = null!;

    public static IReadOnlyList<string> Everybody { get; } =
    ["anonymous", "member", "other", "blocked", "suspended", "moderator", "administrator", Without];

    /// <summary>A moderator who did not use a second factor.</summary>
    public const string Without = "moderator without a second factor";

    public async ValueTask InitializeAsync()
    {
        Site = await Site.StartAsync(
            settings: new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Gate:SendAttempts"] = "10000",
                ["Gate:LookUpsPerDay"] = "10000",
                ["Gate:AsksOfConnector"] = "1000",
                ["Gate:VouchedPerDay"] = "1000",
                ["Gate:SendersOfSameNote"] = "100", // each try sends the same note
            },
            configure: Configure
        );
        Tokens = new FormTokens(Site);
        Watching = new SqliteConnection(Site.ConnectionString);
        await Watching.OpenAsync();
        foreach (var who in Everybody.Skip(1))
        {
            _people[who] = await Site.Community.InsertAsync(
                new NewMember(who == Without ? "without" : who, $"The {who}")
                {
                    Role =
                        who is "moderator" or Without ? Role.Moderator
                        : who == "administrator" ? Role.Administrator
                        : Role.Member,
                }
            );
        }

        _people[Without] = _people[Without] with { MayModerate = false };
        await AddAsync(_ => new Suspension
        {
            MemberId = _people["suspended"].Id,
            ModeratorId = _people["moderator"].Id,
            From = Site.Clock.Now,
            Reason = "For what this test needs.",
        });
    }

    /// <summary>Replaces services of the site.</summary>
    private protected virtual void Configure(IServiceCollection services)
    {
        // The site as it is.
    }

    internal FormTokens Tokens { get; private set; } = null!;

    /// <summary>A connection that sees whether others change anything.</summary>
    public SqliteConnection Watching { get; private set; } = null!;

    public async ValueTask DisposeAsync()
    {
        await Watching.DisposeAsync();
        await Site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal Person? Who(string who) => _people.GetValueOrDefault(who);

    /// <summary>The id or handle in the address or form of a try.</summary>
    internal async Task<string> ThingAsync(Opens opens, Subject subject, string who)
    {
        if (subject == Subject.Absent)
        {
            return opens switch
            {
                Opens.ByCode => "00000000",
                Opens.ToTheOrganiserOfAMember or Opens.ToModeratorsOfReports => $"{PublicId.Next()} nobody-at-all",
                Opens.ToWhoReadsThePost => $"post {PublicId.Next()}",
                Opens.AnyMembersPhoto => $"nobody-at-all {PublicId.Next()}",
                Opens.AnyMember
                or Opens.ToTheConnected
                or Opens.ToWhomTheyShow
                or Opens.ByFormToTheBlocker
                or Opens.ToAdministrators
                or Opens.ToAdministratorsOfMembers => "nobody-at-all",
                _ => PublicId.Next(),
            };
        }

        // New members for each try, so that no try meets the results of an earlier one.
        var (counterpart, stranger) = await Site.Community.InsertTwoAsync();
        var owner = subject == Subject.Own ? Who(who) ?? stranger : stranger;
        if (who == "blocked" && owner != stranger)
        {
            stranger = owner;
        }

        if (who == "blocked" && subject == Subject.Anothers)
        {
            await AddAsync(_ => new Block
            {
                BlockerId = stranger.Id,
                BlockedId = Who(who)!.Id,
                At = Site.Clock.Now,
            });
        }

        return opens switch
        {
            Opens.AnyMember or Opens.ToWhomTheyShow => owner.Handle,
            Opens.AnyMembersPhoto => $"{owner.Handle} {await Site.Community.UsePhotoAsync(owner)}",
            Opens.ToTheRecipient or Opens.ByFormToTheRecipient => (
                await RequestAsync(counterpart, owner, Site.Clock.Now.AddMinutes(-6))
            ).PublicId,
            Opens.ByCode => await CodeAsync(owner),
            Opens.ToTheRecipientOfAMutual => await MutualAsync(counterpart, owner),
            Opens.ToTheAsked => await ReferenceAsync(counterpart, owner),
            Opens.ToTheTalkingRecipient => await TalkAsync(counterpart, owner),
            Opens.ToTheTalkingSender => await TalkAsync(owner, counterpart),
            Opens.ToTheSender or Opens.ByFormToTheSender => (
                await RequestAsync(owner, counterpart, Site.Clock.Now)
            ).PublicId,
            Opens.ToTheConnected => await ConnectionAsync(counterpart, owner),
            Opens.ToTheConnector => await IntroductionAsync(counterpart, owner),
            Opens.ToTheTwoWhoAgreed => await AgreedOfferAsync(owner, counterpart),
            Opens.ByFormToTheBlocker => await BlockAsync(owner, counterpart),
            Opens.ByFormToTheSession => (await AddAsync(_ => Session(owner))).PublicId,
            Opens.ByFormToThePasskey or Opens.ToThePasskeysOwner => await PasskeyAsync(owner),
            Opens.ToAdministrators => (
                await Site.Community.InsertAsync(A.Member() with { WaitsWith = "For what this test needs." })
            ).Handle,
            Opens.ToWhoBelongs => (await BelongingAsync(counterpart, owner)).PublicId,
            Opens.ToAttendees => (await BelongingAsync(counterpart, owner, GroupKind.Gathering)).PublicId,
            Opens.ByFormToWhoMet => await MetAsync(owner, counterpart),
            Opens.ToWhoReadsThePost => $"post {await PostAsync(await BelongingAsync(counterpart, owner), counterpart)}",
            Opens.ToTheAuthor => await PostAsync(await BelongingAsync(counterpart, owner), owner),
            Opens.ToTheOrganiser => (await BelongingAsync(owner, counterpart)).PublicId,
            Opens.ToTheOrganiserOfAMember =>
                $"{(await BelongingAsync(owner, counterpart)).PublicId} {counterpart.Handle}",
            Opens.ToTheInvited => await InvitedAsync(counterpart, owner),
            Opens.ToModeratorsOfGroups => (await BelongingAsync(counterpart, owner)).PublicId,
            Opens.ToModerators => (await AddAsync(_ => Case.Open(counterpart.Id, Site.Clock.Now))).PublicId,
            Opens.ToModeratorsOfReports => await ReportedAsync(counterpart, stranger),
            Opens.ToModeratorsOfPhotos => await ReportedPhotoAsync(counterpart, stranger),
            Opens.ToTheReporter => (await ReportAsync(counterpart, owner)).PublicId,
            Opens.ToTheJudged => (await MeasureAsync(owner)).PublicId,
            Opens.ToModeratorsOfAppeals => await AppealAsync(counterpart),
            Opens.ToAdministratorsOfMembers => counterpart.Handle,
            Opens.ToAdministratorsOfRules => (
                await AddAsync(_ => new CommunityRule { Name = "Letters are personal", Wording = "" })
            ).PublicId,
            _ => PublicId.Next(),
        };
    }

    /// <summary>An address that is invited to every group of an organiser's.</summary>
    internal const string Invited = "a@example.org";

    private Task<Group> BelongingAsync(Person organiser, Person member, GroupKind kind = GroupKind.Group) =>
        Site.Community.InDatabaseAsync(async context =>
        {
            var today = DateOnly.FromDateTime(Site.Clock.Now);
            var made = Group.Make(
                kind,
                new GroupDetails("The tide readers", "", today, today, "The old lock, Ghent"),
                organiser.Id,
                Site.Clock.Now
            );
            context.Memberships.Add(Membership.OfItsMaker(made));
            await context.SaveChangesAsync();
            context.Memberships.Add(Membership.Join(made, member.Id, listed: true, Site.Clock.Now));
            context.Invitations.Add(
                new Invitation
                {
                    GroupId = made.Id,
                    Email = Invited,
                    NormalizedEmail = Invited.ToUpperInvariant(),
                    InvitedById = organiser.Id,
                    At = Site.Clock.Now,
                }
            );
            await context.SaveChangesAsync();
            return made;
        });

    private async Task<string> PostAsync(Group on, Person author) =>
        (
            await AddAsync(_ => new Post
            {
                GroupId = on.Id,
                AuthorId = author.Id,
                Text = "High water at four.",
                At = Site.Clock.Now,
            })
        ).PublicId;

    private async Task<string> MetAsync(Person one, Person other)
    {
        await AddAsync(_ => Meeting.Of(one.Id, other.Id, Site.Clock.Now));
        return other.Handle;
    }

    private async Task<string> InvitedAsync(Person organiser, Person invited)
    {
        var to = await BelongingAsync(organiser, await Site.Community.InsertAsync());
        await AddAsync(_ => new Invitation
        {
            GroupId = to.Id,
            Email = invited.Email,
            NormalizedEmail = invited.Email.ToUpperInvariant(),
            InvitedById = organiser.Id,
            At = Site.Clock.Now,
        });
        return to.PublicId;
    }

    private Task<Report> ReportAsync(Person author, Person reporter) =>
        AddAsync(_ => new Report
        {
            Case = Case.Open(author.Id, Site.Clock.Now),
            ReporterId = reporter.Id,
            Kind = ReportedKind.Profile,
            SubjectId = author.Id,
            Words = Report.DigestOf("High water at four."),
            Category = ReportCategory.Spam,
            Comment = "",
            Evidence = new Evidence(
                author.DisplayName,
                author.DisplayName,
                author.Handle,
                "",
                [],
                "High water at four.",
                null,
                null,
                [],
                Site.Clock.Now
            ).ToJson(),
            Weight = Report.FullWeight,
            At = Site.Clock.Now,
        });

    /// <summary>The id of a case in which that person reported.</summary>
    internal async Task<string> ReportedByAsync(Person reporter) =>
        (await ReportAsync(await Site.Community.InsertAsync(), reporter)).Case.PublicId;

    private async Task<string> ReportedAsync(Person author, Person reporter) =>
        $"{(await ReportAsync(author, reporter)).Case.PublicId} {reporter.Handle}";

    private async Task<string> ReportedPhotoAsync(Person author, Person reporter)
    {
        var version = await Site.Community.UsePhotoAsync(author);
        await Site.Community.MustAsync(
            reporter,
            new ReportText.Command(ReportedKind.Photo, author.Handle, ReportCategory.Other, null)
        );
        return await Site.Community.InDatabaseAsync(async context =>
            $"{(await context.Cases.SingleAsync(file => file.AuthorId == author.Id)).PublicId} {version}"
        );
    }

    private async Task<Measure> MeasureAsync(Person member)
    {
        var file = await AddAsync(_ =>
        {
            var opened = Case.Open(member.Id, Site.Clock.Now);
            opened.Close(upheld: true, Who("moderator")!.Id, "For what this test needs.", Site.Clock.Now);
            return opened;
        });
        return await AddAsync(_ =>
            Measure.Take(
                file,
                MeasureKind.Warn,
                Who("moderator")!.Id,
                "Letters are personal",
                "For what this test needs.",
                withConflict: false,
                until: null,
                Site.Clock.Now
            )
        );
    }

    private async Task<string> AppealAsync(Person member)
    {
        var measure = await MeasureAsync(member);
        await Site.Community.InDatabaseAsync(async context =>
        {
            context.Measures.Attach(measure).Entity.Appeal("I wrote to one person only.", Site.Clock.Now);
            await context.SaveChangesAsync();
        });
        return measure.PublicId;
    }

    // Sealed by the site's keys: what another sealed, it cannot read.
    private async Task<string> CodeAsync(Person owner)
    {
        var code = CodeText.Next();
        using var scope = Site.Services.CreateScope();
        var seal = scope.ServiceProvider.GetRequiredService<CodeSeal>();
        await Site.Community.InDatabaseAsync(async context =>
        {
            await context.MeetingCodes.Where(before => before.OwnerId == owner.Id).ExecuteDeleteAsync();
            context.MeetingCodes.Add(MeetingCode.Of(owner.Id, code, seal, Site.Clock.Now));
            await context.SaveChangesAsync();
        });
        return code.Value;
    }

    private async Task<string> BlockAsync(Person blocker, Person blocked)
    {
        await AddAsync(_ => new Block
        {
            BlockerId = blocker.Id,
            BlockedId = blocked.Id,
            At = Site.Clock.Now,
        });
        return blocked.Handle;
    }

    /// <summary>Whom the two of the last such letter both know; the form of the try names them.</summary>
    internal Person? Mutual { get; private set; }

    private async Task<string> MutualAsync(Person sender, Person recipient)
    {
        Mutual = await Site.Community.InsertAsync();
        await ConnectionAsync(Mutual, sender);
        await ConnectionAsync(Mutual, recipient);
        return (await RequestAsync(sender, recipient, Site.Clock.Now.AddMinutes(-6))).PublicId;
    }

    private async Task<string> ReferenceAsync(Person sender, Person asked)
    {
        var asker = await Site.Community.InsertAsync();
        var letter = await RequestAsync(sender, asker, Site.Clock.Now.AddMinutes(-6));
        return (
            await AddAsync(_ => new Reference
            {
                RequestId = letter.Id,
                AskerId = asker.Id,
                AskedId = asked.Id,
                AboutId = sender.Id,
                AskedAt = Site.Clock.Now,
            })
        ).PublicId;
    }

    private async Task<string> TalkAsync(Person sender, Person recipient)
    {
        var letter = await RequestAsync(sender, recipient, Site.Clock.Now.AddMinutes(-6));
        await AddAsync(_ =>
        {
            var talk = Talk.Begin(letter, Site.Clock.Now);
            talk.Write(asRecipient: true, Site.Clock.Now);
            return talk;
        });
        return letter.PublicId;
    }

    private Task<ConnectionRequest> RequestAsync(Person sender, Person recipient, DateTime sentAt) =>
        Site.Community.InDatabaseAsync(async context =>
        {
            var members = await context
                .Members.Where(member => member.Id == sender.Id || member.Id == recipient.Id)
                .ToDictionaryAsync(member => member.Id);
            var attempt = new Attempt(A.Letter(), members[sender.Id], members[recipient.Id], [], sentAt);
            var request = ConnectionRequest.Send(AdmittedLetter.Of(attempt), new GateOptions(), sentAt);
            context.Requests.Add(request);
            await context.SaveChangesAsync();
            return request;
        });

    private async Task<string> ConnectionAsync(Person one, Person other)
    {
        await AddAsync(_ =>
            Connection.Agreed(
                (Interlocked.Increment(ref _requests), null),
                (PersonalNote.Of(A.Letter().Note), StatedReason.Of(A.Letter().Reason, A.Letter().ReasonDetail)),
                (one.Id, Side.OfTheAsker),
                (other.Id, Side.OfTheAsker),
                Site.Clock.Now.AddDays(-1)
            )
        );
        await AddAsync(_ => new Message
        {
            Conversation = Conversation.Between(one.Id, other.Id),
            AuthorId = one.Id,
            Kind = MessageKind.Note,
            Text = A.Letter().Note!,
            WrittenAt = Site.Clock.Now.AddDays(-1),
            VisibleFrom = Site.Clock.Now.AddDays(-1),
        });
        return one.Handle;
    }

    private async Task<string> IntroductionAsync(Person requester, Person connector)
    {
        await Site.Community.InsertConnectionAsync(requester, connector);
        var id = (
            await Site.Community.MustAsync(
                requester,
                new AskForIntroduction.Command(
                    (await Site.Community.InsertAsync()).Handle,
                    connector.Handle,
                    A.Letter()
                )
            )
        ).Id;
        await Site.Community.InDatabaseAsync(context =>
            context
                .Requests.Where(sent => sent.PublicId == id)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(sent => sent.ChangeableUntil, sent => sent.SentAt)
                        .SetProperty(sent => sent.DeliverAt, sent => sent.SentAt)
                )
        );
        return id;
    }

    private async Task<string> AgreedOfferAsync(Person one, Person other)
    {
        var introducer = await Site.Community.InsertAsync();
        await Site.Community.InsertConnectionAsync(introducer, one);
        await Site.Community.InsertConnectionAsync(introducer, other);
        return (
            await AddAsync(_ =>
            {
                var offer = Offer.By(
                    introducer.Id,
                    (one.Id, IntroductionStories.Words),
                    (other.Id, IntroductionStories.Words),
                    Site.Clock.Now
                );
                offer.Answer(one.Id, agrees: true, Site.Clock.Now);
                offer.Answer(other.Id, agrees: true, Site.Clock.Now);
                return offer;
            })
        ).PublicId;
    }

    private async Task<string> PasskeyAsync(Person owner)
    {
        var id = Guid.NewGuid().ToByteArray();
        await AddAsync(_ => new IdentityUserPasskey<long>
        {
            UserId = owner.Id,
            CredentialId = id,
            Data = new IdentityPasskeyData
            {
                PublicKey = [1],
                Name = "A key",
                CreatedAt = Site.Clock.GetUtcNow(),
                SignCount = 0,
                Transports = [],
                IsUserVerified = true,
                IsBackupEligible = false,
                IsBackedUp = false,
                AttestationObject = [1],
                ClientDataJson = [1],
            },
        });
        return System.Buffers.Text.Base64Url.EncodeToString(id);
    }

    private Session Session(Person owner) =>
        new()
        {
            PublicId = PublicId.Next(),
            AccountId = owner.Id,
            Kind = SessionKind.Cookie,
            Device = "Another device",
            SecondFactor = false,
            StartedAt = Site.Clock.Now,
            LastSeenAt = Site.Clock.Now,
        };

    private Task<T> AddAsync<T>(Func<ConnectGateContext, T> make)
        where T : class =>
        Site.Community.InDatabaseAsync(async context =>
        {
            var made = make(context);
            context.Add(made);
            await context.SaveChangesAsync();
            return made;
        });

    private static long _requests = 2_000_000;
}

/// <summary>Whose the thing is that a try is about.</summary>
internal enum Subject
{
    Own,
    Anothers,
    Absent,
}
