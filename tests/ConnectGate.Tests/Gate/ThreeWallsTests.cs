using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Requests;
using ConnectGate.Tests.Slices.Foundation.Text;
using ConnectGate.Tests.Support.Databases;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Tests.Gate;

/// <summary>Validator, gate and database each refuse alone. The tests bypass the walls before them.</summary>
public abstract class ThreeWallsTests(Database database) : CommunityTests(database)
{
    /// <summary>Letters that each wall must refuse by itself, and the code of the refusal.</summary>
    private static readonly (Letter Letter, string Code)[] Bad =
    [
        (A.Letter() with { Note = null }, "note-missing"),
        (A.Letter() with { Note = "\u3164\u200B" }, "note-missing"),
        (A.Letter() with { Note = "Hello" }, "note-too-short"),
        (A.Letter() with { Note = Texts.Of(1_001, "a") }, "note-too-long"),
        (A.Letter() with { Reason = null }, "reason-missing"),
        (A.Letter() with { ReasonDetail = null }, "reason-detail-missing"),
        (A.Letter() with { ReasonDetail = "work" }, "reason-detail-too-short"),
        (A.Letter() with { ReasonDetail = Texts.Saying(201, "a") }, "reason-detail-too-long"),
    ];

    public static readonly TheoryData<string, string> Changes = new()
    {
        { "no note", "\"Note\" = NULL" },
        { "an empty note", "\"Note\" = ''" },
        { "a note of blanks", "\"Note\" = '                                '" },
        { "a note of Hangul fillers", $"\"Note\" = '{Texts.Of(30, "\u3164")}'" },
        { "a note of zero-width spaces", $"\"Note\" = '{Texts.Of(30, "\u200B")}'" },
        { "a note of Braille blanks", $"\"Note\" = '{Texts.Of(30, "\u2800")}'" },
        { "a note of nine characters", "\"Note\" = '123456789'" },
        { "a note beyond all bounds", $"\"Note\" = '{Texts.Of(8_001, "a")}'" },
        { "no reason", "\"Reason\" = NULL" },
        { "an empty reason", "\"Reason\" = ''" },
        { "a reason that there is not", "\"Reason\" = 'Whatever'" },
        { "no detail", "\"ReasonDetail\" = NULL" },
        { "an empty detail", "\"ReasonDetail\" = ''" },
        { "a detail of blanks", "\"ReasonDetail\" = '          '" },
        { "oneself", "\"RecipientId\" = \"SenderId\"" },
        { "a pair the wrong way round", "\"LowId\" = \"HighId\", \"HighId\" = \"LowId\"" },
        { "a pair of others", "\"HighId\" = \"HighId\" + 1" },
        { "a state that there is not", "\"State\" = 'Maybe'" },
        { "words of nobody", "\"IntroductionWords\" = 'I sing with both of them in the choir.'" },
        { "a connector and none", "\"State\" = 'WithConnector'" },
        {
            "a connector who is to receive it",
            "\"IntroducedById\" = \"RecipientId\", \"IntroductionWords\" = 'I sing with both of them in the choir.'"
        },
        { "a delivery before it was final", "\"ChangeableUntil\" = \"ExpiresAt\"" },
        { "an end before its delivery", "\"ExpiresAt\" = \"SentAt\"" },
    };

    [Fact]
    public Task The_validator_alone_stops_a_letter_of_the_wrong_shape() =>
        Community.InScopeAsync(null, null, services =>
        {
            var validator = services.GetRequiredService<IValidator<SendRequest.Command>>();
            foreach (var (letter, code) in Bad)
            {
                Assert.Equal(
                    code,
                    Assert.Single(validator.Validate(new SendRequest.Command("anybody", letter)).Errors).ErrorCode
                );
            }

            Assert.Empty(validator.Validate(new SendRequest.Command("anybody", A.Letter())).Errors);
            return Task.FromResult(0);
        });

    [Fact]
    public async Task The_gate_alone_stops_a_letter_that_no_validator_saw()
    {
        var (sender, recipient) = await Community.InsertTwoAsync();
        var rows = await Community.CountEveryTableAsync();

        foreach (var (letter, code) in Bad)
        {
            var outcome = await Community.InScopeAsync(sender, null, services =>
                services
                    .GetRequiredService<IRequestHandler<SendRequest.Command, Outcome<SendRequest.Receipt>>>()
                    .Handle(new SendRequest.Command(recipient.Handle, letter), TestContext.Current.CancellationToken)
            );
            Assert.Equal(code, Assert.Single(outcome.Refusals).Code);
        }

        Assert.Equal(rows, await Community.CountEveryTableAsync());
    }

    [Fact]
    public async Task Even_where_no_rule_speaks_no_letter_is_admitted()
    {
        var attempt = await AttemptAsync();

        Assert.All(Bad, bad =>
            Assert.Throws<ArgumentException>(() => AdmittedLetter.Of(attempt with { Letter = bad.Letter }))
        );
        Assert.Throws<ArgumentException>(() => PersonalNote.Of("\u2800"));
        Assert.Throws<ArgumentException>(() => StatedReason.Of((Reason)99, "Your talk"));
    }

    [Theory, MemberData(nameof(Changes))]
    public async Task The_database_alone_refuses(string what, string change)
    {
        Assert.NotEmpty(what);
        await StoreAsync(await AttemptAsync());

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            Community.InDatabaseAsync(context => RunAsync(context, change))
        );
    }

    [Fact]
    public async Task The_database_alone_holds_one_open_request_between_two_whoever_asks()
    {
        var attempt = await AttemptAsync();
        await StoreAsync(attempt);

        await Assert.ThrowsAsync<DbUpdateException>(() => StoreAsync(attempt));
        await Assert.ThrowsAsync<DbUpdateException>(() =>
            StoreAsync(attempt with { Sender = attempt.Recipient, Recipient = attempt.Sender })
        );

        await Community.InDatabaseAsync(context => RunAsync(context, "\"State\" = 'Expired'"));
        await StoreAsync(attempt with { Sender = attempt.Recipient, Recipient = attempt.Sender });
    }

    [Fact]
    public async Task The_database_alone_takes_the_longest_and_the_shortest_letter()
    {
        var attempt = await AttemptAsync();

        await StoreAsync(
            attempt with
            {
                Letter = A.Letter() with
                {
                    Note = Texts.Of(1_000, "👨‍👩‍👧‍👦"),
                    ReasonDetail = Texts.Of(200, "👍🏽"),
                },
            }
        );
        await Community.InDatabaseAsync(context => RunAsync(context, "\"State\" = 'Expired'"));
        await StoreAsync(
            attempt with
            {
                Letter = A.Letter() with { Note = Texts.Of(10, "語"), ReasonDetail = Texts.Of(3, "語") },
            }
        );

        Assert.Equal(2, await Community.CountAsync<ConnectionRequest>());
    }

    private async Task<Attempt> AttemptAsync()
    {
        var (sender, recipient) = await Community.InsertTwoAsync();
        var members = await Community.InDatabaseAsync(context =>
            context.Set<Member>().AsNoTracking().ToDictionaryAsync(member => member.Id)
        );
        return new Attempt(A.Letter(), members[sender.Id], members[recipient.Id], [], Community.Clock.Now);
    }

    private Task StoreAsync(Attempt attempt) =>
        Community.InDatabaseAsync(async context =>
        {
            context.Requests.Add(ConnectionRequest.Send(AdmittedLetter.Of(attempt), new GateOptions(), attempt.Now));
            await context.SaveChangesAsync();
        });

#pragma warning disable EF1002 // The test's own words.
    private static Task RunAsync(ConnectGateContext context, string change) =>
        context.Database.ExecuteSqlRawAsync($"UPDATE \"Requests\" SET {change}");
#pragma warning restore EF1002
}

public sealed class ThreeWallsTestsOnSqlite() : ThreeWallsTests(Database.Sqlite);

public sealed class ThreeWallsTestsOnPostgres() : ThreeWallsTests(Database.Postgres);
