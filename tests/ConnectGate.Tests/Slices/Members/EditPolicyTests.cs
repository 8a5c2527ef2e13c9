using ConnectGate.Gate;
using ConnectGate.Members;
using ConnectGate.Requests;

namespace ConnectGate.Tests.Slices.Members;

public abstract class EditPolicyTests(Database database) : CommunityTests(database)
{
    [Fact]
    public async Task A_policy_is_published_with_its_words_and_questions()
    {
        var (ada, asker) = (await Community.InsertAsync(), await Community.InsertAsync());
        var offered = (await Community.QueryAsync(ada, new EditPolicy.Query())).Offered;
        Assert.Equal(4, offered.Count);

        await Community.MustAsync(ada, new EditPolicy.Command(PolicyKind.Open, "People who compute tides.", [offered[0], " ", "Which harbour do you know best?"]));

        var policy = (await Community.QueryAsync(asker, new ViewProfile.Query(ada.Handle)))!.Policy;
        Assert.Equal((PolicyKind.Open, "People who compute tides."), (policy.Kind, policy.Text));
        Assert.Equal([offered[0], "Which harbour do you know best?"], policy.Questions.Select(question => question.Text));
    }

    [Fact]
    public async Task A_question_in_the_same_words_keeps_its_id_and_another_gets_a_new_one()
    {
        var ada = await Community.InsertAsync(A.Member() with { Questions = ["Who are you then?", "Why me then?"] });

        await Community.MustAsync(ada, new EditPolicy.Command(PolicyKind.Open, "", ["Why me then?", "Who are you now?"]));

        var questions = (await Community.QueryAsync(ada, new ViewProfile.Query(ada.Handle)))!.Policy.Questions;
        Assert.Equal("q2", questions[0].Id);
        Assert.DoesNotContain(questions[1].Id, new[] { "q1", "q2" });
    }

    [Theory]
    [InlineData("policy-text-too-long", "text", 501, "Who are you?")]
    [InlineData("question-too-short", "questions[0]", 5, "Why?")]
    public async Task What_breaks_a_limit_is_refused_at_its_field(string code, string field, int textLength, string question)
    {
        var ada = await Community.InsertAsync();

        var outcome = await Community.SendAsync(ada, new EditPolicy.Command(PolicyKind.Open, new string('x', textLength), [question]));

        var refusal = Assert.Single(outcome.Refusals);
        Assert.Equal((code, field), (refusal.Code, refusal.Field));
    }

    [Fact]
    public async Task A_fourth_question_is_refused()
    {
        var ada = await Community.InsertAsync();

        var outcome = await Community.SendAsync(ada, new EditPolicy.Command(
            PolicyKind.Open, "", ["Question one?", "Question two?", "Question three?", "Question four?"]));

        Assert.Equal("too-many-questions", Assert.Single(outcome.Refusals).Code);
        Assert.Empty((await Community.QueryAsync(ada, new EditPolicy.Query())).Questions);
    }
}

public sealed class EditPolicyTestsOnSqlite() : EditPolicyTests(Database.Sqlite);

public sealed class EditPolicyTestsOnPostgres() : EditPolicyTests(Database.Postgres);
