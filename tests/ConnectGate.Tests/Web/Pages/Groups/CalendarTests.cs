using System.Net;
using System.Text;
using ConnectGate.Foundation;
using ConnectGate.Tests.Slices.Ties.Groups;
using ConnectGate.Ties.Groups;
using ConnectGate.Web.Pages.Groups;
using Ical.Net;

namespace ConnectGate.Tests.Web.Pages.Groups;

/// <summary>The file that puts a gathering into a calendar.</summary>
public sealed class CalendarTests
{
    private const string Family = "\U0001F468\u200D\U0001F469\u200D\U0001F467",
        Hebrew = "\u05E9\u05DC\u05D5\u05DD";

    private static readonly DateTime Now = new(2026, 5, 3, 10, 0, 0, DateTimeKind.Utc);
    private static readonly SiteOptions Site = new() { Address = new Uri("https://members.example/") };

    [Theory]
    [InlineData("Days at the lock")]
    [InlineData("Tides, locks; bridges \\ \"and\" more: a, b")]
    [InlineData("One\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:Two")]
    [InlineData($"{Family} {Hebrew}, {Family}{Family}{Family}{Family}{Family}{Family} {Hebrew} {Hebrew} {Hebrew}")]
    [InlineData(
        "A name without any blank: " + "\u00E4\u00E4\u00E4\u00E4\u00E4\u00E4\u00E4\u00E4\u00E4\u00E4\u00E4\u00E4\u00E4"
    )]
    public void Another_program_reads_the_same_texts_whatever_they_are(string text)
    {
        var file = FileOf(Gathering(text) with { Place = text, About = $"{text}\n\n{text}" });

        var read = Assert.Single(Calendar.Load(file)!.Events);
        Assert.Equal((text, text, $"{text}\n\n{text}"), (read.Summary, read.Location, read.Description));
        // RFC 5545, 3.1: a line has at most 75 octets, and a break never parts the octets of one character.
        Assert.All(file.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\uFFFD', file);
        Assert.Single(file.Split("\r\n"), "BEGIN:VEVENT");
    }

    [Fact]
    public void It_has_the_days_the_place_and_an_id_that_stays()
    {
        var gathering = Gathering("Days at the lock");
        var read = Assert.Single(Calendar.Load(FileOf(gathering))!.Events);

        Assert.Equal(("abc@members.example", 0), (read.Uid, read.Sequence));
        Assert.Equal((new DateOnly(2026, 5, 14), new DateOnly(2026, 5, 16)), (read.Start!.Date, read.End!.Date));
        Assert.False(read.Start.HasTime);
        Assert.Equal(Now, read.DtStamp!.AsUtc);
        Assert.Equal("https://members.example/gatherings/abc", read.Url!.AbsoluteUri);
        Assert.Null(read.Description);
        Assert.Equal(
            read.Uid,
            Assert.Single(Calendar.Load(FileOf(gathering with { Name = "Another name" }))!.Events).Uid
        );
    }

    [Theory]
    [InlineData("Days at the lock", "days-at-the-lock.ics")]
    [InlineData("../../etc: \"x\"\r\n", "etc-x.ics")]
    [InlineData("\u202Egpj.exe " + Hebrew, "gpj-exe-" + Hebrew + ".ics")]
    [InlineData(Family + Family + Family, "gathering.ics")]
    public void The_name_of_the_file_has_letters_and_digits_only(string name, string expected) =>
        Assert.Equal(expected, CalendarFile.NameOf(Gathering(name)));

    [Fact]
    public async Task Only_those_who_belong_get_it_and_a_group_has_none()
    {
        await using var site = await Tests.Support.Site.StartAsync();
        var (organiser, stranger) = await site.Community.InsertTwoAsync();
        var id = await site.Community.MakeAsync(organiser, GroupKind.Gathering);
        var group = await site.Community.MakeAsync(organiser);
        var browser = await site.VisitAsync(organiser);
        var link = (await browser.SeeAsync($"/gatherings/{id}"))
            .Document.QuerySelector("a[download]")!
            .GetAttribute("href")!;

        using var answer = await browser.Client.GetAsync(link, TestContext.Current.CancellationToken);
        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        var read = Calendar.Load(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(await site.Community.NameAsync(id), Assert.Single(read!.Events).Summary);
        Assert.Null((await browser.SeeAsync($"/groups/{group}")).Document.QuerySelector("a[download]"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/gatherings/{group}/calendar.ics")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.VisitAsync(stranger)).GetAsync(link)).Status);
    }

    private static string FileOf(GroupSeen gathering) => Encoding.UTF8.GetString(CalendarFile.Of(gathering, Site, Now));

    private static GroupSeen Gathering(string name) =>
        new(
            "abc",
            GroupKind.Gathering,
            name,
            "",
            new DateOnly(2026, 5, 14),
            new DateOnly(2026, 5, 15),
            "The old lock, Ghent",
            Recognised: true,
            Closed: false,
            []
        );
}
