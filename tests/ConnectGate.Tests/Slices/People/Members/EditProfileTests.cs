using ConnectGate.Letters.Directory;
using ConnectGate.People.Members.Profiles;
using ConnectGate.Tests.Support.Databases;

namespace ConnectGate.Tests.Slices.People.Members;

public abstract class EditProfileTests(Database database) : CommunityTests(database)
{
    private static readonly EditProfile.Command Whole = new(
        "Ada Byron",
        "Tide tables and their machines",
        "I compute.",
        ["en", "de"],
        ["Ada Lovelace", " ", "@ada@example.social"],
        [new("Call the office", Audience.All), new("Write to the list", Audience.AskPage), new("", Audience.All)]
    );

    [Fact]
    public async Task A_profile_is_shown_as_it_was_edited()
    {
        var (ada, viewer) = await Community.InsertTwoAsync();

        await Community.MustAsync(ada, Whole);

        var form = await Community.QueryAsync(ada, new EditProfile.Query());
        Assert.Equal("Ada Byron", form.DisplayName);
        Assert.Equal(["en", "de"], form.Languages);
        Assert.Equal(["Ada Lovelace", "@ada@example.social"], form.OtherNames);
        Assert.Equal(
            [new("Call the office", Audience.All), new("Write to the list", Audience.AskPage)],
            form.BetterWays
        );
        Assert.Contains(form.AllLanguages, language => language is { Tag: "de", Name: "Deutsch" });

        var profile = await Community.QueryAsync(viewer, new ViewProfile.Query(ada.Handle));
        Assert.Equal("Tide tables and their machines", profile!.Headline);
        Assert.Equal(["Call the office"], profile.BetterWays);
    }

    [Theory]
    [InlineData("Rosa ❤️")]
    [InlineData("Captain ⚓️ Jo")]
    [InlineData("Ana 👩🏽‍🔬")]
    [InlineData("Max 🏳️‍🌈")]
    [InlineData("Evan 🏴󠁧󠁢󠁷󠁬󠁳󠁿")]
    public async Task Emoji_are_part_of_a_name(string name)
    {
        var member = await Community.InsertAsync();

        await Community.MustAsync(member, Whole with { DisplayName = name });

        Assert.Equal(name, (await Community.QueryAsync(member, new EditProfile.Query())).DisplayName);
    }

    [Theory]
    [InlineData("display-name-missing", "displayName", "\u200B ", "", "en", "Ada", "Call")]
    [InlineData("display-name-hides-characters", "displayName", "Ada\u202EByron", "", "en", "Ada", "Call")]
    [InlineData("headline-too-long", "headline", "Ada", "x161", "en", "Ada", "Call")]
    [InlineData("language-unknown", "languages", "Ada", "", "tlh", "Ada", "Call")]
    [InlineData("other-name-too-long", "otherNames[0]", "Ada", "", "en", "x81", "Call")]
    [InlineData("better-way-too-long", "betterWays[0].text", "Ada", "", "en", "Ada", "x201")]
    public async Task A_broken_limit_is_refused_at_its_field_and_nothing_is_changed(
        string code,
        string field,
        string displayName,
        string headline,
        string language,
        string otherName,
        string way
    )
    {
        var ada = await Community.InsertAsync();

        var outcome = await Community.SendAsync(
            ada,
            new EditProfile.Command(
                displayName,
                Long(headline),
                "",
                [language],
                [Long(otherName)],
                [new(Long(way), Audience.All)]
            )
        );

        var refusal = Assert.Single(outcome.Refusals);
        Assert.Equal((code, field), (refusal.Code, refusal.Field));
        Assert.Equal(ada.DisplayName, (await Community.QueryAsync(ada, new EditProfile.Query())).DisplayName);
    }

    [Fact]
    public async Task Eleven_other_names_and_six_better_ways_are_too_many()
    {
        var ada = await Community.InsertAsync();

        var outcome = await Community.SendAsync(
            ada,
            Whole with
            {
                OtherNames = [.. Enumerable.Range(1, 11).Select(number => $"Ada {number}")],
                BetterWays =
                [
                    .. Enumerable.Range(1, 6).Select(number => new EditProfile.Way($"Number {number}", Audience.All)),
                ],
            }
        );

        Assert.Equal(
            ["too-many-better-ways", "too-many-other-names"],
            outcome.Refusals.Select(refusal => refusal.Code).Order()
        );
    }

    private static string Long(string text) =>
        text is ['x', .. var length] && int.TryParse(length, out var characters) ? new string('x', characters) : text;
}

public sealed class EditProfileTestsOnSqlite() : EditProfileTests(Database.Sqlite);

public sealed class EditProfileTestsOnPostgres() : EditProfileTests(Database.Postgres);
