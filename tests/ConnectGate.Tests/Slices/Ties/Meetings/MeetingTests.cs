using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Directory;
using ConnectGate.People.Policy;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Meetings;

namespace ConnectGate.Tests.Slices.Ties.Meetings;

/// <summary>What a confirmed meeting changes for a letter between the two, and what it does not.</summary>
public abstract class MeetingTests(Database database) : CommunityTests(database)
{
    private static readonly ConnectionPolicy Open = ConnectionPolicy.OpenToAll();

    private Person _one = null!,
        _other = null!;

    protected override Dictionary<string, string?> Settings =>
        new(StringComparer.Ordinal) { ["Gate:PerDay"] = "1", ["Gate:VouchedPerDay"] = "2" };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_one, _other) = await Community.InsertTwoAsync();
    }

    [Fact]
    public async Task A_letter_of_either_is_delivered_at_once_as_met()
    {
        await Community.MeetAsync(_one, _other);
        var third = await Community.InsertAsync();
        await Community.MeetAsync(third, _one);

        await Community.AskAsync(_other, _one);
        await Community.AskAsync(_one, third);

        Assert.Equal(_other.Handle, Assert.Single(await Community.WaitingAsync(_one)).SenderHandle);
        Assert.Equal(_one.Handle, Assert.Single(await Community.WaitingAsync(third)).SenderHandle);
        var letters = await Community.InDatabaseAsync(context => Task.FromResult(context.Requests.ToList()));
        Assert.All(letters, letter =>
            Assert.True(letter is { MetLongAgo: false, IsVouchedFor: true } && letter.MetAt == Community.Clock.Now)
        );
    }

    [Fact]
    public async Task What_one_says_they_talked_about_begins_their_own_letter_and_nobody_elses()
    {
        var line = new string('a', Meeting.TalkedAboutLimit.Maximum);
        await Community.NotFoundAsync(_one, new NoteMeeting.Command(_other.Handle, "Tides"));
        var code = await Community.ShowCodeAsync(_one);
        await Community.RefusedAsync(
            _other,
            new ConfirmMeeting.Command(code, line + "a"),
            "talked-about-too-long",
            "talkedAbout"
        );
        await Community.MustAsync(_other, new ConfirmMeeting.Command(code, line));
        Assert.Equal(("", line), (await BeginsAsync(_one, _other), await BeginsAsync(_other, _one)));
        await Community.RefusedAsync(
            _one,
            new NoteMeeting.Command(_other.Handle, line + "a"),
            "talked-about-too-long",
            "talkedAbout"
        );
        await Community.MustAsync(_one, new NoteMeeting.Command(_other.Handle, " The float\u200B "));
        Assert.Equal(("The float", line), (await BeginsAsync(_one, _other), await BeginsAsync(_other, _one)));

        // A second scan of the same evening keeps the lines, one of another occasion clears them.
        Community.Advance(Meeting.ListedFor - TimeSpan.FromSeconds(1));
        await Community.MeetAsync(_other, _one);
        Assert.Equal("The float", await BeginsAsync(_one, _other));
        Community.Advance(TimeSpan.FromDays(31));
        Assert.Equal("", await BeginsAsync(_one, _other));
        await Community.MeetAsync(_other, _one);
        Assert.Equal(("", ""), (await BeginsAsync(_one, _other), await BeginsAsync(_other, _one)));
    }

    private async Task<string> BeginsAsync(Person sender, Person recipient) =>
        (await Community.QueryAsync(sender, new ComposeLetter.Query(recipient.Handle)))!.TalkedAbout;

    [Fact]
    public async Task It_is_outside_the_allowance_and_has_a_limit_of_its_own()
    {
        await Community.AskAsync(_one, await Community.InsertAsync());
        await Community.RefusedAsync(
            _one,
            new SendRequest.Command(_other.Handle, A.AnotherLetter()),
            "allowance",
            "recipient"
        );
        var met = new List<Person> { _other, await Community.InsertAsync(), await Community.InsertAsync() };
        foreach (var person in met)
        {
            await Community.MeetAsync(person, _one);
        }

        await Community.AskAsync(_one, met[0]);
        await Community.AskAsync(_one, met[1]);

        await Community.RefusedAsync(
            _one,
            new SendRequest.Command(met[2].Handle, A.AnotherLetter()),
            "allowance",
            "recipient"
        );
        Community.Advance(TimeSpan.FromHours(24));
        Assert.Equal(1, (await Community.QueryAsync(_one, new ComposeLetter.Query(met[2].Handle)))!.Allowance.Left);
        await Community.AskAsync(_one, met[2]);
    }

    [Fact]
    public async Task It_is_outside_a_recipients_letters_a_week()
    {
        var fan = await Community.InsertAsync();
        await PublishAsync(_other, Open with { LettersAWeek = 1 });
        await Community.AskAsync(fan, _other);
        Assert.False(await FoundAsAskableAsync());
        await Community.RefusedAsync(
            _one,
            new SendRequest.Command(_other.Handle, A.AnotherLetter()),
            "letters-full-this-week",
            "recipient"
        );

        await Community.MeetAsync(_other, _one);

        Assert.True(await FoundAsAskableAsync());
        await Community.AskAsync(_one, _other);
    }

    [Theory, InlineData(PolicyKind.IntroducedOrMet), InlineData(PolicyKind.SharedConnection)]
    public async Task It_is_what_a_policy_asks_for_whatever_the_reason_and_for_good(PolicyKind kind)
    {
        await PublishAsync(_other, Open with { Kind = kind });
        Assert.False((await Community.SendAsync(_one, new SendRequest.Command(_other.Handle, A.Letter()))).Succeeded);
        await Community.MeetAsync(_other, _one);
        Community.Advance(TimeSpan.FromDays(400));

        Assert.True(await FoundAsAskableAsync());
        await Community.MustAsync(_one, new SendRequest.Command(_other.Handle, A.Letter()));
    }

    [Fact]
    public async Task After_thirty_days_it_still_shows_but_opens_no_door()
    {
        await Community.MeetAsync(_other, _one);
        Community.Advance(new GateOptions().MetCountsFor);
        Assert.True((await Community.QueryAsync(_one, new ComposeLetter.Query(_other.Handle)))!.IsVouched);
        Community.Advance(TimeSpan.FromSeconds(1));
        await Community.AskAsync(_one, await Community.InsertAsync());
        await Community.RefusedAsync(
            _one,
            new SendRequest.Command(_other.Handle, A.AnotherLetter()),
            "allowance",
            "recipient"
        );
        Community.Advance(TimeSpan.FromDays(1));

        var view = (await Community.QueryAsync(_one, new ComposeLetter.Query(_other.Handle)))!;
        await Community.AskAsync(_one, _other);

        Assert.Equal((false, true), (view.IsVouched, view.MetAt is not null));
        Assert.Empty(await Community.WaitingAsync(_other));
        var letter = await Community.InDatabaseAsync(context =>
            Task.FromResult(context.Requests.Single(request => request.RecipientId == _other.Id))
        );
        Assert.True(letter is { MetAt: not null, MetLongAgo: true, IsVouchedFor: true });
        // A stranger's letter uses up the day.
        Assert.Equal(0, (await Community.QueryAsync(_one, new ComposeLetter.Query(_other.Handle)))!.Allowance.Left);
    }

    [Fact]
    public async Task Another_meeting_begins_anew()
    {
        await Community.MeetAsync(_other, _one);
        Community.Advance(TimeSpan.FromDays(31));
        await Community.MeetAsync(_one, _other);

        await Community.AskAsync(_one, _other);

        Assert.Single(await Community.WaitingAsync(_other));
        Assert.Equal(
            Community.Clock.Now,
            (await Community.QueryAsync(_other, new ViewProfile.Query(_one.Handle)))!.MetAt
        );
    }

    [Fact]
    public async Task A_closed_policy_stays_closed_and_note_and_reason_are_needed()
    {
        await Community.MeetAsync(_other, _one);
        await Community.RefusedAsync(
            _one,
            new SendRequest.Command(_other.Handle, Letter.Blank),
            "note-missing",
            "note"
        );
        await PublishAsync(_other, Open with { Kind = PolicyKind.Closed });

        await Community.RefusedAsync(
            _one,
            new SendRequest.Command(_other.Handle, A.Letter()),
            "unavailable",
            "recipient"
        );
    }

    private async Task<bool> FoundAsAskableAsync() =>
        (await Community.QueryAsync(_one, new FindMembers.Query(_other.Handle, OnlyWhomIMayAsk: true))).Items.Count
        == 1;

    private Task PublishAsync(Person member, ConnectionPolicy policy) =>
        Community.InDatabaseAsync(async context =>
        {
            (await context.Members.FindAsync([member.Id], TestContext.Current.CancellationToken))!.Publish(policy);
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
}

public sealed class MeetingTestsOnSqlite() : MeetingTests(Database.Sqlite);

public sealed class MeetingTestsOnPostgres() : MeetingTests(Database.Postgres);
