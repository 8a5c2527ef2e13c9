using System.Buffers.Binary;
using System.IO.Compression;
using ConnectGate.People.Members.Photos;
using SkiaSharp;

namespace ConnectGate.Tests.Slices.People.Members;

/// <summary>Files that members, and attackers, choose as a photo.</summary>
internal static class PhotoFiles
{
    /// <summary>A picture whose left half is red and whose right half is blue.</summary>
    public static byte[] RedAndBlue(SKEncodedImageFormat format, int width = 120, int height = 80)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Red);
            using var blue = new SKPaint { Color = SKColors.Blue };
            canvas.DrawRect(width / 2f, 0, width / 2f, height, blue);
        }

        return bitmap.Encode(format, 90).ToArray();
    }

    /// <summary>A blue JPEG of 120 by 120 pixels. Its upper left quarter is red, its upper right one green.</summary>
    public static byte[] RedThenGreen()
    {
        using var bitmap = new SKBitmap(120, 120);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Blue);
            using var red = new SKPaint { Color = SKColors.Red };
            using var green = new SKPaint { Color = SKColors.Lime };
            canvas.DrawRect(0, 0, 60, 60, red);
            canvas.DrawRect(60, 0, 60, 60, green);
        }

        return bitmap.Encode(SKEncodedImageFormat.Jpeg, 90).ToArray();
    }

    /// <summary>Noise, which no encoder makes small.</summary>
    public static byte[] Noise(int side)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(side, side, SKColorType.Rgba8888, SKAlphaType.Opaque));
        new Random(7).NextBytes(bitmap.GetPixelSpan());
        return bitmap.Encode(SKEncodedImageFormat.Jpeg, 60).ToArray();
    }

    /// <summary>A JPEG whose EXIF has that orientation, a camera and a place.</summary>
    public static byte[] WithExif(byte[] jpeg, ushort orientation)
    {
        // TIFF, big-endian: make, orientation and place; the place's latitude is three fractions.
        byte[] tiff =
        [
            .. "MM\0*"u8,
            .. U32(8),
            .. U16(3),
            .. U16(0x010F),
            .. U16(2),
            .. U32(8),
            .. U32(50),
            .. U16(0x0112),
            .. U16(3),
            .. U32(1),
            .. U16(orientation),
            0,
            0,
            .. U16(0x8825),
            .. U16(4),
            .. U32(1),
            .. U32(58),
            .. U32(0),
            .. "Kodak-7\0"u8,
            .. U16(2),
            .. U16(1),
            .. U16(2),
            .. U32(2),
            .. "N\0\0\0"u8,
            .. U16(2),
            .. U16(5),
            .. U32(3),
            .. U32(88),
            .. U32(0),
            .. U32(53),
            .. U32(1),
            .. U32(21),
            .. U32(1),
            .. U32(1234),
            .. U32(100),
        ];
        byte[] exif = [.. "Exif\0\0"u8, .. tiff];
        return [.. jpeg[..2], 0xFF, 0xE1, .. U16((ushort)(exif.Length + 2)), .. exif, .. jpeg[2..]];
    }

    /// <summary>A small PNG that says it has that many pixels, all of them black.</summary>
    public static byte[] Bomb(uint width, uint height)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(new byte[1_000_000]);
        }

        return
        [
            0x89,
            .. "PNG\r\n"u8,
            0x1A,
            (byte)'\n',
            .. Chunk("IHDR"u8, [.. U32(width), .. U32(height), 8, 6, 0, 0, 0]),
            .. Chunk("IDAT"u8, packed.ToArray()),
            .. Chunk("IEND"u8, []),
        ];
    }

    /// <summary>A WebP of two frames, the first red and blue.</summary>
    public static byte[] Animated()
    {
        var first = RedAndBlue(SKEncodedImageFormat.Webp)[12..];
        byte[] frame = [.. new byte[6], 119, 0, 0, 79, 0, 0, 100, 0, 0, 0, .. first];
        byte[] body =
        [
            .. "WEBP"u8,
            .. Riff("VP8X"u8, [2, 0, 0, 0, 119, 0, 0, 79, 0, 0]),
            .. Riff("ANIM"u8, new byte[6]),
            .. Riff("ANMF"u8, frame),
            .. Riff("ANMF"u8, frame),
        ];
        return Riff("RIFF"u8, body);
    }

    /// <summary>The names of a WebP's chunks, in their order.</summary>
    public static IReadOnlyList<string> ChunksOf(byte[] webp)
    {
        Assert.Equal(("RIFF", "WEBP"), (Name(0), Name(8)));
        var chunks = new List<string>();
        for (var at = 12; at < webp.Length; )
        {
            chunks.Add(Name(at));
            var length = BinaryPrimitives.ReadInt32LittleEndian(webp.AsSpan(at + 4));
            at += 8 + length + length % 2;
        }

        return chunks;

        string Name(int at) => System.Text.Encoding.ASCII.GetString(webp, at, 4);
    }

    /// <summary>Reads the file and uses it as that member's photo.</summary>
    /// <returns>The version in the photo's address.</returns>
    internal static async Task<string> UsePhotoAsync(
        this Community community,
        Person member,
        byte[]? file = null,
        PhotoCrop crop = PhotoCrop.Middle
    )
    {
        await community.MustAsync(
            member,
            new ChangePhoto.Command(
                await community.ReadPhotoAsync(member, file ?? RedAndBlue(SKEncodedImageFormat.Png), crop)
            )
        );
        return await community.InDatabaseAsync(async context =>
            (await context.Members.FindAsync(member.Id))!.PhotoVersion!
        );
    }

    public static async Task<ReadPhoto.View> ReadPhotoAsync(
        this Community community,
        Person member,
        byte[] file,
        PhotoCrop crop = PhotoCrop.Middle
    )
    {
        using var stream = new MemoryStream(file);
        return await community.QueryAsync(member, new ReadPhoto.Query(stream, crop));
    }

    private static byte[] Riff(ReadOnlySpan<byte> name, byte[] body)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, body.Length);
        return [.. name, .. length, .. body, .. new byte[body.Length % 2]];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> name, byte[] body)
    {
        byte[] named = [.. name, .. body];
        return [.. U32((uint)body.Length), .. named, .. U32(Crc(named))];
    }

    // PNG's checksum.
    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? 0xEDB88320u ^ (crc >> 1) : crc >> 1;
            }
        }

        return ~crc;
    }

    private static byte[] U16(ushort value) => [(byte)(value >> 8), (byte)value];

    private static byte[] U32(uint value) => [.. U16((ushort)(value >> 16)), .. U16((ushort)value)];
}
