using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace ConnectGate.BrowserTests;

/// <summary>How much a browser loads for a page.</summary>
public sealed class WeightTests(Sites sites) : Story(sites)
{
    private const int FirstRequests = 8,
        FirstBytes = 80 * 1024,
        LaterBytes = 20 * 1024;

    [Fact]
    public async Task A_first_view_is_light_and_a_later_one_is_the_page_alone()
    {
        Assert.SkipUnless(RunningSite.Missing is null, RunningSite.Missing ?? "");
        await using var member = await Visitor.RegisteredAsync(Site, Desk, "Weighed");
        await using var other = await Visitor.RegisteredAsync(Site, Desk, "Other");
        string[] pages = ["/inbox", $"/ask/{other.Handle}", $"/m/{other.Handle}", "/members", "/settings/profile"];
        foreach (var path in pages)
        {
            await using var again = await Visitor.ArrivingAsync(Site, Desk, "Again");
            await again.ContinueAsync(member);
            await WeighAsync(again.Page, path);
        }

        await using var stranger = await Visitor.ArrivingAsync(Site, Desk, "Stranger");
        await WeighAsync(stranger.Page, "/account/register");
    }

    private static async Task WeighAsync(IPage page, string path)
    {
        var first = await LoadAsync(page, path);
        var later = await LoadAsync(page, path);

        Assert.True(first.Requests <= FirstRequests, $"{path}: {first.Requests} requests");
        Assert.True(first.Bytes <= FirstBytes, $"{path}: {first.Bytes} bytes");
        Assert.Equal(1, later.Requests);
        Assert.True(later.Bytes <= LaterBytes, $"{path}: {later.Bytes} bytes the second time");
    }

    // Counts what came over the network: not what the browser had kept, but its questions whether that is still new.
    private static async Task<(int Requests, int Bytes)> LoadAsync(IPage page, string path)
    {
        var network = await page.Context.NewCDPSessionAsync(page);
        var (requests, bytes) = (0, 0.0);
        var kept = new HashSet<string>(StringComparer.Ordinal);
        network.Event("Network.requestServedFromCache").OnEvent += (_, it) => kept.Add(Id(it!.Value));
        network.Event("Network.responseReceived").OnEvent += (_, it) =>
        {
            if (it!.Value.GetProperty("response").GetProperty("fromDiskCache").GetBoolean())
            {
                kept.Add(Id(it.Value));
            }
        };
        network.Event("Network.loadingFinished").OnEvent += (_, it) =>
        {
            if (!kept.Contains(Id(it!.Value)))
            {
                requests++;
                bytes += it.Value.GetProperty("encodedDataLength").GetDouble();
            }
        };
        await network.SendAsync("Network.enable");
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await network.DetachAsync();
        return (requests, (int)bytes);
    }

    private static string Id(JsonElement it) => it.GetProperty("requestId").GetString()!;
}
