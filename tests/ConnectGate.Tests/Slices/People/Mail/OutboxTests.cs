using ConnectGate.People.Mail;
using ConnectGate.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Tests.Slices.People.Mail;

public abstract class OutboxTests(Database database) : CommunityTests(database)
{
    [Fact]
    public async Task A_claimed_mail_is_nobody_elses_until_the_claim_runs_out_and_gone_when_it_was_sent()
    {
        await AddAsync("Hello");

        var mail = Assert.Single(await ClaimAsync());
        Assert.Equal(("ada@example.org", "Hello", "Body"), (mail.To, mail.Subject, mail.Body));
        Assert.Empty(await ClaimAsync());
        Community.Advance(ClaimMail.Lease);
        Assert.Single(await ClaimAsync());

        Assert.False((await SettleAsync(mail.Id, fault: null)).Value.GivenUp);
        Assert.Equal(0, await Community.CountAsync<OutgoingMail>());
        Assert.True((await SettleAsync(mail.Id, fault: null)).IsNotFound);
    }

    [Fact]
    public async Task Mail_that_a_person_waits_for_leaves_before_digests_and_those_before_invitations()
    {
        await AddAsync("Invitation", MailKind.Membership);
        await AddAsync("Digest", MailKind.Digest);
        Community.Advance(TimeSpan.FromDays(2));
        await AddAsync("Link");
        await AddAsync("Second link");

        Assert.Equal(["Link"], (await ClaimAsync(Community, atMost: 1)).Select(mail => mail.Subject));
        Assert.Equal(
            ["Second link"],
            (await ClaimAsync(Community, upTo: MailKind.Awaited)).Select(mail => mail.Subject)
        );
        Assert.Equal(["Digest", "Invitation"], (await ClaimAsync()).Select(mail => mail.Subject));
    }

    [Fact]
    public async Task One_of_many_nodes_claims_a_mail()
    {
        for (var number = 0; number < 20; number++)
        {
            await AddAsync($"Mail {number}");
        }

        await using var other = Community.OtherNode();
        other.Advance(Community.Clock.Now - other.Clock.Now);

        var claimed = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(node => Task.Run(() => ClaimAsync(node % 2 == 0 ? Community : other)))
        );

        Assert.Equal(20, claimed.SelectMany(mails => mails).Select(mail => mail.Id).Distinct().Count());
        Assert.Equal(20, claimed.Sum(mails => mails.Count));
    }

    [Fact]
    public async Task A_mail_that_fails_is_tried_again_ever_later_and_given_up_after_ten_tries()
    {
        await AddAsync("Hello");

        for (var attempt = 1; attempt <= OutgoingMail.MostTries; attempt++)
        {
            var mail = Assert.Single(await ClaimAsync());
            Assert.Equal(attempt == OutgoingMail.MostTries, (await SettleAsync(mail.Id, Refused)).Value.GivenUp);
            Community.Advance(TimeSpan.FromMinutes(Math.Pow(2, attempt - 1)) - TimeSpan.FromSeconds(1));
            Assert.Empty(await ClaimAsync());
            Community.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task A_mail_that_was_given_up_stays_for_30_days()
    {
        await AddAsync("Hello");
        for (var attempt = 1; attempt <= OutgoingMail.MostTries; attempt++)
        {
            await SettleAsync(Assert.Single(await ClaimAsync()).Id, Refused);
            Community.Advance(TimeSpan.FromHours(9));
        }

        await AddAsync("Waits");
        Community.Advance(OutgoingMail.GivenUpStays - TimeSpan.FromHours(10));
        await SendAsync(Community, new ForgetMail.Command());
        Assert.Equal(2, await Community.CountAsync<OutgoingMail>());

        Community.Advance(TimeSpan.FromHours(1));
        await SendAsync(Community, new ForgetMail.Command());
        Assert.Equal("Waits", Assert.Single(await ClaimAsync()).Subject);
        Assert.Equal(1, await Community.CountAsync<OutgoingMail>());
    }

    [Fact]
    public async Task A_subject_is_one_line_whatever_is_in_it()
    {
        await AddAsync("Hello\r\nBcc: all@example.org\u2028Evil: yes\u0000");

        Assert.Equal("Hello Bcc: all@example.org Evil: yes", Assert.Single(await ClaimAsync()).Subject);
    }

    private static MailFault Refused => new(MailFaultKind.RecipientRejected, "550");

    protected Task AddAsync(string subject, MailKind kind = MailKind.Awaited) =>
        Community.InScopeAsync(null, null, async services =>
        {
            ((Outbox)services.GetService(typeof(Outbox))!).Add(kind, "ada@example.org", subject, "Body");
            var context = (ConnectGate.Foundation.Data.ConnectGateContext)
                services.GetService(typeof(ConnectGate.Foundation.Data.ConnectGateContext))!;
            return await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

    private Task<IReadOnlyList<ClaimMail.Mail>> ClaimAsync() => ClaimAsync(Community);

    protected static async Task<IReadOnlyList<ClaimMail.Mail>> ClaimAsync(
        Community node,
        int atMost = 20,
        MailKind upTo = MailKind.Membership
    ) => (await SendAsync(node, new ClaimMail.Command(atMost, upTo))).Value;

    private Task<ConnectGate.Foundation.Pipeline.Outcome<SettleMail.Receipt>> SettleAsync(long id, MailFault? fault) =>
        SendAsync(Community, new SettleMail.Command(id, fault));

    private static Task<T> SendAsync<T>(Community node, MediatR.IRequest<T> message) =>
        node.InScopeAsync(null, null, services =>
            ((MediatR.IMediator)services.GetService(typeof(MediatR.IMediator))!).Send(
                message,
                TestContext.Current.CancellationToken
            )
        );
}

public sealed class OutboxTestsOnSqlite() : OutboxTests(Database.Sqlite);

public sealed class OutboxTestsOnPostgres() : OutboxTests(Database.Postgres)
{
    private readonly HeldCommit _commit = new();

    protected override Action<IServiceCollection> Configure =>
        services => services.ConfigureDbContext<ConnectGateContext>(options => options.AddInterceptors(_commit));

    [Fact]
    public async Task While_a_node_claims_mails_another_leaves_them_out_and_does_not_wait()
    {
        for (var number = 0; number < 5; number++)
        {
            await AddAsync($"Mail {number}");
        }

        // The limit ends a node that waits; the one that leaves locked rows out never meets it.
        await using var other = Community.Over(
            Database.Postgres,
            $"{Community.ConnectionString};Options=-c lock_timeout=5s",
            Community.Clock
        );
        _commit.HoldNext();
        var first = ClaimAsync(Community, atMost: 2);
        await _commit.Reached;
        var second = await ClaimAsync(other);
        _commit.Release();

        Assert.Equal(["Mail 0", "Mail 1"], (await first).Select(mail => mail.Subject));
        Assert.Equal(["Mail 2", "Mail 3", "Mail 4"], second.Select(mail => mail.Subject));
    }
}
