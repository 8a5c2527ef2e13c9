using ConnectGate.Care.Administration.Imports;
using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.Handling;
using ConnectGate.Care.Moderation.Measures;
using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Care.Moderation.Rules;
using ConnectGate.Care.Moderation.SameNotes;
using ConnectGate.Care.Noticeboards;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Desk.Portability;
using ConnectGate.Foundation.Audit;
using ConnectGate.Foundation.Data;
using ConnectGate.Foundation.Figures;
using ConnectGate.Foundation.Pipeline.Writing;
using ConnectGate.Foundation.Portability;
using ConnectGate.Gate.Copies;
using ConnectGate.Letters.Attempts.Kept;
using ConnectGate.Letters.Copies;
using ConnectGate.Letters.References;
using ConnectGate.Letters.Talks;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Admissions;
using ConnectGate.People.Accounts.Former;
using ConnectGate.People.Accounts.Keys;
using ConnectGate.People.Accounts.Sessions;
using ConnectGate.People.Accounts.SigningIn;
using ConnectGate.People.Mail;
using ConnectGate.People.Members.Photos;
using ConnectGate.People.Members.PrivateNotes;
using ConnectGate.People.Members.Registering;
using ConnectGate.People.Members.Suspensions;
using ConnectGate.Tests.Slices.Letters.Introductions;
using ConnectGate.Tests.Slices.Ties.AddressBook;
using ConnectGate.Tests.Slices.Ties.Groups;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.AddressBook;
using ConnectGate.Ties.Agendas;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Groups;
using ConnectGate.Ties.Groups.Invitations;
using ConnectGate.Ties.Meetings;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Tests.Slices.Desk.Portability;

/// <summary>Each table of the database is in the export, or this test says why it is not.</summary>
public abstract class EveryEntityTests(Database database) : CommunityTests(database)
{
    private static readonly Dictionary<Type, string> LeftOut = new()
    {
        [typeof(Export)] = "the export itself",
        [typeof(ExportPiece)] = "the export itself",
        [typeof(SignInTries)] = "counts by a hash, gone within an hour",
        [typeof(Admitted)] = "addresses that administrators admit",
        [typeof(MemberImport)] = "the progress of an administrator's import",
        [typeof(MemberImportSlice)] = "rows that an import is about to apply",
        [typeof(DataProtectionKey)] = "the server's keys",
        [typeof(OutgoingMail)] = "waits until it is sent, and 30 days where that fails",
        [typeof(IdempotencyKey)] = "outcomes of the last day, for a repeated request",
        [typeof(ServerSecret)] = "the key of the hashes of former addresses",
        [typeof(KeptWait)] = "waiting times of a former member",
        [typeof(Node)] = "a server that runs",
        [typeof(DoneRefresh)] = "what the server has done to the database",
        [typeof(DayCount)] = "counts by day without a member",
        [typeof(Registration)] = "an address that has no member yet",
        [typeof(Suspension)] = "its measure is among the decisions",
        [typeof(NoteTemplate)] = "belongs to the community",
        [typeof(NoteTemplateKey)] = "belongs to the community",
        [typeof(SentNote)] = "numbers made of a letter that is in the export",
        [typeof(SentNoteKey)] = "numbers made of a letter that is in the export",
        [typeof(MeetingCode)] = "sealed, and worth nothing after five minutes",
        [typeof(AddressBookImport)] = "the progress of an import",
        [typeof(AddressBookSlice)] = "people that an import is about to add to the address book",
        [typeof(Case)] = "the moderators' file; the member reads its decisions",
        [typeof(CaseComment)] = "the moderators' words to each other",
        [typeof(ReportedPhoto)] = "evidence that only moderators see",
        [typeof(MutedReporter)] = "only moderators know it",
        [typeof(SameNote)] = "only moderators know it",
        [typeof(CommunityRule)] = "belongs to the community",
        [typeof(AuditEntry)] = "the community's record of its moderators' acts",
        [typeof(IdentityUserClaim<long>)] = "not used",
        [typeof(IdentityUserLogin<long>)] = "not used",
        [typeof(IdentityUserToken<long>)] = "keys and codes of the second factor",
    };

    [Fact]
    public async Task Every_table_is_covered_by_a_part_or_left_out_for_a_reason()
    {
        var covered = await Community.InScopeAsync(null, null, services =>
            Task.FromResult(services.GetServices<IExports>().SelectMany(part => part.Covers).ToHashSet())
        );

        var entities = await Community.InDatabaseAsync(context =>
            Task.FromResult(
                context.Model.GetEntityTypes().Where(type => !type.IsOwned()).Select(type => type.ClrType).ToHashSet()
            )
        );

        Assert.Equal("", Names(entities.Except(covered).Except(LeftOut.Keys)));
        Assert.Equal("", Names(covered.Intersect(LeftOut.Keys)));
        Assert.Equal("", Names(covered.Concat(LeftOut.Keys).Except(entities)));
    }

    [Fact]
    public async Task The_export_of_a_busy_member_has_every_list_and_explains_it()
    {
        var me = await BusyMemberAsync();

        var files = await Community.PackedAsync(me);

        var lists = await Community.InScopeAsync(null, null, services =>
            Task.FromResult(
                services
                    .GetServices<IExports>()
                    .SelectMany(part => part.TablesOf(me.Id, Community.Clock.Now))
                    .Select(list => list.Name)
                    .ToList()
            )
        );
        Assert.Equal(
            new[] { "README.txt", "photo.webp" }
                .Concat(lists.SelectMany(list => new[] { $"csv/{list}.csv", $"json/{list}.json" }))
                .Order(StringComparer.Ordinal),
            files.Keys
        );
        Assert.All(lists, list => Assert.Contains($"\n{list}\n    ", files["README.txt"], StringComparison.Ordinal));
        Assert.All(files.Where(file => file.Key.StartsWith("json/", StringComparison.Ordinal)), file =>
            Assert.NotEmpty(System.Text.Json.JsonDocument.Parse(file.Value).RootElement.EnumerateArray())
        );
    }

    // One row for each list.
    private async Task<Person> BusyMemberAsync()
    {
        var (me, ada, ben) = await Community.InsertThreeAsync();
        var (cy, dora) = await Community.InsertTwoAsync();
        await Community.ConnectAsync(me, ada, "With pleasure.");
        await Community.InsertConnectionAsync(me, ben);
        var (eve, fay) = await Community.InsertTwoAsync();
        await Community.OfferAsync(me, eve, fay);
        await Community.OfferAsync(await Community.InsertAsync(), me, dora);
        await Community.PassOnAsync(ada, me, dora);

        // I ask Ben, who knows Dora, about her letter. Ada asks me about a letter from Eve, whom I know.
        await Community.InsertConnectionAsync(ben, dora);
        var received = await Community.DeliverAsync(dora, me);
        await Community.MustAsync(me, new AskReference.Command(received, ben.Handle));
        await Community.MustAsync(me, new WriteToSender.Command(received, "Which of my talks do you mean?"));
        var toAda = await Community.DeliverAsync(eve, ada);
        await Community.MustAsync(ada, new AskReference.Command(toAda, me.Handle));

        await Community.MustAsync(me, new WriteNoteToSelf.Command(ada.Handle, "Knows the old lock."));
        await Community.MustAsync(me, new BlockMember.Command(cy.Handle));
        await Community.MeetAsync(me, ada);
        await Community.ImportAsync(me, Given.Connections(2));
        var today = DateOnly.FromDateTime(Community.Clock.Now);
        var gathering = await Community.MakeAsync(
            me,
            GroupKind.Gathering,
            GroupStories.GatheringDetails() with
            {
                BeginsOn = today,
                EndsOn = today,
            }
        );
        await Community.MustAsync(me, new WriteAgendaEntry.Command(gathering, "The old gauge", "A lamp"));
        await Community.MustAsync(me, new WritePost.Command(gathering, "The lamp of the pier is out again."));
        await Community.MustAsync(me, new InviteAttendees.Command(gathering, "guest@example.org"));
        await Community.MustAsync(ada, new InviteAttendees.Command(await Community.MakeAsync(ada), me.Email));
        await Community.ReportAsync(await Community.InsertAsync(), me);
        await Community.InDatabaseAsync(async context =>
        {
            var file = context.Cases.Add(Case.Open(me.Id, Community.Clock.Now)).Entity;
            await context.SaveChangesAsync();
            context.AddRange(
                Measure.Take(
                    file,
                    MeasureKind.Warn,
                    ada.Id,
                    "Letters are personal",
                    "For what this test needs.",
                    withConflict: false,
                    until: null,
                    Community.Clock.Now
                ),
                new Photo
                {
                    MemberId = me.Id,
                    Large = [1],
                    Small = [1],
                },
                new Session
                {
                    PublicId = "session",
                    AccountId = me.Id,
                    Kind = SessionKind.Cookie,
                    Device = "Firefox",
                    SecondFactor = false,
                    StartedAt = Community.Clock.Now,
                    LastSeenAt = Community.Clock.Now,
                },
                new IdentityUserPasskey<long>
                {
                    UserId = me.Id,
                    CredentialId = [1],
                    Data = new IdentityPasskeyData
                    {
                        Name = "Key",
                        PublicKey = [1],
                        AttestationObject = [1],
                        ClientDataJson = [1],
                    },
                }
            );
            await context.SaveChangesAsync();
        });
        return me;
    }

    private static string Names(IEnumerable<Type> types) =>
        string.Join(", ", types.Select(type => type.Name).Order(StringComparer.Ordinal));
}

public sealed class EveryEntityTestsOnSqlite() : EveryEntityTests(Database.Sqlite);

public sealed class EveryEntityTestsOnPostgres() : EveryEntityTests(Database.Postgres);
