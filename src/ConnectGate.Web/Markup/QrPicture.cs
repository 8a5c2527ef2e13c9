using System.Text;
using QRCoder;

namespace ConnectGate.Web.Markup;

/// <summary>Draws a text as a QR code on this server, so that no other service learns it.</summary>
internal static class QrPicture
{
    private const int Pixels = 5;

    /// <summary>The source of an <c>img</c>, as SVG.</summary>
    public static string Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(code);
        // Black on white in the dark scheme too, because cameras need it.
        return "data:image/svg+xml;base64,"
            + Convert.ToBase64String(Encoding.UTF8.GetBytes(picture.GetGraphic(Pixels)));
    }
}
