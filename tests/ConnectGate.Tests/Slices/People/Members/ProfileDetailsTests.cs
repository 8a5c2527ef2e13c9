using ConnectGate.Desk.Inbox;
using ConnectGate.Gate.Policy;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Directory;
using ConnectGate.People.Members.Profiles;
using ConnectGate.People.Policy;
using ConnectGate.Tests.Slices.Desk.Portability;
using ConnectGate.Tests.Support.Databases;

namespace ConnectGate.Tests.Slices.People.Members;

public abstract class ProfileDetailsTests(Database database) : CommunityTests(database)
{
    private static readonly EditProfile.Detail[] Whole =
    [
        new("how-i-use", "I look for people who keep tide gauges.", SeenBy.MyConnections),
        new("organisation", "Harbour Trust", SeenBy.AllMembers),
        new("role", "Keeper", SeenBy.MyLetters),
        new("link", "https://gauges.example/me", SeenBy.AllMembers),
        new("section", "North", SeenBy.AllMembers),
        new("place", "Skagen", SeenBy.MyConnections),
    ];

    protected override Dictionary<string, string?> Settings =>
        new()
        {
            ["Community:Fields:0:Name"] = "section",
            ["Community:Fields:0:Label"] = "Section",
            ["Community:Fields:0:Kind"] = "choice",
            ["Community:Fields:0:Options:0"] = "North",
            ["Community:Fields:0:Options:1"] = "South",
        };

    [Fact]
    public async Task Each_line_is_shown_to_those_whom_its_owner_chose()
    {
        var (owner, stranger, connection) = await Community.InsertThreeAsync();
        await Community.ConnectAsync(owner, connection);
        await Community.MustAsync(owner, Profile(Whole));
        var letter = await Community.DeliverAsync(owner, stranger);

        string[] forAll = ["how-i-use", "organisation", "link", "section"];
        Assert.Equal(forAll, Fields((await ProfileAsync(stranger)).Details));
        Assert.All((await ProfileAsync(stranger)).Details, detail => Assert.Null(detail.SeenBy));
        Assert.Equal(
            ["how-i-use", "organisation", "role", "place", "link", "section"],
            Fields((await ProfileAsync(connection)).Details)
        );
        string[] inALetter = ["how-i-use", "organisation", "role", "link", "section"];
        var read = await Community.MustAsync(stranger, new OpenRequest.Command(letter));
        Assert.Equal(inALetter, Fields(read.Sender.Details));
        var asked = await Community.QueryAsync(owner, new ComposeLetter.Query(connection.Handle));
        Assert.Equal(inALetter, Fields(asked!.Me.Details));

        var own = (await ProfileAsync(owner)).Details;
        Assert.Equal(SeenBy.MyConnections, own.Single(detail => detail.Field == "place").SeenBy);
        Assert.Equal(SeenBy.AllMembers, own.Single(detail => detail.Field == "how-i-use").SeenBy);
        Assert.Equal("Section", own[^1].Label);

        async Task<ViewProfile.View> ProfileAsync(Person viewer) =>
            (await Community.QueryAsync(viewer, new ViewProfile.Query(owner.Handle)))!;
    }

    [Fact]
    public async Task A_search_finds_only_what_all_members_see()
    {
        var (owner, stranger, connection) = await Community.InsertThreeAsync();
        await Community.ConnectAsync(owner, connection);
        await Community.MustAsync(owner, Profile(Whole));

        foreach (var text in new[] { "harbour trust", "NORTH", "harbor" })
        {
            var found = Assert.Single((await Community.QueryAsync(stranger, new FindMembers.Query(text))).Items);
            Assert.Equal((owner.Handle, "Harbour Trust"), (found.Handle, found.Organisation));
        }

        foreach (var hidden in new[] { "skagen", "skagem", "keeper" })
        {
            Assert.Empty((await Community.QueryAsync(stranger, new FindMembers.Query(hidden))).Items);
            Assert.Empty((await Community.QueryAsync(connection, new FindMembers.Query(hidden))).Items);
        }

        await Community.MustAsync(
            owner,
            Profile(new EditProfile.Detail("organisation", "Harbour Trust", SeenBy.MyConnections))
        );
        Assert.Empty((await Community.QueryAsync(connection, new FindMembers.Query("trust"))).Items);
        Assert.Equal("", await OrganisationAsync(stranger));
        Assert.Equal("Harbour Trust", await OrganisationAsync(connection));

        async Task<string> OrganisationAsync(Person viewer) =>
            (await Community.QueryAsync(viewer, new FindMembers.Query(owner.Handle))).Items.Single().Organisation;
    }

    [Theory]
    [InlineData("field-unknown", "details[0].field", "shoe-size", "44")]
    [InlineData("field-unknown", "details[0].field", null, "44")]
    [InlineData("detail-too-long", "details[0].text", "place", "x101")]
    [InlineData("detail-too-long", "details[0].text", "how-i-use", "x501")]
    [InlineData("abuse", "details[0].text", "organisation", "You idiot")]
    [InlineData("link-not-https", "details[0].text", "link", "http://gauges.example/")]
    [InlineData("link-not-https", "details[0].text", "link", "javascript:alert(1)")]
    [InlineData("link-not-https", "details[0].text", "link", "https://library.example@evil.example/")]
    [InlineData("link-not-https", "details[0].text", "link", "https://127.0.0.1/")]
    [InlineData("link-not-https", "details[0].text", "link", "gauges.example")]
    [InlineData("choice-unknown", "details[0].text", "section", "West")]
    public async Task A_wrong_line_is_refused_at_its_field(string code, string field, string? name, string text)
    {
        var owner = await Community.InsertAsync();
        text = text is ['x', .. var length] ? new string('x', int.Parse(length, null)) : text;

        await Community.RefusedAsync(
            owner,
            Profile(new EditProfile.Detail(name, text, SeenBy.AllMembers)),
            code,
            field
        );

        Assert.Empty((await Community.QueryAsync(owner, new EditProfile.Query())).Details);
    }

    [Fact]
    public async Task A_field_takes_no_more_lines_than_it_has_and_leaves_blank_ones_out()
    {
        var owner = await Community.InsertAsync();
        EditProfile.Detail[] links =
        [
            .. Enumerable.Range(1, 3).Select(at => new EditProfile.Detail("link", $"https://{at}.example/", default)),
        ];

        await Community.MustAsync(owner, Profile([.. links, new("link", " \u200B", default)]));
        Assert.Equal(links, (await Community.QueryAsync(owner, new EditProfile.Query())).Details);

        var fourth = new EditProfile.Detail("link", "https://four.example/", default);
        await Community.RefusedAsync(owner, Profile([.. links, fourth]), "too-many-lines", "details[3].text");
        await Community.RefusedAsync(
            owner,
            Profile(new EditProfile.Detail("place", "Skagen", (SeenBy)7)),
            "audience-missing",
            "details[0].seenBy"
        );
    }

    [Theory]
    [InlineData("How do you use this network?", true)]
    [InlineData("how do you use this NETWORK", true)]
    [InlineData("How do you use this lighthouse?", false)]
    public async Task The_question_how_one_uses_this_place_is_answered_from_the_profile(string question, bool answered)
    {
        var (sender, recipient) = await Community.InsertTwoAsync();
        await Community.MustAsync(sender, Profile(Whole));
        await Community.MustAsync(recipient, new EditPolicy.Command(PolicyKind.Open, null, ["Why me?", question]));

        var page = (await Community.QueryAsync(sender, new ComposeLetter.Query(recipient.Handle)))!;

        Assert.Equal(
            answered ? [(page.Policy.Questions[1].Id, Whole[0].Text)] : [],
            page.UsualAnswers.Select(answer => (answer.QuestionId, answer.Text))
        );
    }

    [Fact]
    public async Task An_export_has_each_line_with_those_who_see_it()
    {
        var owner = await Community.InsertAsync();
        await Community.MustAsync(owner, Profile(Whole));

        var files = await Community.PackedAsync(owner);

        Assert.Contains(
            "{\"field\":\"place\",\"text\":\"Skagen\",\"seenBy\":\"my-connections\"}",
            files["json/profile.json"],
            StringComparison.Ordinal
        );
    }

    private static EditProfile.Command Profile(params EditProfile.Detail[] details) =>
        new("Ada Byron", "", "", [], [], []) { Details = details };

    private static IEnumerable<string> Fields(IEnumerable<DetailSeen> details) =>
        details.Select(detail => detail.Field);
}

public sealed class ProfileDetailsTestsOnSqlite() : ProfileDetailsTests(Database.Sqlite);

public sealed class ProfileDetailsTestsOnPostgres() : ProfileDetailsTests(Database.Postgres);
