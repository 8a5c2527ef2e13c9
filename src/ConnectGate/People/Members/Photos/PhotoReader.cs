using SkiaSharp;

namespace ConnectGate.People.Members.Photos;

/// <summary>
/// Decodes a picture and encodes it anew, so that nothing of the file remains but what one sees. It decodes one file at
/// a time, because each can take four bytes a pixel of <see cref="ReadPhoto.MostPixels"/>.
/// </summary>
internal sealed class PhotoReader : IDisposable
{
    private static readonly int[] Qualities = [88, 75, 60, 45, 30, 15];

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <returns>The two pictures, or the code of a refusal.</returns>
    public async Task<(byte[] Large, byte[] Small, string? Refusal)> ReadAsync(
        byte[] file,
        PhotoCrop crop,
        CancellationToken cancellationToken
    )
    {
        // The decoder also knows formats that only attackers would send; it never meets them.
        if (!IsKnown(file))
        {
            return ([], [], "photo-unknown");
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            return Read(file, crop);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static bool IsKnown(ReadOnlySpan<byte> file) =>
        file is [0xFF, 0xD8, 0xFF, ..]
        || file is [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..]
        || (file.Length > 12 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8));

    private static (byte[], byte[], string?) Read(byte[] file, PhotoCrop crop)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null)
        {
            return ([], [], "photo-damaged");
        }

        // The header alone is read so far.
        if ((long)codec.Info.Width * codec.Info.Height > ReadPhoto.MostPixels)
        {
            return ([], [], "photo-too-many-pixels");
        }

        using var decoded = Decoded(codec);
        if (decoded is null)
        {
            return ([], [], "photo-damaged");
        }

        using var image = SKImage.FromBitmap(decoded);
        return (
            Encoded(image, codec.EncodedOrigin, crop, Photo.Side, Photo.MostBytes),
            Encoded(image, codec.EncodedOrigin, crop, Photo.SmallSide, Photo.MostSmallBytes),
            null
        );
    }

    // Null where the file ends too early or makes no sense. A large JPEG or WebP is decoded at a smaller scale.
    private static SKBitmap? Decoded(SKCodec codec)
    {
        var shortest = Math.Min(codec.Info.Width, codec.Info.Height);
        var size = codec.GetScaledDimensions(Math.Min(1f, 2f * Photo.Side / shortest));
        var bitmap = new SKBitmap(
            new SKImageInfo(
                size.Width,
                size.Height,
                SKColorType.Rgba8888,
                SKAlphaType.Premul,
                SKColorSpace.CreateSrgb()
            )
        );
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success)
        {
            // Otherwise an image of it is a copy of all pixels.
            bitmap.SetImmutable();
            return bitmap;
        }

        bitmap.Dispose();
        return null;
    }

    // At the best quality that the limit allows. Noise may need a smaller picture.
    private static byte[] Encoded(SKImage decoded, SKEncodedOrigin origin, PhotoCrop crop, int side, int mostBytes)
    {
        side = Math.Min(side, Math.Min(decoded.Width, decoded.Height));
        while (true)
        {
            using var square = Square(decoded, origin, crop, side);
            foreach (var quality in Qualities)
            {
                using var encoded = square.Encode(SKEncodedImageFormat.Webp, quality);
                if (encoded.Size <= mostBytes)
                {
                    return encoded.ToArray();
                }
            }

            side = Math.Max(1, side / 2);
        }
    }

    // Without a colour space, for which the encoder would write a profile. White shows through transparent parts.
    private static SKImage Square(SKImage decoded, SKEncodedOrigin origin, PhotoCrop crop, int side)
    {
        var lies = origin >= SKEncodedOrigin.LeftTop;
        var (width, height) = lies ? (decoded.Height, decoded.Width) : (decoded.Width, decoded.Height);
        var left = crop switch
        {
            PhotoCrop.Beginning => 0f,
            PhotoCrop.End => 1f,
            _ => 0.5f,
        };
        var shortest = Math.Min(width, height);
        using var surface = SKSurface.Create(new SKImageInfo(side, side, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale((float)side / shortest);
        surface.Canvas.Translate(-left * (width - shortest), -left * (height - shortest));
        surface.Canvas.Concat(Upright(origin, width, height));
        surface.Canvas.DrawImage(decoded, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return surface.Snapshot();
    }

    /// <summary>Turns what the camera stored, by the orientation of EXIF, into what one saw.</summary>
    /// <param name="width">Of the upright picture.</param>
    /// <param name="height">Of the upright picture.</param>
    private static SKMatrix Upright(SKEncodedOrigin origin, int width, int height) =>
        origin switch
        {
            SKEncodedOrigin.TopRight => Matrix(-1, 0, width, 0, 1, 0),
            SKEncodedOrigin.BottomRight => Matrix(-1, 0, width, 0, -1, height),
            SKEncodedOrigin.BottomLeft => Matrix(1, 0, 0, 0, -1, height),
            SKEncodedOrigin.LeftTop => Matrix(0, 1, 0, 1, 0, 0),
            SKEncodedOrigin.RightTop => Matrix(0, -1, width, 1, 0, 0),
            SKEncodedOrigin.RightBottom => Matrix(0, -1, width, -1, 0, height),
            SKEncodedOrigin.LeftBottom => Matrix(0, 1, 0, -1, 0, height),
            _ => SKMatrix.Identity,
        };

    private static SKMatrix Matrix(float xx, float xy, float x, float yx, float yy, float y) =>
        new(xx, xy, x, yx, yy, y, 0, 0, 1);
}
