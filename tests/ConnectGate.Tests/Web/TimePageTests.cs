using System.Globalization;
using AngleSharp.Dom;
using ConnectGate.Foundation.Text;
using ConnectGate.Letters.Asking;
using ConnectGate.People.Members.Profiles;
using ConnectGate.Tests.Slices;
using ConnectGate.Ties.Groups.Joining;

namespace ConnectGate.Tests.Web;

/// <summary>
/// Times are by the member's own clock, and the page says by which. The tests' day begins at 9:00 UTC.
/// </summary>
public sealed class TimePageTests
{
    private static readonly DateTime Nine = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("America/Los_Angeles", "01:05 (Los Angeles time)")]
    [InlineData("Asia/Kolkata", "14:35 (Kolkata time)")]
    [InlineData("UTC", "09:05 (UTC)")]
    public async Task A_deadline_says_how_long_it_lasts_and_when_it_ends_by_the_members_clock(string zone, string until)
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync();
        await site.Community.MustAsync(sender, new EditSettings.Command(DigestFrequency.Daily, 8, zone));
        await site.Community.MustAsync(sender, new SendRequest.Command(recipient.Handle, A.Letter()));

        var sent = await (await site.VisitAsync(sender)).SeeAsync("/sent");

        var time = sent.Document.QuerySelector("main time[data-clock]")!;
        Assert.Equal(until, time.TextContent);
        Assert.Equal("2026-03-02T09:05:00Z", time.GetAttribute("datetime"));
        Assert.Contains(
            $"for 5 more minutes, until {until}.",
            time.ParentElement!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_refusal_says_the_same()
    {
        await using var site = await Site.StartAsync();
        var member = await site.Community.InsertAsync();
        await site.Community.MustAsync(
            member,
            new EditSettings.Command(DigestFrequency.Daily, 8, "America/Los_Angeles")
        );
        var browser = await site.VisitAsync(member);
        for (var guess = 0; guess < CodeGuesses.Wrong.Most; guess++)
        {
            await browser.GetAsync("/groups/join/22222222");
        }

        var page = await browser.GetAsync("/groups/join/22222222");

        Assert.Contains(
            "Wait for 15 more minutes, until 01:15 (Los Angeles time)",
            page.Document.Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(0, "1 more minute")]
    [InlineData(59, "1 more minute")]
    [InlineData(61, "2 more minutes")]
    [InlineData(7_199, "120 more minutes")]
    [InlineData(7_200, "2 more hours")]
    [InlineData(86_400, "24 more hours")]
    [InlineData(172_800, "2 more days")]
    [InlineData(172_801, "3 more days")]
    public void The_time_left_is_rounded_up(int seconds, string left) =>
        Assert.Equal(
            left,
            new Words().Left(
                Nine.AddSeconds(seconds),
                new Reader(CultureInfo.GetCultureInfo("en"), TimeZoneInfo.Utc, Nine)
            )
        );
}
