using ConnectGate.Care.Administration;
using ConnectGate.Care.Administration.Imports;
using ConnectGate.Care.Administration.Members;
using ConnectGate.Care.Audit;
using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.Measures;
using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Care.Moderation.SameNotes;
using ConnectGate.Care.Noticeboards;
using ConnectGate.Desk.Conversations;
using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Desk.Inbox.Opening;
using ConnectGate.Desk.Notifications.Digests;
using ConnectGate.Foundation;
using ConnectGate.Foundation.Audit;
using ConnectGate.Foundation.Figures;
using ConnectGate.Foundation.Pipeline.Writing;
using ConnectGate.Foundation.Portability;
using ConnectGate.Gate;
using ConnectGate.Gate.Copies;
using ConnectGate.Gate.Reading;
using ConnectGate.Gate.Rules;
using ConnectGate.Letters.Allowances;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Attempts;
using ConnectGate.Letters.Attempts.Refused;
using ConnectGate.Letters.Copies;
using ConnectGate.Letters.Directory;
using ConnectGate.Letters.Introductions;
using ConnectGate.Letters.Introductions.Offers;
using ConnectGate.Letters.Requests;
using ConnectGate.People.Accounts;
using ConnectGate.People.Mail;
using ConnectGate.People.Members.Absences;
using ConnectGate.People.Members.Deletion;
using ConnectGate.People.Members.Photos;
using ConnectGate.People.Members.Profiles;
using ConnectGate.People.Members.Suspensions;
using ConnectGate.Ties.AddressBook;
using ConnectGate.Ties.Agendas;
using ConnectGate.Ties.Groups;
using ConnectGate.Ties.Groups.Invitations;
using ConnectGate.Ties.Groups.Joining;
using ConnectGate.Ties.Meetings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ConnectGate;

public static class ConnectGateServices
{
    /// <summary>
    /// Adds the domain and its use cases with SQLite. The caller also adds an <see cref="ICurrentMember"/>, and
    /// PostgreSQL where it replaces SQLite.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="connectionString">In the format of the database's provider.</param>
    /// <param name="configuration">Sections <c>Gate</c>, <c>Community</c> and <c>Admission</c> are read.</param>
    public static IServiceCollection AddConnectGate(
        this IServiceCollection services,
        string connectionString,
        IConfiguration configuration
    )
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Words>(_ => new Words());
        services
            .AddOptions<GateOptions>()
            .Bind(configuration.GetSection(GateOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();

        services.TryAddSingleton<Dialect, Sqlite>();
        services.AddSingleton(provider => new WriterQueue(provider.GetRequiredService<Dialect>().OneWriter));
        services.AddSingleton(new BackOff(TimeProvider.System, Random.Shared.NextDouble));
        services.AddDbContextPool<ConnectGateContext>(
            (provider, options) => provider.GetRequiredService<Dialect>().Configure(options, connectionString)
        );

        services
            .AddOptions<SiteOptions>()
            .Bind(configuration.GetSection(SiteOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services
            .AddOptions<FieldOptions>()
            .Bind(configuration.GetSection(FieldOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddAccounts(configuration);

        AddMessages(services);
        AddGate(services);
        AddFeatures(services);
        AddCareAndDesk(services);
        return services;
    }

    private static void AddGate(IServiceCollection services)
    {
        services.AddSingleton(provider =>
            PhraseBook.Load(provider.GetRequiredService<IOptions<GateOptions>>().Value.Phrases)
        );
        services.AddSingleton(Lexicon.Load());
        services.AddSingleton<NoteReader>();
        services.AddSingleton(provider => new NoteTrial(
            provider.GetRequiredService<NoteReader>(),
            provider.GetRequiredService<IOptions<GateOptions>>()
        ));
        services.AddSingleton<IReadsLines, LineReader>();
        services.AddScoped<KnownTemplates>();
        services.AddScoped<PersonalNoteRule>();
        services.AddScoped<Gate.Gate>();
    }

    // Types that several use cases of a feature share, in the features' order.
    private static void AddFeatures(IServiceCollection services)
    {
        services.AddScoped<Actor>();
        services.AddScoped<AuditTrail>();
        services.AddScoped<AuditChain>();
        services.AddScoped<DayTally>();
        services.AddScoped(typeof(Cursors<>));
        services.AddScoped<LastWrites>();
        services.AddScoped<Idempotency>();
        services.AddSingleton<BareCounts>();
        services.AddScoped<Outbox>();
        services.AddSingleton<PhotoReader>();
        services.AddSingleton<ProfileFields>();

        services.AddScoped<MyGroups>();
        services.AddScoped<InvitationsToMe>();
        services.AddSingleton<CodeGuesses>();
        services.AddSingleton<CodeTries>();
        services.AddScoped<CodeSeal>();
        services.AddScoped<CodeReader>();

        services.AddSingleton<AttemptCounts>();
        services.AddSingleton(provider => new RefusalTally(provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<SentNotes>();
        services.AddScoped<AllowanceReader>();
        services.AddScoped<AttemptReader>();
        services.AddScoped<FactsReader>();
        services.AddScoped<Sending>();
        services.AddScoped<Checking>();
        services.AddScoped<Coaching>();
        services.AddScoped<LettersToMe>();
        services.AddScoped<LookUps>();

        services.AddScoped<Asks>();
        services.AddScoped<Offers>();
        services.AddScoped<IntroductionReader>();
        services.AddSingleton<ReadingTurns>();
        services.AddScoped<AddressBookMatches>();
    }

    private static void AddCareAndDesk(IServiceCollection services)
    {
        services.AddScoped<CaseFile>();
        services.AddScoped<Conflicts>();
        services.AddScoped<Filing>();
        services.AddScoped<SimilarNotes>();
        services.AddScoped<Decisions>();
        services.AddScoped<Effects>();
        services.AddScoped<AuditReader>();
        services.AddScoped<Applicants>();
        services.AddScoped<NamedMembers>();
        services.AddScoped<Lapses>();
        services.AddScoped<KnownPeople>();
        services.AddScoped<LastAdministrator>();
        services.AddScoped<Departure>();
        services.AddScoped<FormerMembers>();
        services.AddScoped<PostsToMe>();
        services.AddScoped<AgendaToMe>();
        services.AddScoped<LetterReader>();
        services.AddScoped<DecisionReader>();
        services.AddScoped<MyConversations>();
        services.AddScoped<DigestMail>();
    }

    // Everything is internal. Without these flags nothing would be registered, and validation would silently disappear.
    private static void AddMessages(IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.Scan(scan =>
            scan.FromAssemblyOf<GateOptions>()
                .AddClasses(
                    classes =>
                        classes.AssignableToAny(
                            typeof(IRequestHandler<,>),
                            typeof(INotificationHandler<>),
                            typeof(ISecondReading<>),
                            typeof(IGateRule),
                            typeof(IRefresh),
                            typeof(IReportable),
                            typeof(IExports),
                            typeof(IErases)
                        ),
                    publicOnly: false
                )
                .AsImplementedInterfaces()
                .WithScopedLifetime()
        );
        services.AddValidatorsFromAssembly(typeof(GateOptions).Assembly, includeInternalTypes: true);

        // Outermost first.
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ActorBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(WordingBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AccessBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(CountingBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(WritingBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TallyBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AuditBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(SuspensionBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ProofBehavior<,>));
    }
}
