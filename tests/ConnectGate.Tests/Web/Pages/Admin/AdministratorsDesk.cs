using ConnectGate.People.Accounts;

namespace ConnectGate.Tests.Web.Pages.Admin;

/// <summary>A site with one administrator, who is signed in at a browser and has a password.</summary>
public abstract class AdministratorsDesk : IAsyncLifetime
{
    private protected Site Site { get; private set; } = null!;

    private protected Person Ines { get; private set; } = null!;

    private protected Visitor Desk { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Site = await Site.StartAsync();
        Ines = await Site.Community.InsertAsync(
            new NewMember("ines", "Ines Ferreira") { Role = Role.Administrator, CanSignIn = true }
        );
        Desk = await Site.VisitAsync(Ines);
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
