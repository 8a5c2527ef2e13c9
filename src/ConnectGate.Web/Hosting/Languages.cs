using System.Globalization;
using System.Resources;

namespace ConnectGate.Web.Hosting;

/// <summary>In which languages the pages speak; <c>Resources/Texts.cs</c> says how to add one.</summary>
internal static class Languages
{
    /// <summary>The first is the one for everybody whose own is not among them.</summary>
    public static readonly string[] Supported = ["en"];

    public static void AddLanguages(this WebApplicationBuilder builder)
    {
        builder.Services.AddLocalization();
        if (!builder.Environment.IsProduction())
        {
            builder.Services.AddSingleton<ResourceManagerStringLocalizerFactory>();
            builder.Services.AddSingleton<IStringLocalizerFactory, StrictLocalizerFactory>();
        }

        builder.Services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(Supported[0]).AddSupportedCultures(Supported).AddSupportedUICultures(Supported);
            options.ApplyCurrentCultureToResponseHeaders = true;
        });
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture =
            CultureInfo.GetCultureInfo(Supported[0]);
    }

    // A page with a missing text still serves its reader in Production; anywhere else it is a bug that should be seen.
    private sealed class StrictLocalizerFactory(ResourceManagerStringLocalizerFactory inner) : IStringLocalizerFactory
    {
        public IStringLocalizer Create(Type resourceSource) => new StrictLocalizer(inner.Create(resourceSource));

        public IStringLocalizer Create(string baseName, string location) =>
            new StrictLocalizer(inner.Create(baseName, location));
    }

    private sealed class StrictLocalizer(IStringLocalizer inner) : IStringLocalizer
    {
        public LocalizedString this[string name] => Found(inner[name]);

        public LocalizedString this[string name, params object[] arguments] => Found(inner[name, arguments]);

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
            inner.GetAllStrings(includeParentCultures);

        private static LocalizedString Found(LocalizedString text) =>
            text.ResourceNotFound
                ? throw new MissingManifestResourceException(
                    $"No text is named '{text.Name}' in {text.SearchedLocation}.resx."
                )
                : text;
    }
}
