using ConnectGate.Care.Administration.Imports;
using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.Handling;
using ConnectGate.Care.Moderation.Measures;
using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Care.Moderation.Rules;
using ConnectGate.Care.Moderation.SameNotes;
using ConnectGate.Care.Noticeboards;
using ConnectGate.Desk.Conversations;
using ConnectGate.Desk.Notifications;
using ConnectGate.Desk.Portability;
using ConnectGate.Foundation.Audit;
using ConnectGate.Foundation.Figures;
using ConnectGate.Foundation.Pipeline.Writing;
using ConnectGate.Gate.Copies;
using ConnectGate.Letters.Attempts.Kept;
using ConnectGate.Letters.Copies;
using ConnectGate.Letters.Introductions;
using ConnectGate.Letters.Introductions.Offers;
using ConnectGate.Letters.References;
using ConnectGate.Letters.Requests;
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
using ConnectGate.Ties.AddressBook;
using ConnectGate.Ties.Agendas;
using ConnectGate.Ties.Connections;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Groups;
using ConnectGate.Ties.Groups.Invitations;
using ConnectGate.Ties.Meetings;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ConnectGate.Foundation.Data;

/// <summary>
/// The community's database. Identity's role tables are left out, because a role is a column of the account. Contexts
/// are pooled, so that a context keeps nothing of one use for the next but these two services, of which there is one
/// each.
/// </summary>
internal sealed class ConnectGateContext(DbContextOptions<ConnectGateContext> options)
    : IdentityUserContext<Account, long>(options),
        IDataProtectionKeyContext
{
    public Dialect Dialect => field ??= this.GetService<Dialect>();

    private WriterQueue Writers => field ??= this.GetService<WriterQueue>();

    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<SignInTries> SignInTries => Set<SignInTries>();
    public DbSet<Admitted> Admitted => Set<Admitted>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();
    public DbSet<ServerSecret> ServerSecrets => Set<ServerSecret>();
    public DbSet<Node> Nodes => Set<Node>();
    public DbSet<OutgoingMail> OutgoingMail => Set<OutgoingMail>();
    public DbSet<IdempotencyKey> IdempotencyKeys => Set<IdempotencyKey>();
    public DbSet<DoneRefresh> DoneRefreshes => Set<DoneRefresh>();
    public DbSet<DayCount> DayCounts => Set<DayCount>();

    public DbSet<Member> Members => Set<Member>();
    public DbSet<Registration> Registrations => Set<Registration>();
    public DbSet<Suspension> Suspensions => Set<Suspension>();
    public DbSet<Photo> Photos => Set<Photo>();
    public DbSet<NoteToSelf> NotesToSelf => Set<NoteToSelf>();

    public DbSet<NoteTemplate> NoteTemplates => Set<NoteTemplate>();
    public DbSet<NoteTemplateKey> NoteTemplateKeys => Set<NoteTemplateKey>();

    public DbSet<Group> Groups => Set<Group>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<AgendaEntry> AgendaEntries => Set<AgendaEntry>();

    public DbSet<Connection> Connections => Set<Connection>();
    public DbSet<Block> Blocks => Set<Block>();

    public DbSet<Meeting> Meetings => Set<Meeting>();
    public DbSet<MeetingCode> MeetingCodes => Set<MeetingCode>();

    public DbSet<ConnectionRequest> Requests => Set<ConnectionRequest>();
    public DbSet<KeptWait> KeptWaits => Set<KeptWait>();
    public DbSet<SentNote> SentNotes => Set<SentNote>();
    public DbSet<SentNoteKey> SentNoteKeys => Set<SentNoteKey>();

    public DbSet<Talk> Talks => Set<Talk>();
    public DbSet<TalkMessage> TalkMessages => Set<TalkMessage>();

    public DbSet<Introduction> Introductions => Set<Introduction>();
    public DbSet<Offer> Offers => Set<Offer>();
    public DbSet<OfferTo> OffersTo => Set<OfferTo>();

    public DbSet<Reference> References => Set<Reference>();

    public DbSet<AddressBookEntry> AddressBook => Set<AddressBookEntry>();
    public DbSet<AddressBookEmail> AddressBookEmails => Set<AddressBookEmail>();
    public DbSet<AddressBookImport> AddressBookImports => Set<AddressBookImport>();
    public DbSet<AddressBookSlice> AddressBookSlices => Set<AddressBookSlice>();

    public DbSet<Case> Cases => Set<Case>();
    public DbSet<CaseComment> CaseComments => Set<CaseComment>();
    public DbSet<Report> Reports => Set<Report>();
    public DbSet<ReportedPhoto> ReportedPhotos => Set<ReportedPhoto>();
    public DbSet<MutedReporter> MutedReporters => Set<MutedReporter>();
    public DbSet<CommunityRule> CommunityRules => Set<CommunityRule>();
    public DbSet<Measure> Measures => Set<Measure>();
    public DbSet<SameNote> SameNotes => Set<SameNote>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<MemberImport> MemberImports => Set<MemberImport>();
    public DbSet<MemberImportSlice> MemberImportSlices => Set<MemberImportSlice>();

    public DbSet<Post> Posts => Set<Post>();

    public DbSet<Conversation> Conversations => Set<Conversation>();
    public DbSet<Message> Messages => Set<Message>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<Export> Exports => Set<Export>();
    public DbSet<ExportPiece> ExportPieces => Set<ExportPiece>();

    /// <summary>
    /// Identity's tables with passkeys. Identity reads this version from the application's services, whatever creates
    /// the context.
    /// </summary>
    public static void IdentitySchema(IdentityOptions options) =>
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    /// <summary>Locks these members until the transaction ends; see <see cref="Dialect.LockMembersAsync"/>.</summary>
    public Task LockMembersAsync(CancellationToken cancellationToken, params long[] memberIds) =>
        Dialect.LockMembersAsync(this, memberIds, cancellationToken);

    /// <summary>
    /// Saves in the command's transaction. Outside a transaction (Identity's stores), it first waits for its turn to
    /// write.
    /// </summary>
    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        if (Database.CurrentTransaction is not null)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        using var turn = await Writers.WaitAsync(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>
    /// Saves a key of the framework's key ring, whose interface is synchronous. Everything else is saved
    /// asynchronously, because a thread that waits for its turn serves nobody. Do not call it within a command: the
    /// command has the turn, so the two would wait for each other.
    /// </summary>
    /// <exception cref="NotSupportedException">The context tracks anything else.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        if (ChangeTracker.Entries().Any(entry => entry.Entity is not DataProtectionKey))
        {
            throw new NotSupportedException("Use SaveChangesAsync.");
        }

        using var turn = Writers.WaitAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcMicroseconds>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(ConnectGateContext).Assembly);
        builder.AddTextChecks(Dialect);
        builder.AddEnumChecks();
    }
}
