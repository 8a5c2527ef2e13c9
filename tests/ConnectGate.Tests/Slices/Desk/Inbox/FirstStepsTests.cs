using ConnectGate.Desk.Inbox.FirstSteps;
using ConnectGate.People.Members;
using ConnectGate.People.Members.Profiles;
using ConnectGate.Tests.Slices.Ties.Groups;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Groups;

namespace ConnectGate.Tests.Slices.Desk.Inbox;

public abstract class FirstStepsTests(Database database) : CommunityTests(database)
{
    private static NewMember New() => A.Member() with { JoinedAgo = TimeSpan.Zero };

    [Fact]
    public async Task A_step_goes_when_it_is_done()
    {
        var (me, other) = (await Community.InsertAsync(New()), await Community.InsertAsync());
        Assert.Equal("SayWhoYouAre JoinAGroup FindSomebody", await LeftAsync(me));

        await Community.MustAsync(me, new EditProfile.Command("Ada", "Tides", "", ["en"], null, null));
        Assert.Equal("JoinAGroup FindSomebody", await LeftAsync(me));
        await Community.SharedAsync(GroupKind.Group, me, other);
        Assert.Equal("FindSomebody", await LeftAsync(me));
        await Community.AskAsync(me, other);
        Assert.Equal("", await LeftAsync(me));
    }

    [Fact]
    public async Task A_skipped_step_does_not_come_back_and_after_a_month_none_is_shown()
    {
        var (me, other) = (await Community.InsertAsync(New()), await Community.InsertAsync(New()));

        await Community.MustAsync(me, new SkipFirstStep.Command(FirstStep.JoinAGroup));
        await Community.MustAsync(me, new SkipFirstStep.Command(FirstStep.SayWhoYouAre));
        Assert.Equal("FindSomebody", await LeftAsync(me));
        Assert.Equal("SayWhoYouAre JoinAGroup FindSomebody", await LeftAsync(other));
        var refused = await Community.SendAsync(me, new SkipFirstStep.Command((FirstStep)6));
        Assert.Equal("step-missing", Assert.Single(refused.Refusals).Code);

        Community.Advance(ViewFirstSteps.ShownFor);
        Assert.Equal("", await LeftAsync(other));
    }

    private async Task<string> LeftAsync(Person member) =>
        string.Join(' ', await Community.QueryAsync(member, new ViewFirstSteps.Query()));
}

public sealed class FirstStepsTestsOnSqlite() : FirstStepsTests(Database.Sqlite);

public sealed class FirstStepsTestsOnPostgres() : FirstStepsTests(Database.Postgres);
