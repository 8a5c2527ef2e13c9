using ConnectGate.Foundation.Pipeline.Writing;
using ConnectGate.Gate.Policy;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Requests;
using ConnectGate.People.Policy;
using ConnectGate.Tests.Support.Databases;

namespace ConnectGate.Tests.Slices.Letters.Asking;

/// <summary>Whatever the timing, exactly one outcome.</summary>
public abstract class RequestRaceTests(Database database) : CommunityTests(database)
{
    private const int Trials = 50;

    [Fact]
    public async Task One_of_two_crossing_letters_is_sent_and_the_other_sender_is_told()
    {
        for (var trial = 0; trial < Trials; trial++)
        {
            var (one, other) = await Community.InsertTwoAsync();

            var outcomes = await Race.TogetherAsync(Sends(one, other), Sends(other, one));

            Assert.Single(outcomes, outcome => outcome.Succeeded);
            Assert.Equal("asked-first", Assert.Single(outcomes.Single(outcome => !outcome.Succeeded).Refusals).Code);
            Assert.Equal(trial + 1, await Community.CountAsync<ConnectionRequest>());
        }
    }

    [Fact]
    public async Task A_letter_sent_twice_at_once_is_sent_once()
    {
        for (var trial = 0; trial < Trials; trial++)
        {
            var (one, other) = await Community.InsertTwoAsync();

            var outcomes = await Race.TogetherAsync(Sends(one, other), Sends(one, other));

            Assert.Single(outcomes, outcome => outcome.Succeeded);
            Assert.Equal("already-asked", Assert.Single(outcomes.Single(outcome => !outcome.Succeeded).Refusals).Code);
            Assert.Equal(trial + 1, await Community.CountAsync<ConnectionRequest>());
        }
    }

    [Fact]
    public async Task A_form_submitted_twice_at_once_with_its_key_has_one_outcome()
    {
        for (var trial = 0; trial < Trials; trial++)
        {
            var (one, other) = await Community.InsertTwoAsync();

            var outcomes = await Race.TogetherAsync(
                Sends(one, other, "the form's key"),
                Sends(one, other, "the form's key")
            );

            Assert.Single(outcomes.Select(outcome => outcome.Value).Distinct());
            Assert.Equal(trial + 1, await Community.CountAsync<ConnectionRequest>());
        }
    }

    [Fact]
    public async Task Fifty_letters_at_once_do_not_exceed_the_days_allowance()
    {
        var sender = await Community.InsertAsync();
        var recipients = new List<Person>();
        for (var number = 0; number < 50; number++)
        {
            recipients.Add(await Community.InsertAsync());
        }

        var outcomes = await Race.TogetherAsync([
            .. recipients.Select(recipient => Sends(sender, recipient, letter: A.AnotherLetter())),
        ]);

        Assert.Equal(new GateOptions().PerDay, outcomes.Count(outcome => outcome.Succeeded));
        Assert.Equal(new GateOptions().PerDay, await Community.CountAsync<ConnectionRequest>());
        Assert.All(outcomes.Where(outcome => !outcome.Succeeded), outcome =>
            Assert.Equal("allowance", Assert.Single(outcome.Refusals).Code)
        );
    }

    [Fact]
    public async Task Fifty_letters_at_once_do_not_exceed_what_the_recipient_reads_in_a_week()
    {
        var recipient = await Community.InsertAsync();
        await Community.MustAsync(recipient, new EditPolicy.Command(PolicyKind.Open, null, null) { LettersAWeek = 5 });
        var senders = new List<Person>();
        for (var number = 0; number < 50; number++)
        {
            senders.Add(await Community.InsertAsync());
        }

        var outcomes = await Race.TogetherAsync([.. senders.Select(sender => Sends(sender, recipient))]);

        Assert.Equal(5, outcomes.Count(outcome => outcome.Succeeded));
        Assert.Equal(5, await Community.CountAsync<ConnectionRequest>());
        Assert.All(outcomes.Where(outcome => !outcome.Succeeded), outcome =>
            Assert.Equal("letters-full-this-week", Assert.Single(outcome.Refusals).Code)
        );
    }

    [Fact]
    public async Task A_key_brings_the_first_outcome_again_and_no_other_words()
    {
        var (sender, recipient) = await Community.InsertTwoAsync();
        var first = await Community.SendAsync(sender, new SendRequest.Command(recipient.Handle, A.Letter()), "key");

        var again = await Community.SendAsync(sender, new SendRequest.Command(recipient.Handle, A.Letter()), "key");
        var others = await Community.SendAsync(
            sender,
            new SendRequest.Command(
                recipient.Handle,
                A.Letter() with
                {
                    Note = "Quite other words, of twenty characters.",
                }
            ),
            "key"
        );
        var withoutKey = await Community.SendAsync(sender, new SendRequest.Command(recipient.Handle, A.Letter()));

        Assert.Equal(first.Value, again.Value);
        Assert.Equal("idempotency-key-reused", Assert.Single(others.Refusals).Code);
        Assert.Equal("already-asked", Assert.Single(withoutKey.Refusals).Code);
        Assert.Equal(1, await Community.CountAsync<ConnectionRequest>());
    }

    [Fact]
    public async Task A_refusal_is_not_kept_under_its_key_and_a_key_lasts_a_day()
    {
        var (sender, recipient) = await Community.InsertTwoAsync();
        await Community.SendAsync(sender, new SendRequest.Command(recipient.Handle, Letter.Blank), "key");

        var mended = await Community.SendAsync(sender, new SendRequest.Command(recipient.Handle, A.Letter()), "key");
        Community.Advance(Idempotency.Kept);
        Community.Advance(TimeSpan.FromSeconds(1));
        var nextDay = await Community.SendAsync(sender, new SendRequest.Command(recipient.Handle, A.Letter()), "key");

        Assert.True(mended.Succeeded);
        Assert.Equal("already-asked", Assert.Single(nextDay.Refusals).Code);
    }

    protected override Dictionary<string, string?> Settings =>
        new(StringComparer.Ordinal) { ["Gate:SendAttempts"] = "10000" };

    private Func<Task<Outcome<SendRequest.Receipt>>> Sends(
        Person sender,
        Person recipient,
        string? key = null,
        Letter? letter = null
    ) => () => Community.SendAsync(sender, new SendRequest.Command(recipient.Handle, letter ?? A.Letter()), key);
}

public sealed class RequestRaceTestsOnSqlite() : RequestRaceTests(Database.Sqlite);

public sealed class RequestRaceTestsOnPostgres() : RequestRaceTests(Database.Postgres);
