using System.Data.Common;
using ConnectGate.Care.Administration;
using ConnectGate.Care.Administration.Members;
using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.Recognition;
using ConnectGate.Care.Moderation.Templates;
using ConnectGate.Desk.Conversations;
using ConnectGate.People.Accounts;
using ConnectGate.People.Members.Profiles;
using ConnectGate.Tests.Conventions.Planted;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Groups;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Tests.Slices.Foundation;

/// <summary>Each kind of <see cref="Senders"/>, by a message of its kind.</summary>
public abstract class AccessTests(Database database) : CommunityTests(database)
{
    private static readonly MakeGroup.Command MakesGroup = new(
        GroupKind.Group,
        new GroupDetails("Oral history", "", null, null, "")
    );

    [Fact]
    public async Task Anybody_sends_what_is_for_anybody() =>
        Assert.True(
            (
                await Community.SendAsync(null, new ConnectGate.Desk.Notifications.Digests.EndDigest.Command("none"))
            ).IsNotFound
        );

    [Fact]
    public async Task A_member_sends_what_is_for_members_and_nobody_else_does()
    {
        var member = await Community.InsertAsync();

        Assert.NotNull(await Community.QueryAsync(member, new EditSettings.Query()));
        var nobody = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Community.QueryAsync(null, new EditSettings.Query())
        );
        Assert.Equal("Nobody is signed in.", nobody.Message);
    }

    [Fact]
    public async Task A_suspended_member_reads_but_does_not_send_what_is_for_members_not_suspended()
    {
        var member = await Community.InsertAsync();
        await Community.MustAsync(member, MakesGroup);

        await Community.SuspendAsync(member);

        Assert.NotNull(await Community.QueryAsync(member, new EditSettings.Query()));
        await Community.RefusedAsync(member, MakesGroup, "suspended", "");
    }

    [Fact]
    public async Task What_a_suspended_member_may_not_send_is_still_not_found_where_it_is_not_theirs()
    {
        var member = await Community.InsertAsync();
        await Community.SuspendAsync(member);

        await Community.NotFoundAsync(member, new CloseGroup.Command("none"));
    }

    [Fact]
    public async Task A_suspended_member_is_told_so_also_where_the_state_does_not_allow_the_command()
    {
        var member = await Community.InsertAsync();
        var id = (await Community.MustAsync(member, MakesGroup)).Id;
        await Community.MustAsync(member, new CloseGroup.Command(id));
        await Community.IllegalAsync(member, new CloseGroup.Command(id));

        await Community.SuspendAsync(member);

        await Community.RefusedAsync(member, new CloseGroup.Command(id), "suspended", "");
    }

    [Fact]
    public async Task A_moderator_sends_what_is_for_moderators_and_to_others_it_is_not_found()
    {
        var (member, moderator) = (await Community.InsertAsync(), await InsertAsync(Role.Moderator));
        var id = (await Community.MustAsync(member, MakesGroup)).Id;
        var recognises = new RecogniseGroup.Command(id, true, "A conference that I know well.");

        await Community.NotFoundAsync(member, recognises);
        Assert.Null(await Community.QueryAsync(member, new ListCases.Query()));
        Assert.True((await Community.SendAsync(moderator, recognises)).Succeeded);
        Assert.NotNull(await Community.QueryAsync(await InsertAsync(Role.Administrator), new ListCases.Query()));
    }

    [Fact]
    public async Task An_administrator_sends_what_is_for_administrators_and_to_others_it_is_not_found()
    {
        var invites = new InviteAddresses.Command("new@example.org");
        foreach (var other in new[] { await Community.InsertAsync(), await InsertAsync(Role.Moderator) })
        {
            await Community.NotFoundAsync(other, invites);
            await Community.NotFoundAsync(other, new ListApplicants.Command());
        }

        Assert.True((await Community.SendAsync(await InsertAsync(Role.Administrator), invites)).Succeeded);
    }

    [Fact]
    public async Task The_server_sends_what_is_for_administrators_but_not_what_is_for_moderators()
    {
        Assert.True((await Community.SendAsync(null, new InviteAddresses.Command("new@example.org"))).Succeeded);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Community.QueryAsync(null, new ListCases.Query()));
    }

    [Fact]
    public async Task The_server_sends_what_is_for_the_server_and_to_everybody_else_it_is_not_found()
    {
        var member = await Community.InsertAsync();
        var resets = new ResetSecondFactor.Command(member.Email);
        foreach (var somebody in new[] { member, await InsertAsync(Role.Administrator) })
        {
            await Community.NotFoundAsync(somebody, resets);
            Assert.Null(await Community.QueryAsync(somebody, new ListTemplates.Query()));
        }

        Assert.True((await Community.SendAsync(null, resets)).Succeeded);
    }

    [Fact]
    public async Task A_message_that_declares_nobody_is_sent_by_nobody()
    {
        await using var community = await Community.NewAsync(Database, services =>
            services.AddScoped<IRequestHandler<UndeclaredCommand, Outcome<Done>>, UndeclaredCommand.Handler>()
        );

        await Assert.ThrowsAsync<InvalidOperationException>(() => community.SendAsync(null, new UndeclaredCommand()));
    }

    private Task<Person> InsertAsync(Role role) => Community.InsertAsync(A.Member() with { Role = role });
}

public sealed class AccessTestsOnSqlite() : AccessTests(Database.Sqlite);

public sealed class AccessTestsOnPostgres() : AccessTests(Database.Postgres)
{
    [Fact]
    public async Task A_suspension_that_is_saved_just_before_the_lock_still_refuses()
    {
        var before = new BeforeTheLock();
        await using var community = await Community.NewAsync(Database, services =>
            services.ConfigureDbContext<ConnectGateContext>(options => options.AddInterceptors(before))
        );
        var (asker, recipient) = (await community.InsertAsync(), await community.InsertAsync());
        await community.ConnectAsync(asker, recipient);
        before.Happens = () => community.SuspendAsync(asker);
        var messages = await community.CountAsync<Message>();

        var outcome = await community.SendAsync(asker, new WriteMessage.Command(recipient.Handle, "Hello"));

        Assert.Null(before.Happens);
        Assert.Equal("suspended", Assert.Single(outcome.Refusals).Code);
        Assert.Equal(messages, await community.CountAsync<Message>());
    }

    /// <summary>Runs an action once, just before a command locks members.</summary>
    private sealed class BeforeTheLock : DbCommandInterceptor
    {
        public Func<Task>? Happens { get; set; }

        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            await HappenAsync(command);
            return result;
        }

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            await HappenAsync(command);
            return result;
        }

        private async Task HappenAsync(DbCommand command)
        {
            if (command.CommandText.Contains("FOR NO KEY UPDATE", StringComparison.Ordinal) && Happens is { } happens)
            {
                Happens = null;
                await happens();
            }
        }
    }
}
