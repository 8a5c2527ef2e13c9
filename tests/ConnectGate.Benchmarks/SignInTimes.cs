using System.Diagnostics;
using System.Globalization;
using ConnectGate.Foundation.Data;
using ConnectGate.Foundation.Pipeline;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Passwords;
using ConnectGate.People.Accounts.Sessions;
using ConnectGate.People.Accounts.SigningIn;
using ConnectGate.People.Members;
using ConnectGate.People.Members.Registering;
using MediatR;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Benchmarks;

/// <summary>
/// Tests whether response times reveal which addresses have an account. Alternates known and unknown addresses at
/// sign-in, registration and password reset.
/// </summary>
internal static class SignInTimes
{
    private const int Samples = 500,
        WarmUp = 20;
    private const string SignsInWith = "paper lantern orchard";

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("connectgate-benchmarks-");
        await using (var services = Services(Path.Combine(folder.FullName, "connectgate.db")))
        {
            await ConnectGateDatabase.MigrateAsync(services, CancellationToken.None);
            await MakeAccountsAsync(services);

            // Each try uses its own network address and no email address is used often, so that the throttle does not
            // apply.
            await CompareAsync("signing in with a wrong password", (email, network) =>
                AskAsync(services, new SignIn.Try(email, "not the password", From(network)))
            );
            await CompareAsync("asking for a reset", (email, network) =>
                AskAsync(services, new ForgotPassword.Command(email, From(network)))
            );
            await CompareAsync("registering", (email, network) =>
                AskAsync(
                    services,
                    new RegisterMember.Command(
                        email,
                        SignsInWith,
                        "n" + network.Replace('.', '-'),
                        "Somebody New",
                        DigestFrequency.Never,
                        network
                    )
                )
            );
        }

        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static Origin From(string network) => new(network, "A benchmark", null, SessionKind.Cookie);

    private static async Task CompareAsync(string what, Func<string, string, Task> act)
    {
        var (known, unknown) = (new List<double>(), new List<double>());
        for (var number = 0; number < WarmUp + Samples; number++)
        {
            foreach (var isKnown in number % 2 == 0 ? new[] { true, false } : [false, true])
            {
                var network = $"10.{(isKnown ? 1 : 0) + what.Length}.{number / 250}.{number % 250}";
                var email = isKnown ? Known(number) : $"{what.Length}-{number}@nobody.example";
                var watch = Stopwatch.StartNew();
                await act(email, network);
                if (number >= WarmUp)
                {
                    (isKnown ? known : unknown).Add(watch.Elapsed.TotalMilliseconds);
                }
            }
        }

        var (one, other) = (Median(known), Median(unknown));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: median {one:0.00} ms for a known address, {other:0.00} ms for an unknown one; gap "
                    + $"{Math.Abs(one - other):0.00} ms (goal: 3 ms), {Samples} of each"
            )
        );
    }

    private static double Median(List<double> samples) => samples.Order().ElementAt(samples.Count / 2);

    private static string Known(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"member-{number}@example.org");

    private static async Task AskAsync<T>(IServiceProvider services, IRequest<T> request)
    {
        await using var scope = services.CreateAsyncScope();
        if (
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request) is Outcome<Done>
            {
                Succeeded: false
            } refused
        )
        {
            throw new InvalidOperationException(
                $"A try was refused: {string.Join(", ", refused.Refusals.Select(refusal => refusal.Code))}"
            );
        }
    }

    private static ServiceProvider Services(string file)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddConnectGate(
            $"Data Source={file}",
            new ConfigurationBuilder().AddInMemoryCollection([new("Admission:By", "Open")]).Build()
        );
        services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        services.AddScoped<ICurrentMember, Nobody>();
        return services.BuildServiceProvider();
    }

    private static async Task MakeAccountsAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ConnectGateContext>();
        var hash = scope
            .ServiceProvider.GetRequiredService<IPasswordHasher<Account>>()
            .HashPassword(new Account(), SignsInWith);
        for (var number = 0; number < WarmUp + Samples; number++)
        {
            var (email, handle) = (Known(number), string.Create(CultureInfo.InvariantCulture, $"member-{number}"));
            context.Users.Add(
                new Account
                {
                    Id = number + 1,
                    UserName = handle,
                    NormalizedUserName = handle.ToUpperInvariant(),
                    Email = email,
                    NormalizedEmail = email.ToUpperInvariant(),
                    EmailConfirmed = true,
                    SecurityStamp = "stamp",
                    PasswordHash = hash,
                }
            );
            context.Members.Add(
                Member.Register(
                    number + 1,
                    Handle.Of(handle)!.Value,
                    $"Member {number}",
                    DigestFrequency.Never,
                    DateTime.UtcNow.AddDays(-30)
                )
            );
        }

        await context.SaveChangesAsync();
    }

    private sealed class Nobody : ICurrentMember
    {
        public bool IsSignedIn => false;
        public long Id => throw new InvalidOperationException("Nobody is signed in.");
        public bool MayModerate => false;
        public bool MayAdminister => false;
        public bool IsServer => false;
        public string? IdempotencyKey => null;
    }
}
