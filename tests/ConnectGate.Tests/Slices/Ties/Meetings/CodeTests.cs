using ConnectGate.Gate.Policy;
using ConnectGate.People.Policy;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Meetings;

namespace ConnectGate.Tests.Slices.Ties.Meetings;

/// <summary>A code is shown, read out and extended. It can be taken once, and it has no other use.</summary>
public abstract class CodeTests(Database database) : CommunityTests(database)
{
    private Person _owner = null!,
        _taker = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_owner, _taker) = await Community.InsertTwoAsync();
    }

    [Fact]
    public async Task The_taker_of_a_code_has_met_its_owner_and_both_can_see_it()
    {
        var code = await Community.ShowCodeAsync(_owner);
        var found = await Community.QueryAsync(_taker, new ConfirmMeeting.Query(code));
        Assert.Equal((_owner.DisplayName, false, null), (found.Owner!.DisplayName, found.Confirmed, found.Refusal));
        Assert.Equal(0, await Community.CountAsync<Meeting>());

        var confirmed = await Community.MustAsync(_taker, new ConfirmMeeting.Command(code));

        Assert.Equal(_owner.Handle, confirmed.Handle);
        Assert.Null((await Community.QueryAsync(_owner, new ShowCode.Query())).Shown);
        Assert.Equal(1, await Community.CountAsync<Meeting>());
        Assert.Equal([(_taker.Handle, false)], await MetLatelyAsync(_owner));
        Assert.Equal([(_owner.Handle, false)], await MetLatelyAsync(_taker));
    }

    [Fact]
    public async Task The_members_met_in_the_last_day_are_listed_with_the_connections_among_them()
    {
        var (connected, blocker) = await Community.InsertTwoAsync();
        await Community.MeetAsync(_owner, _taker);
        Community.Advance(TimeSpan.FromHours(1));
        await Community.MeetAsync(connected, _owner);
        await Community.InsertConnectionAsync(connected, _owner);
        Community.Advance(TimeSpan.FromHours(1));
        await Community.MeetAsync(_owner, blocker);
        await Community.MustAsync(blocker, new BlockMember.Command(_owner.Handle));
        Assert.Equal(
            [(blocker.Handle, false), (connected.Handle, true), (_taker.Handle, false)],
            await MetLatelyAsync(_owner)
        );

        Community.Advance(TimeSpan.FromHours(22));
        Assert.Equal([blocker.Handle, connected.Handle], (await MetLatelyAsync(_owner)).Select(row => row.Handle));
    }

    private async Task<IEnumerable<(string Handle, bool Connected)>> MetLatelyAsync(Person member) =>
        (await Community.QueryAsync(member, new ListMetLately.Query())).Select(row => (row.Handle, row.Connected));

    [Fact]
    public async Task It_is_read_whatever_its_case_its_blanks_and_its_look_alikes()
    {
        var code = (await Community.ShowCodeAsync(_owner)).Replace(" ", "", StringComparison.Ordinal);
        var typed = string.Join(
            '-',
            code.ToLowerInvariant().Replace('0', 'o').Replace('1', 'l').Replace('v', 'u').ToCharArray()
        );

        Assert.Equal(
            _owner.Handle,
            (await Community.QueryAsync(_taker, new ConfirmMeeting.Query($" {typed} "))).Owner!.Handle
        );
        foreach (var malformed in new[] { "", "ABCD", $"{code}0", "ABCD EFG!", "ABCD EFGÉ", new string('A', 5_000) })
        {
            await Community.RefusedAsync(_taker, new ConfirmMeeting.Command(malformed), "code-malformed", "code");
        }
    }

    [Fact]
    public async Task It_is_good_once()
    {
        var (third, code) = (await Community.InsertAsync(), await Community.ShowCodeAsync(_owner));
        await Community.MustAsync(_taker, new ConfirmMeeting.Command(code));

        await Community.RefusedAsync(third, new ConfirmMeeting.Command(code), "code-used", "code");

        Community.Advance(TimeSpan.FromHours(1));
        await Community.RefusedAsync(third, new ConfirmMeeting.Command(code), "code-used", "code");
        var rows = await Community.CountEveryTableAsync();
        // The same form has the same result again.
        Assert.Equal(_owner.Handle, (await Community.MustAsync(_taker, new ConfirmMeeting.Command(code))).Handle);
        Assert.Equal(rows, await Community.CountEveryTableAsync());
    }

    [Fact]
    public async Task It_is_good_for_five_minutes_and_longer_by_five_more_up_to_an_hour()
    {
        var code = await Community.ShowCodeAsync(_owner);
        for (var minutes = 5; minutes < 60; minutes += 5)
        {
            Community.Advance(TimeSpan.FromMinutes(minutes == 5 ? 4 : 5));
            await Community.MustAsync(_owner, new ExtendCode.Command());
        }

        Assert.False((await Community.QueryAsync(_owner, new ShowCode.Query())).Shown!.CanLastLonger);
        await Community.RefusedAsync(_owner, new ExtendCode.Command(), "code-not-extended", "");
        Community.Advance(TimeSpan.FromMinutes(6) - TimeSpan.FromSeconds(1));
        Assert.Null((await Community.QueryAsync(_taker, new ConfirmMeeting.Query(code))).Refusal);
        Community.Advance(TimeSpan.FromSeconds(1));

        await Community.RefusedAsync(_taker, new ConfirmMeeting.Command(code), "code-over", "code");
        Assert.Null((await Community.QueryAsync(_owner, new ShowCode.Query())).Shown);
        await Community.RefusedAsync(_owner, new ExtendCode.Command(), "code-not-extended", "");
    }

    [Fact]
    public async Task A_new_one_ends_the_old_and_who_has_none_extends_none()
    {
        await Community.NotFoundAsync(_owner, new ExtendCode.Command());
        var old = await Community.ShowCodeAsync(_owner);

        var anew = await Community.ShowCodeAsync(_owner);

        await Community.RefusedAsync(_taker, new ConfirmMeeting.Command(old), "code-unknown", "code");
        await Community.MustAsync(_taker, new ConfirmMeeting.Command(anew));
        Assert.Equal(1, await Community.CountAsync<MeetingCode>());
    }

    [Fact]
    public async Task Nobody_takes_their_own() =>
        await Community.RefusedAsync(
            _owner,
            new ConfirmMeeting.Command(await Community.ShowCodeAsync(_owner)),
            "own-code",
            "code"
        );

    [Fact]
    public async Task A_code_of_who_blocked_is_blocked_or_is_suspended_reads_like_one_that_there_is_not()
    {
        var absent = (await Community.QueryAsync(_taker, new ConfirmMeeting.Query("0000 0000"))).Refusal;
        var (blocker, blocked, suspended) = await Community.InsertThreeAsync();
        foreach (
            var (owner, hide) in new (Person, Func<Task>)[]
            {
                (blocker, async () => await Community.MustAsync(blocker, new BlockMember.Command(_taker.Handle))),
                (blocked, async () => await Community.MustAsync(_taker, new BlockMember.Command(blocked.Handle))),
                (suspended, () => Community.SuspendAsync(suspended)),
            }
        )
        {
            var code = await Community.ShowCodeAsync(owner);
            Assert.Null((await Community.QueryAsync(_taker, new ConfirmMeeting.Query(code))).Refusal);
            await hide();

            Assert.Equal(absent, (await Community.QueryAsync(_taker, new ConfirmMeeting.Query(code))).Refusal);
            await Community.RefusedAsync(_taker, new ConfirmMeeting.Command(code), "code-unknown", "code");
        }
    }

    [Fact]
    public async Task A_suspended_member_neither_shows_nor_takes_a_code()
    {
        var code = await Community.ShowCodeAsync(_owner);
        await Community.SuspendAsync(_taker);

        await Community.RefusedAsync(_taker, new ConfirmMeeting.Command(code), "suspended", "");
        await Community.RefusedAsync(_taker, new ShowCode.Command(), "suspended", "");
    }

    [Fact]
    public async Task A_guessing_member_must_wait_and_a_right_code_is_no_guess()
    {
        for (var number = 0; number < CodeTries.OfMember.Most; number++)
        {
            await Community.QueryAsync(_taker, new ConfirmMeeting.Query(await Community.ShowCodeAsync(_owner)));
        }

        for (var number = 0; number < CodeTries.OfMember.Most; number++)
        {
            await Community.RefusedAsync(
                _taker,
                new ConfirmMeeting.Command($"0000 00{number:00}"),
                "code-unknown",
                "code"
            );
        }

        var code = await Community.ShowCodeAsync(_owner);
        await Community.RefusedAsync(_taker, new ConfirmMeeting.Command(code), "too-many-codes", "code");
        Assert.Null(
            (await Community.QueryAsync(await Community.InsertAsync(), new ConfirmMeeting.Query(code))).Refusal
        );
        Community.Advance(CodeTries.OfMember.Window);
        await Community.MustAsync(_taker, new ConfirmMeeting.Command(await Community.ShowCodeAsync(_owner)));
    }

    [Fact]
    public async Task Wrong_codes_of_others_use_up_no_first_tries_of_a_member()
    {
        for (var member = 0; member <= CodeTries.OfAll.Most / (CodeTries.OfMember.Most - CodeTries.Own.Most); member++)
        {
            var guesser = await Community.InsertAsync();
            for (var guess = 0; guess < CodeTries.OfMember.Most; guess++)
            {
                await Community.QueryAsync(guesser, new ConfirmMeeting.Query($"0000 00{guess:00}"));
            }
        }

        await MistypeAsync(CodeTries.Own.Most - 1);
        var code = await Community.ShowCodeAsync(_owner);
        Assert.Null((await Community.QueryAsync(_taker, new ConfirmMeeting.Query(code))).Refusal);

        await MistypeAsync(1);
        Assert.Equal(
            "too-many-codes",
            (await Community.QueryAsync(_taker, new ConfirmMeeting.Query(code))).Refusal!.Code
        );
    }

    private async Task MistypeAsync(int times)
    {
        for (var time = 0; time < times; time++)
        {
            await Community.QueryAsync(_taker, new ConfirmMeeting.Query("0000 0000"));
        }
    }

    [Fact]
    public async Task Its_owner_is_told_where_nobody_could_ask_them()
    {
        Assert.Equal((false, null), await TellsAsync());
        await Community.MustAsync(_owner, new EditPolicy.Command(PolicyKind.Closed, null, null));
        Assert.Equal((true, null), await TellsAsync());
        var back = DateOnly.FromDateTime(Community.Clock.Now).AddDays(3);
        await Community.MustAsync(_owner, new EditPolicy.Command(PolicyKind.Open, null, null) { AwayUntil = back });
        Assert.Equal((false, back), await TellsAsync());

        async Task<(bool, DateOnly?)> TellsAsync() =>
            await Community.QueryAsync(_owner, new ShowCode.Query()) is var view
                ? (view.PolicyIsClosed, view.AwayUntil)
                : default;
    }

    [Fact]
    public async Task The_database_holds_no_readable_code()
    {
        var code = (await Community.ShowCodeAsync(_owner)).Replace(" ", "", StringComparison.Ordinal);

        var row = await Community.InDatabaseAsync(context => Task.FromResult(context.MeetingCodes.Single()));

        Assert.Equal(code[..4], row.Selector);
        Assert.DoesNotContain(code[4..], row.Sealed, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task One_of_many_who_take_a_code_at_once_has_met()
    {
        const int Trials = 20,
            AtOnce = 4;
        for (var trial = 0; trial < Trials; trial++)
        {
            var (owner, takers) = (await Community.InsertAsync(), new List<Person>());
            for (var number = 0; number < AtOnce; number++)
            {
                takers.Add(await Community.InsertAsync());
            }

            var code = await Community.ShowCodeAsync(owner);
            var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var racing = takers.ConvertAll(taker =>
                Task.Run(
                    async () =>
                    {
                        await start.Task;
                        return await Community.SendAsync(taker, new ConfirmMeeting.Command(code));
                    },
                    TestContext.Current.CancellationToken
                )
            );
            start.SetResult();
            var outcomes = await Task.WhenAll(racing);

            Assert.Single(outcomes, outcome => outcome.Succeeded);
            Assert.All(outcomes.Where(outcome => !outcome.Succeeded), outcome =>
                Assert.Equal("code-used", Assert.Single(outcome.Refusals).Code)
            );
            Assert.Equal(trial + 1, await Community.CountAsync<Meeting>());
        }
    }
}

public sealed class CodeTestsOnSqlite() : CodeTests(Database.Sqlite);

public sealed class CodeTestsOnPostgres() : CodeTests(Database.Postgres);
