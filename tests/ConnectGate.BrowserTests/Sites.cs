using System.Collections.Concurrent;
using Xunit;

[assembly: AssemblyFixture(typeof(ConnectGate.BrowserTests.Sites))]

namespace ConnectGate.BrowserTests;

/// <summary>Which site a story needs.</summary>
public enum SiteKind
{
    /// <summary>Anybody may register; earlier stories have left members and letters behind.</summary>
    Shared,

    /// <summary>An administrator decides who joins.</summary>
    ByApproval,

    /// <summary>Nothing has been refused yet, so the moderators' figures are empty.</summary>
    WithoutFigures,
}

/// <summary>
/// The running sites. To start one with its browser takes longer than most stories, so stories share them. A story has
/// its site to itself while it runs, since it moves the site's clock.
/// </summary>
public sealed class Sites : IAsyncDisposable
{
    private readonly ConcurrentDictionary<SiteKind, ConcurrentBag<RunningSite>> _free = [];
    private readonly ConcurrentBag<RunningSite> _started = [];

    /// <summary>A site that no other story uses now; skips the story where none can run.</summary>
    public async Task<RunningSite> TakeAsync(SiteKind kind)
    {
        Assert.SkipWhen(
            RunningSite.Missing is not null && Environment.GetEnvironmentVariable("CI") != "true",
            RunningSite.Missing ?? ""
        );
        if (_free.GetOrAdd(kind, _ => []).TryTake(out var free))
        {
            return free;
        }

        var site = new RunningSite(kind == SiteKind.ByApproval ? "Approval" : "Open");
        _started.Add(site);
        await site.StartAsync();
        return site;
    }

    /// <summary>The story has ended: the next one may have its site.</summary>
    public void GiveBack(SiteKind kind, RunningSite site) => _free[kind].Add(site);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var site in _started)
        {
            await site.DisposeAsync();
        }
    }
}
