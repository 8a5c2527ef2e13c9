using System.Globalization;
using System.Resources;
using ConnectGate.Foundation.Text;
using ConnectGate.Foundation.Text.Names;
using ConnectGate.Web.Identity;
using Microsoft.AspNetCore.Localization;

namespace ConnectGate.Web.Hosting;

/// <summary>
/// The pages speak the languages of <see cref="Words"/>. A member reads that of the account, a visitor the one chosen
/// in the footer, else the browser's.
/// </summary>
internal static class Languages
{
    /// <summary>
    /// Keeps the language that a reader chose while signed out, in the framework's notation. The prefix binds the
    /// cookie to this host over HTTPS.
    /// </summary>
    public const string Cookie = "__Host-language";

    public static void AddLanguages(this WebApplicationBuilder builder)
    {
        builder.Services.AddLocalization();
        builder.Services.AddSingleton<ResourceManagerStringLocalizerFactory>();
        builder.Services.AddSingleton<IStringLocalizerFactory, LocalizerFactory>();

        builder
            .Services.AddOptions<RequestLocalizationOptions>()
            .Configure<Words>(
                (options, words) =>
                {
                    string[] spoken = [.. words.Languages.Select(language => language.Name)];
                    options.SetDefaultCulture(spoken[0]).AddSupportedCultures(spoken).AddSupportedUICultures(spoken);
                    options.ApplyCurrentCultureToResponseHeaders = true;
                    options.RequestCultureProviders =
                    [
                        new MembersLanguage(),
                        new CookieRequestCultureProvider { CookieName = Cookie },
                        new AcceptLanguageHeaderRequestCultureProvider(),
                    ];
                }
            );
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture =
            new Words().DefaultLanguage;
    }

    private sealed class MembersLanguage : RequestCultureProvider
    {
        public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
            Task.FromResult(
                httpContext.RequestServices.GetRequiredService<CurrentMember>().Session is { } session
                    ? new ProviderCultureResult(session.PreferredLanguage)
                    : null
            );
    }

    private sealed class LocalizerFactory(ResourceManagerStringLocalizerFactory inner, IHostEnvironment environment)
        : IStringLocalizerFactory
    {
        public IStringLocalizer Create(Type resourceSource) => Over(inner.Create(resourceSource));

        public IStringLocalizer Create(string baseName, string location) => Over(inner.Create(baseName, location));

        private Localizer Over(IStringLocalizer localizer) => new(localizer, environment.IsProduction());
    }

    // In Production a page with a missing text still serves its reader. Elsewhere the missing text throws, so that
    // somebody sees the bug.
    private sealed class Localizer(IStringLocalizer inner, bool mayLackTexts) : IStringLocalizer
    {
        public LocalizedString this[string name] => Found(inner[name]);

        public LocalizedString this[string name, params object[] arguments] => Formatted(this[name], arguments);

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
            inner.GetAllStrings(includeParentCultures);

        private static LocalizedString Formatted(LocalizedString text, object[] arguments) =>
            new(
                text.Name,
                PluralForms.Format(
                    CultureInfo.CurrentUICulture,
                    text.Value,
                    [.. arguments.Select(value => value is string said ? Isolated.Of(said) : value)]
                ),
                text.ResourceNotFound
            );

        private LocalizedString Found(LocalizedString text) =>
            text.ResourceNotFound && !mayLackTexts
                ? throw new MissingManifestResourceException(
                    $"No text is named '{text.Name}' in {text.SearchedLocation}.resx."
                )
                : text;
    }
}
