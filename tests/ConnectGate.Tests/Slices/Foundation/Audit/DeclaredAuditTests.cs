using System.Reflection;
using ConnectGate.Foundation.Audit;
using ConnectGate.Letters.Attempts;
using ConnectGate.Tests.Gate;
using ConnectGate.Tests.Support.Databases;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Tests.Slices.Foundation.Audit;

/// <summary>Commands declare their acts. The pipeline records these acts, and no others.</summary>
public sealed class DeclaredAuditTests() : CommunityTests(Database.Sqlite)
{
    // Commands for moderators, administrators or the server, each with the reason why it records nothing.
    private static readonly Dictionary<string, string> RecordNothing = new(StringComparer.Ordinal)
    {
        ["AddRefusalCounts"] = "A worker adds numbers.",
        ["ConfirmAddress"] = "The owner of the account changes it.",
        ["AnnounceNode"] = "A node says that it runs.",
        ["BeginMemberImport"] = "It keeps a dry run, which changes nothing.",
        ["ClaimExport"] = "A worker makes the file that a member asked for.",
        ["ClaimMail"] = "A worker sends mail.",
        ["ConfirmOnServer"] = "The demo confirms its own members.",
        ["CountTry"] = "Part of a visitor's try to sign in.",
        ["EraseMember"] = "A worker. The removal by an administrator is an act.",
        ["DiscardMemberImport"] = "It deletes a dry run, or the result of an import that the log records.",
        ["ForgetMail"] = "A worker deletes what expired.",
        ["ForgetNode"] = "A node says that it stops.",
        ["ForgetOutcomes"] = "A worker deletes what expired.",
        ["GiveTryBack"] = "Part of a visitor's try to sign in.",
        ["KeepPiece"] = "A worker keeps a part of the file that a member asked for.",
        ["OpenAccount"] = "A visitor opens an account of their own.",
        ["PreviewDecision"] = "It changes nothing.",
        ["RecordOpening"] = "A member opens a letter.",
        ["RehashPassword"] = "Part of a member's sign-in.",
        ["SaveSlice"] = "A worker saves what a member imports.",
        ["SendDigests"] = "A worker sends mail.",
        ["SettleMail"] = "A worker sends mail.",
        ["StartSession"] = "Part of a member's sign-in.",
    };

    protected override Action<IServiceCollection> Configure =>
        services =>
            services
                .AddScoped<IRequestHandler<Acts, Outcome<Done>>, Acts.Handler>()
                .AddScoped<IRequestHandler<Sends, Outcome<Done>>, Sends.Handler>();

    [Fact]
    public void Each_command_for_more_than_members_declares_its_acts_or_is_listed() =>
        Assert.Equal(
            string.Join(", ", RecordNothing.Keys.Order(StringComparer.Ordinal)),
            string.Join(
                ", ",
                EveryCommandTests
                    .Commands(typeof(IAsk).Assembly)
                    .Where(command =>
                        command.GetCustomAttribute<SentByAttribute>()!.Senders
                            is Senders.Moderators
                                or Senders.Administrators
                                or Senders.Server
                        && command.GetCustomAttribute<AuditedAttribute>() is null
                    )
                    .Select(EveryCommandTests.Name)
                    .Order(StringComparer.Ordinal)
            )
        );

    [Fact]
    public async Task Acts_are_recorded_with_the_actor_and_the_time_of_their_command()
    {
        var (actor, subject) = await Community.InsertTwoAsync();

        await Community.MustAsync(actor, new Sends(new Acts([AuditAct.LetIn, AuditAct.LetIn], subject.Id)));
        await Community.MustAsync(null, new Acts([AuditAct.LetIn], subject.Id));

        var entry = (AuditAct.LetIn, (long?)subject.Id, Community.Clock.Now, "Why.");
        Assert.Equal(
            [((long?)actor.Id, entry), (actor.Id, entry), (null, entry)],
            (await EntriesAsync()).Select(each => (each.ActorId, (each.Act, each.SubjectId, each.At, each.Reason)))
        );
    }

    [Fact]
    public async Task A_refused_command_records_nothing()
    {
        await Community.RefusedAsync(null, new Acts([AuditAct.LetIn], Refuses: true), "own-case", "");

        Assert.Empty(await EntriesAsync());
    }

    [Fact]
    public async Task An_act_that_is_not_declared_and_a_success_without_an_act_are_bugs()
    {
        await AssertBugAsync(new Acts([AuditAct.DidNotLetIn]));
        await AssertBugAsync(new Acts([]));
        await AssertBugAsync(new Sends(new Acts([AuditAct.LetIn]), TellsItself: true));

        Assert.Empty(await EntriesAsync());
    }

    private Task<InvalidOperationException> AssertBugAsync(ICommand<Done> command) =>
        Assert.ThrowsAsync<InvalidOperationException>(() => Community.SendAsync(null, command));

    private Task<List<AuditEntry>> EntriesAsync() =>
        Community.InDatabaseAsync(context => Task.FromResult(context.Audit.OrderBy(entry => entry.Id).ToList()));

    [SentBy(Senders.Anybody)]
    [Audited(AuditAct.LetIn)]
    internal sealed record Acts(AuditAct[] Told, long? SubjectId = null, bool Refuses = false) : ICommand<Done>
    {
        internal sealed class Handler(AuditTrail trail) : IRequestHandler<Acts, Outcome<Done>>
        {
            public Task<Outcome<Done>> Handle(Acts request, CancellationToken cancellationToken)
            {
                foreach (var act in request.Told)
                {
                    trail.Tell(act, request.SubjectId, reason: " Why. ");
                }

                return Task.FromResult(
                    request.Refuses
                        ? Outcome<Done>.Refused([new Refusal("own-case", "", Words.Of("own-case"))])
                        : default(Done)
                );
            }
        }
    }

    /// <summary>Sends the other command, and declares no act of its own.</summary>
    [SentBy(Senders.Anybody)]
    internal sealed record Sends(Acts Other, bool TellsItself = false) : ICommand<Done>
    {
        internal sealed class Handler(IMediator mediator, AuditTrail trail) : IRequestHandler<Sends, Outcome<Done>>
        {
            public async Task<Outcome<Done>> Handle(Sends request, CancellationToken cancellationToken)
            {
                var outcome = await mediator.Send(request.Other, cancellationToken);
                if (request.TellsItself)
                {
                    trail.Tell(AuditAct.LetIn);
                }

                return outcome;
            }
        }
    }
}
