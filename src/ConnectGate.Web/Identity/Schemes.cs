namespace ConnectGate.Web.Identity;

/// <summary>The names of the authentication schemes and of the session's claims.</summary>
internal static class Schemes
{
    /// <summary>Chooses by the path: the API accepts only bearer tokens, pages accept only the cookie.</summary>
    public const string Session = "Session";

    public const string Cookie = "Cookie";

    public const string Bearer = "Bearer";

    public const string SessionId = "sid";

    /// <summary>The claim with the number of the refresh token.</summary>
    public const string Generation = "gen";

    public const string ApiPath = "/api";
}
