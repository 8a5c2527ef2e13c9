namespace ConnectGate.Web.Identity;

/// <summary>An authenticator's key as a QR code.</summary>
internal static class AuthenticatorPicture
{
    /// <summary>The source of an <c>img</c>.</summary>
    public static string Of(string community, string email, string key)
    {
        var (issuer, account) = (Uri.EscapeDataString(community), Uri.EscapeDataString(email));
        return QrPicture.Of($"otpauth://totp/{issuer}:{account}?secret={key}&issuer={issuer}&digits=6");
    }
}
