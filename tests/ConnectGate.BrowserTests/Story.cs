using ConnectGate.Care.Administration.Members;
using ConnectGate.People.Accounts;
using ConnectGate.Web.Identity;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace ConnectGate.BrowserTests;

/// <summary>A story on a running site. Each person has a browser of their own.</summary>
public abstract class Story(Sites sites, SiteKind kind = SiteKind.Shared) : IAsyncLifetime
{
    protected const string Note =
        "We shared a table at the Utrecht grid workshop and talked about tide tables. "
        + "I would like to go on with that.";

    private protected static readonly Device Desk = new(1280, JavaScript: true, ColorScheme.Light);
    private protected static readonly Device Phone = new(390, JavaScript: true, ColorScheme.Dark);
    private protected static readonly Device PlainPhone = new(390, JavaScript: false, ColorScheme.Light);

    protected RunningSite Site { get; private set; } = null!;

    private protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => Site = await sites.TakeAsync(kind);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (Site is not null)
        {
            sites.GiveBack(kind, Site);
        }

        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Sends what only the server's console sends.</summary>
    private protected async Task<T> SendAsync<T>(IRequest<T> command)
    {
        await using var scope = Site.Services.CreateServerScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, Cancelled);
    }

    /// <summary>Makes a member a moderator, who then signs in with a second factor.</summary>
    private protected async Task BecomeModeratorAsync(Visitor member)
    {
        await SendAsync(new GrantRole.Command(member.Email, Role.Moderator));
        if (member.Device.JavaScript)
        {
            await SecondFactor.ByPasskeyAsync(member);
        }
        else
        {
            await SecondFactor.ByAuthenticatorAsync(member, Site.Clock);
        }
    }

    /// <summary>Writes a letter on the page that asks for one.</summary>
    private protected static async Task WriteAsync(
        Visitor sender,
        string note = Note,
        string reason = "About your work",
        string detail = "Your tables of the tides"
    )
    {
        await sender.ChooseAsync(reason);
        await sender.FillAsync("reasonDetail", detail);
        await sender.FillAsync("note", note);
    }

    /// <summary>Sends a letter and lets the time pass until it is delivered.</summary>
    private protected async Task AskAsync(
        Visitor sender,
        Visitor recipient,
        string note = Note,
        string reason = "About your work",
        string detail = "Your tables of the tides",
        string? answer = null
    )
    {
        await sender.GoAsync($"/ask/{recipient.Handle}");
        await WriteAsync(sender, note, reason, detail);
        if (answer is not null)
        {
            await sender.Page.Locator("[name^='answers[']").FillAsync(answer);
        }

        await sender.PressAsync("Send");
        await sender.SeesAsync($"Sent to {recipient.Name}. You can correct it or take it back for");
        Site.Clock.Advance(TimeSpan.FromMinutes(6));
    }

    /// <summary>Opens the letter of that sender in the inbox.</summary>
    private protected static async Task OpenLetterAsync(Visitor recipient, Visitor sender)
    {
        await recipient.GoAsync("/inbox");
        await recipient.FollowAsync(sender.Name);
        await recipient.SeesAsync(sender.Name);
    }

    /// <summary>Two members connected, past the time in which the acceptance can be undone.</summary>
    private protected async Task ConnectAsync(Visitor asker, Visitor accepter, string note = Note)
    {
        await AskAsync(asker, accepter, note);
        await OpenLetterAsync(accepter, asker);
        await accepter.FollowAsync("Accept");
        await accepter.PressAsync("Accept");
        Site.Clock.Advance(TimeSpan.FromMinutes(11));
    }
}
