using System.Globalization;
using System.Resources;
using ConnectGate.Tests.Web.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace ConnectGate.Tests.Web.Languages;

/// <summary>
/// A site in a language in which every text of the resource files is in brackets. What stands outside of brackets
/// is written by members, or is text that no translator can find.
/// </summary>
public sealed class PseudoLanguage : Cast
{
    public const char Opens = '⟦',
        Closes = '⟧';

    private protected override void Configure(IServiceCollection services)
    {
        services.AddSingleton(new Words(["en"], new Bracketed()));
        var real = services.Last(service => service.ServiceType == typeof(IStringLocalizerFactory));
        services.AddSingleton<IStringLocalizerFactory>(provider => new Factory(
            (IStringLocalizerFactory)ActivatorUtilities.CreateInstance(provider, real.ImplementationType!)
        ));
    }

    private static string Bracket(string text) => $"{Opens}{text}{Closes}";

    private sealed class Bracketed() : ResourceManager("ConnectGate.Foundation.Text.Words", typeof(Words).Assembly)
    {
        public override string? GetString(string name, CultureInfo? culture) =>
            base.GetString(name, culture) is { } text ? Bracket(text) : null;
    }

    private sealed class Factory(IStringLocalizerFactory inner) : IStringLocalizerFactory
    {
        public IStringLocalizer Create(Type resourceSource) => new Localizer(inner.Create(resourceSource));

        public IStringLocalizer Create(string baseName, string location) =>
            new Localizer(inner.Create(baseName, location));
    }

    // The formats of dates are texts too; in brackets they would be none.
    private sealed class Localizer(IStringLocalizer inner) : IStringLocalizer
    {
        public LocalizedString this[string name] =>
            name.StartsWith("date-", StringComparison.Ordinal) || name is "time" or "figures-day"
                ? inner[name]
                : new(name, Bracket(inner[name]));

        public LocalizedString this[string name, params object[] arguments] =>
            new(name, Bracket(inner[name, arguments]));

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
            inner.GetAllStrings(includeParentCultures);
    }
}
