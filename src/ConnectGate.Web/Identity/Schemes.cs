namespace ConnectGate.Web.Identity;

/// <summary>The names of what can carry a session's id, and of the claims that say it.</summary>
internal static class Schemes
{
    /// <summary>Chooses by the address: the API takes bearer tokens alone, pages the cookie alone.</summary>
    public const string Session = "Session";

    /// <summary>A browser's.</summary>
    public const string Cookie = "Cookie";

    /// <summary>A program's.</summary>
    public const string Bearer = "Bearer";

    /// <summary>The claim that holds the session's id.</summary>
    public const string SessionId = "sid";

    /// <summary>The claim that says which refresh token this is.</summary>
    public const string Generation = "gen";

    /// <summary>Below this the API answers.</summary>
    public const string ApiPath = "/api";
}
