namespace ConnectGate.Web.Hosting.Headers;

/// <summary>
/// Lets browsers keep the answers of an endpoint that are 200 and set no cookie. Without it nothing is kept, because
/// pages and API answers can be private.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class CachedAttribute(string cacheControl) : Attribute
{
    /// <summary>For an address that changes with its content.</summary>
    public const string ForAYear = "public, max-age=31536000, immutable";

    /// <summary>
    /// For a page without a form that is the same for all who are signed out. A new version of the site may give its
    /// styles another address, so the time is short.
    /// </summary>
    public const string ForStrangers = "max-age=60, private";

    public string CacheControl { get; } = cacheControl;
}
