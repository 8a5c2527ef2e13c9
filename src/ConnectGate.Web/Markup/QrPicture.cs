using System.Text;
using QRCoder;

namespace ConnectGate.Web.Markup;

/// <summary>A text as a QR code, made here: nobody else learns it.</summary>
internal static class QrPicture
{
    private const int Pixels = 5;

    /// <summary>A picture for an <c>img</c>'s address, as SVG.</summary>
    public static string Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(code);
        // White behind black in the dark scheme too; cameras want it so.
        return "data:image/svg+xml;base64,"
            + Convert.ToBase64String(Encoding.UTF8.GetBytes(picture.GetGraphic(Pixels)));
    }
}
