using System.Globalization;
using System.Resources;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Tests.Support;

/// <summary>A community that speaks English and, for these tests only, a German that is marked English.</summary>
internal static class SecondLanguage
{
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en"),
        German = CultureInfo.GetCultureInfo("de");

    public static void AddTo(IServiceCollection services) =>
        services.AddSingleton(new Words([English.Name, German.Name], new Marked()));

    /// <summary>Sends something in that language, while the thread has a third one.</summary>
    public static async Task<T> InAsync<T>(
        this Community community,
        CultureInfo language,
        Person? person,
        MediatR.IRequest<T> message
    )
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr");
        return await community.InScopeAsync(person, null, services =>
        {
            services.GetRequiredService<ActingMember>().Language = language;
            return services
                .GetRequiredService<MediatR.IMediator>()
                .Send(message, TestContext.Current.CancellationToken);
        });
    }

    private sealed class Marked() : ResourceManager("ConnectGate.Foundation.Text.Words", typeof(Words).Assembly)
    {
        public override string? GetString(string name, CultureInfo? culture) =>
            culture?.Name == German.Name ? $"[de] {base.GetString(name, English)}" : base.GetString(name, culture);
    }
}
