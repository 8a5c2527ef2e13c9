using System.Text;
using QRCoder;

namespace ConnectGate.Web.Identity;

/// <summary>An authenticator's key as a QR code, made here: nobody else learns the key.</summary>
internal static class AuthenticatorPicture
{
    private const int Pixels = 5;

    /// <summary>A picture for an <c>img</c>'s address, as SVG.</summary>
    public static string Of(string community, string email, string key)
    {
        var (issuer, account) = (Uri.EscapeDataString(community), Uri.EscapeDataString(email));
        using var code = QRCodeGenerator.GenerateQrCode($"otpauth://totp/{issuer}:{account}?secret={key}&issuer={issuer}&digits=6", QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(code);
        // White behind black in the dark scheme too; cameras want it so.
        return "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(picture.GetGraphic(Pixels)));
    }
}
