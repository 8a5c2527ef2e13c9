using ConnectGate.Gate.Policy;
using ConnectGate.Letters.Directory;
using ConnectGate.People.Policy;
using ConnectGate.Tests.Slices;
using ConnectGate.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Gate.Policy;

public abstract class EditPolicyTests(Database database) : CommunityTests(database)
{
    [Fact]
    public async Task A_policy_is_published_with_its_words_and_questions()
    {
        var (ada, asker) = await Community.InsertTwoAsync();
        var offered = (await Community.QueryAsync(ada, new EditPolicy.Query())).Offered;
        Assert.Equal(4, offered.Count);

        await Community.MustAsync(
            ada,
            new EditPolicy.Command(
                PolicyKind.Open,
                "People who compute tides.",
                [offered[0], " ", "Which harbour do you know best?"]
            )
        );

        var policy = (await Community.QueryAsync(asker, new ViewProfile.Query(ada.Handle)))!.Policy;
        Assert.Equal((PolicyKind.Open, "People who compute tides."), (policy.Kind, policy.Text));
        Assert.Equal(
            [offered[0], "Which harbour do you know best?"],
            policy.Questions.Select(question => question.Text)
        );
    }

    [Fact]
    public async Task A_question_in_the_same_words_keeps_its_id_and_another_gets_a_new_one()
    {
        var ada = await Community.InsertAsync(A.Member() with { Questions = ["Who are you then?", "Why me then?"] });

        await Community.MustAsync(
            ada,
            new EditPolicy.Command(PolicyKind.Open, "", ["Why me then?", "Who are you now?"])
        );

        var questions = (await Community.QueryAsync(ada, new ViewProfile.Query(ada.Handle)))!.Policy.Questions;
        Assert.Equal("q2", questions[0].Id);
        Assert.DoesNotContain(questions[1].Id, new[] { "q1", "q2" });
    }

    [Theory]
    [InlineData("policy-text-too-long", "text", 501, "Who are you?")]
    [InlineData("question-too-short", "questions[0]", 5, "Why?")]
    public async Task A_broken_limit_is_refused_at_its_field(string code, string field, int textLength, string question)
    {
        var ada = await Community.InsertAsync();

        var outcome = await Community.SendAsync(
            ada,
            new EditPolicy.Command(PolicyKind.Open, new string('x', textLength), [question])
        );

        var refusal = Assert.Single(outcome.Refusals);
        Assert.Equal((code, field), (refusal.Code, refusal.Field));
    }

    [Fact]
    public async Task It_can_be_stricter_than_the_community_and_never_weaker()
    {
        var ada = await Community.InsertAsync();
        var (policy, today) = (
            new EditPolicy.Command(PolicyKind.Open, null, null),
            DateOnly.FromDateTime(Community.Clock.Now)
        );

        foreach (
            var (refused, code, field) in new[]
            {
                (policy with { MinimumNote = 59 }, "minimum-note-out-of-range", "minimumNote"),
                (policy with { MinimumNote = 301 }, "minimum-note-out-of-range", "minimumNote"),
                (policy with { MinimumNote = -1 }, "minimum-note-out-of-range", "minimumNote"),
                (policy with { LettersAWeek = 0 }, "letters-a-week-out-of-range", "lettersAWeek"),
                (policy with { LettersAWeek = 101 }, "letters-a-week-out-of-range", "lettersAWeek"),
                (policy with { AwayUntil = today }, "away-until-out-of-range", "awayUntil"),
                (policy with { AwayUntil = today.AddDays(367) }, "away-until-out-of-range", "awayUntil"),
                (policy with { Kind = (PolicyKind)99 }, "policy-kind-missing", "kind"),
            }
        )
        {
            await Community.RefusedAsync(ada, refused, code, field);
        }

        foreach (
            var strict in new[]
            {
                policy with
                {
                    MinimumNote = 60,
                    LettersAWeek = 1,
                    AwayUntil = today.AddDays(1),
                },
                policy with
                {
                    MinimumNote = 300,
                    LettersAWeek = 100,
                    AwayUntil = today.AddDays(366),
                    WelcomesPitches = true,
                    WelcomesJobEnquiries = true,
                },
            }
        )
        {
            await Community.MustAsync(ada, strict);
            var view = await Community.QueryAsync(ada, new EditPolicy.Query());
            Assert.Equal(
                (strict.LettersAWeek, strict.AwayUntil, strict.WelcomesPitches, strict.WelcomesJobEnquiries),
                (view.LettersAWeek, view.AwayUntil, view.WelcomesPitches, view.WelcomesJobEnquiries)
            );
            Assert.Equal(strict.MinimumNote == 60 ? null : 300, view.MinimumNote); // sixty is the community's
        }
    }

    [Theory]
    [InlineData("\"Policy_MinimumNote\" = 0")]
    [InlineData("\"Policy_MinimumNote\" = 301")]
    [InlineData("\"Policy_LettersAWeek\" = 0")]
    [InlineData("\"Policy_LettersAWeek\" = 101")]
    public async Task The_database_alone_refuses(string change)
    {
        await Community.InsertAsync();

#pragma warning disable EF1002 // The test's own words.
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            Community.InDatabaseAsync(context =>
                context.Database.ExecuteSqlRawAsync($"UPDATE \"Members\" SET {change}")
            )
        );
#pragma warning restore EF1002
    }

    protected override Dictionary<string, string?> Settings =>
        new(StringComparer.Ordinal) { ["Gate:MinimumNote"] = "60" };

    [Fact]
    public async Task A_fourth_question_is_refused()
    {
        var ada = await Community.InsertAsync();

        var outcome = await Community.SendAsync(
            ada,
            new EditPolicy.Command(
                PolicyKind.Open,
                "",
                ["Question one?", "Question two?", "Question three?", "Question four?"]
            )
        );

        Assert.Equal("too-many-questions", Assert.Single(outcome.Refusals).Code);
        Assert.Empty((await Community.QueryAsync(ada, new EditPolicy.Query())).Questions);
    }
}

public sealed class EditPolicyTestsOnSqlite() : EditPolicyTests(Database.Sqlite);

public sealed class EditPolicyTestsOnPostgres() : EditPolicyTests(Database.Postgres);
