using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.Measures;
using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Letters.Introductions.Offers;
using ConnectGate.Letters.References;
using ConnectGate.Letters.Talks;
using ConnectGate.People.Accounts;
using ConnectGate.People.Members.Photos;
using ConnectGate.Tests.Slices.Letters.Introductions;
using ConnectGate.Tests.Slices.People.Members;
using ConnectGate.Tests.Support.Databases;

namespace ConnectGate.Tests.Slices.Care.Moderation;

/// <summary>Photos, and texts that one member alone reads: reported, removed, and back after an appeal.</summary>
public abstract class ReportedThingsTests(Database database) : CommunityTests(database)
{
    private const string Words = "Nobody wants to see this here.",
        Text = "She knows nothing, and her boats leak.";

    private Person _author = null!,
        _reporter = null!,
        _moderator = null!,
        _other = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_author, _reporter) = await Community.InsertTwoAsync();
        (_moderator, _other) = (await ModeratorAsync(), await ModeratorAsync());
    }

    [Theory]
    [InlineData("reference")]
    [InlineData("offer")]
    [InlineData("talk")]
    public async Task A_text_to_one_member_is_reported_by_them_alone_removed_and_restored(string kind)
    {
        var (reported, id, readAsync) = kind switch
        {
            "reference" => await ReferenceAsync(),
            "offer" => await OfferAsync(),
            _ => await TalkAsync(),
        };
        var text = await readAsync();
        var report = new ReportText.Command(reported, id, ReportCategory.Harassment, null);
        await Community.NotFoundAsync(_other, report);
        await Community.NotFoundAsync(_author, report);
        await Community.MustAsync(_reporter, report);
        await Community.RefusedAsync(_reporter, report, "already-reported", "");

        var file = await DecideAsync();
        Assert.StartsWith("A moderator removed this text", await readAsync(), StringComparison.Ordinal);
        Assert.Equal(text, Assert.Single(file.Reports).Evidence.Note);
        await UndoAsync();

        Assert.Equal(text, await readAsync());
    }

    [Fact]
    public async Task A_reported_photo_is_kept_as_it_was_removed_and_restored()
    {
        var version = await Community.UsePhotoAsync(_author);
        var picture = await SeeAsync(version);
        await Community.MustAsync(_reporter, Report());
        await Community.RefusedAsync(_reporter, Report(), "already-reported", "");
        await Community.MustAsync(_other, Report());
        Assert.Equal(1, await Community.CountAsync<ReportedPhoto>());

        var file = await DecideAsync();

        Assert.Null(await SeeAsync(version));
        Assert.Equal([version, version], file.Reports.Select(report => report.Evidence.Photo));
        Assert.Equal(picture, await Community.QueryAsync(_moderator, new ViewReportedPhoto.Query(file.Id, version)));
        foreach (var stranger in new[] { _author, _reporter })
        {
            Assert.Null(await Community.QueryAsync(stranger, new ViewReportedPhoto.Query(file.Id, version)));
        }

        await UndoAsync(by: await ModeratorAsync());
        Assert.Equal(picture, await SeeAsync(version));
    }

    [Fact]
    public async Task A_photo_that_was_chosen_since_stays_and_can_be_reported_again()
    {
        await Community.UsePhotoAsync(_author);
        await Community.MustAsync(_reporter, Report());
        var next = await Community.UsePhotoAsync(_author);

        await DecideAsync();
        Assert.NotNull(await SeeAsync(next));
        await UndoAsync();
        Assert.NotNull(await SeeAsync(next));

        await Community.MustAsync(_reporter, Report());
        await Community.MustAsync(_author, new RemovePhoto.Command());
        await Community.NotFoundAsync(_other, Report());
    }

    [Fact]
    public async Task The_queue_shows_one_category_alone_and_a_withdrawn_report_leaves_it()
    {
        await Community.MustAsync(
            _reporter,
            new ReportText.Command(ReportedKind.Profile, _author.Handle, ReportCategory.Sales, null)
        );
        await Community.MustAsync(
            await Community.InsertAsync(),
            new ReportText.Command(ReportedKind.Profile, _author.Handle, ReportCategory.Spam, null)
        );
        await Community.ReportAsync(await Community.InsertAsync(), await Community.InsertAsync());
        Assert.Equal((1, 2, 0), (await CountAsync("Sales"), await CountAsync("Spam"), await CountAsync("Other")));

        var mine = Assert.Single((await Community.QueryAsync(_reporter, new ListMyReports.Query())).Items);
        await Community.MustAsync(_reporter, new WithdrawReport.Command(mine.Id));

        Assert.Equal((0, 2), (await CountAsync("Sales"), await CountAsync("Spam")));

        async Task<int> CountAsync(string category) =>
            (
                await Community.QueryAsync(
                    _moderator,
                    new ListCases.Query(Category: Enum.Parse<ReportCategory>(category))
                )
            )!
                .Items
                .Count;
    }

    private ReportText.Command Report() =>
        new(ReportedKind.Photo, _author.Handle, ReportCategory.Impersonation, "It shows me.");

    private Task<Person> ModeratorAsync() => Community.InsertAsync(A.Member() with { Role = Role.Moderator });

    private Task<byte[]?> SeeAsync(string version) =>
        Community.QueryAsync(_reporter, new ViewPhoto.Query(_author.Handle, version, Large: true));

    private async Task<(ReportedKind Kind, string Id, Func<Task<string>> ReadAsync)> ReferenceAsync()
    {
        var sender = await Community.InsertAsync();
        await Community.InsertConnectionAsync(_author, sender);
        await Community.InsertConnectionAsync(_author, _reporter);
        var letter = await Community.DeliverAsync(sender, _reporter);
        await Community.MustAsync(_reporter, new AskReference.Command(letter, _author.Handle));
        var asked = Assert.Single((await Community.QueryAsync(_author, new ListReferences.Query())).Items);
        await Community.MustAsync(_author, new AnswerReference.Command(asked.Id, Acquaintance.KnowALittle, Text));
        return (
            ReportedKind.Reference,
            Assert.Single((await Community.MustAsync(_reporter, new OpenRequest.Command(letter))).References.Asked).Id,
            async () =>
                Assert
                    .Single((await Community.MustAsync(_reporter, new OpenRequest.Command(letter))).References.Asked)
                    .Line
        );
    }

    private async Task<(ReportedKind Kind, string Id, Func<Task<string>> ReadAsync)> OfferAsync()
    {
        var third = await Community.InsertAsync();
        var id = await Community.OfferAsync(_author, _reporter, third);
        return (ReportedKind.Offer, id, async () =>
        {
            // The words to the other of the two are not touched.
            var theirs = (await Community.QueryAsync(third, new ViewOffer.Query(id)))!.Words;
            Assert.Equal($"{_reporter.DisplayName}: {IntroductionStories.Words}", theirs);
            return (await Community.QueryAsync(_reporter, new ViewOffer.Query(id)))!.Words;
        });
    }

    private async Task<(ReportedKind Kind, string Id, Func<Task<string>> ReadAsync)> TalkAsync()
    {
        var letter = await Community.DeliverAsync(_reporter, _author);
        await Community.MustAsync(_author, new WriteToSender.Command(letter, Text));
        return (ReportedKind.Talk, (await LineAsync()).Id, async () => (await LineAsync()).Text);

        async Task<TalkView.Line> LineAsync() =>
            Assert.Single((await Community.QueryAsync(_reporter, new ViewTalk.Query(letter)))!.Lines);
    }

    private async Task<ViewCase.View> DecideAsync()
    {
        var id = Assert.Single((await Community.QueryAsync(_moderator, new ListCases.Query()))!.Items).Id;
        await Community.MustAsync(
            _moderator,
            new DecideCase.Command(id, Ruling.Warn, null, await Community.RuleAsync(), Words, RemoveTexts: true)
        );
        return await Community.MustAsync(_moderator, new ViewCase.Command(id));
    }

    private async Task UndoAsync(Person? by = null)
    {
        var removal = (await Community.QueryAsync(_author, new ReadDecisions.Query())).First(decision =>
            decision.Kind == MeasureKind.RemoveText
        );
        await Community.MustAsync(_author, new AppealMeasure.Command(removal.Id, "It was meant otherwise."));
        await Community.MustAsync(by ?? _other, new AnswerAppeal.Command(removal.Id, true, "We looked at it again."));
    }
}

public sealed class ReportedThingsTestsOnSqlite() : ReportedThingsTests(Database.Sqlite);

public sealed class ReportedThingsTestsOnPostgres() : ReportedThingsTests(Database.Postgres);
