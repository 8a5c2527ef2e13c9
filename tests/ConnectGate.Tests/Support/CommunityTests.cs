using ConnectGate.Tests.Support.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Tests.Support;

/// <summary>
/// Tests on a community of their own, each on an empty database. An abstract class has the tests, and a sealed class
/// for each database runs them.
/// </summary>
public abstract class CommunityTests(Database database) : IAsyncLifetime
{
    protected Community Community { get; private set; } = null!;

    protected Database Database { get; } = database;

    /// <summary>Settings that differ from the defaults.</summary>
    protected virtual Dictionary<string, string?> Settings => [];

    /// <summary>Replaces services, where a test needs others.</summary>
    protected virtual Action<IServiceCollection>? Configure => null;

    public virtual async ValueTask InitializeAsync() =>
        Community = await Community.NewAsync(Database, Configure, Settings);

    public virtual async ValueTask DisposeAsync()
    {
        if (Community is not null)
        {
            await Community.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}

/// <summary>Tests that begin with a sender and a recipient.</summary>
public abstract class TwoMembersTests(Database database) : CommunityTests(database)
{
    protected Person Sender { get; set; } = null!;

    protected Person Recipient { get; set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (Sender, Recipient) = await Community.InsertTwoAsync();
    }
}
