using ConnectGate.Foundation.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ConnectGate.Web.Hosting;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: the database can be reached and written, and cookies
/// can be made and read.
/// </summary>
internal static class Health
{
    private const string Ready = "ready";

    public static void AddHealth(this WebApplicationBuilder builder)
    {
        builder
            .Services.AddHealthChecks()
            .AddCheck<CanWrite>("database", tags: [Ready])
            .AddCheck<CanProtect>("keys", tags: [Ready]);
        builder.Services.AddSingleton<CanWrite>();
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) })
            .AllowAnonymous();
    }

    // Anyone can ask, and each check writes to the database. A short cache keeps many questions from becoming many
    // writes.
    private sealed class CanWrite(IServiceProvider services, TimeProvider clock, ILogger<CanWrite> log)
        : IHealthCheck,
            IDisposable
    {
        private static readonly TimeSpan Kept = TimeSpan.FromSeconds(2);
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

        private readonly SemaphoreSlim _one = new(1, 1);
        private (DateTimeOffset At, HealthCheckResult Result) _last;

        public async Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context,
            CancellationToken cancellationToken = default
        )
        {
            await _one.WaitAsync(cancellationToken);
            try
            {
                if (clock.GetUtcNow() - _last.At >= Kept)
                {
                    _last = (clock.GetUtcNow(), await TryAsync(cancellationToken));
                }

                return _last.Result;
            }
            finally
            {
                _one.Release();
            }
        }

        public void Dispose() => _one.Dispose();

        private async Task<HealthCheckResult> TryAsync(CancellationToken cancellationToken)
        {
            try
            {
                await ConnectGateDatabase.TryAsync(services, cancellationToken).WaitAsync(Patience, cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
            {
                log.LogError(
                    "The database is unavailable: {Kind} {Problem}",
                    problem.GetBaseException().GetType().Name,
                    problem.GetBaseException().Message
                );
                return HealthCheckResult.Unhealthy();
            }
        }
    }

    // Without a key every form answers 500, since a form carries a token.
    private sealed class CanProtect(IDataProtectionProvider protection, ILogger<CanProtect> log) : IHealthCheck
    {
        private const string Sample = "ready";

        public Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context,
            CancellationToken cancellationToken = default
        ) => Task.FromResult(Check());

        private HealthCheckResult Check()
        {
            try
            {
                var protector = protection.CreateProtector("ConnectGate.Health");
                return protector.Unprotect(protector.Protect(Sample)) == Sample
                    ? HealthCheckResult.Healthy()
                    : HealthCheckResult.Unhealthy();
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                var cause = problem.GetBaseException();
                log.LogError("No key for cookies can be used: {Kind} {Problem}", cause.GetType().Name, cause.Message);
                return HealthCheckResult.Unhealthy();
            }
        }
    }
}
