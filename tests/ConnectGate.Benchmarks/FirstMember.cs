using ConnectGate.Foundation.Data;
using ConnectGate.Foundation.Pipeline;
using ConnectGate.People.Accounts;
using ConnectGate.People.Members;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Benchmarks;

/// <summary>The current member in benchmarks with one member.</summary>
internal sealed class FirstMember : ICurrentMember
{
    public const long Key = 1;

    public bool IsSignedIn => true;

    public long Id => Key;

    public bool MayModerate => false;

    public bool MayAdminister => false;

    // The import benchmark also saves the slices, as the server's worker does.
    public bool IsServer => true;

    public string? IdempotencyKey => null;

    /// <summary>Inserts the member.</summary>
    public static async Task RegisterAsync(ServiceProvider provider)
    {
        await using var scope = provider.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ConnectGateContext>();
        context.Users.Add(
            new Account
            {
                Id = Key,
                UserName = "owner",
                NormalizedUserName = "owner",
                Email = "owner",
                NormalizedEmail = "owner",
                EmailConfirmed = true,
            }
        );
        context.Members.Add(
            Member.Register(Key, Handle.Of("owner")!.Value, "Owner", DigestFrequency.Never, DateTime.UtcNow)
        );
        await context.SaveChangesAsync();
    }
}
