using System.Text;
using ConnectGate.People.Members.Photos;
using ConnectGate.People.Members.Profiles;
using ConnectGate.Tests.Support.Databases;
using SkiaSharp;

namespace ConnectGate.Tests.Slices.People.Members;

public abstract class PhotoTests(Database database) : CommunityTests(database)
{
    // Before the data that contain it.
    private static byte[] Jpeg { get; } = PhotoFiles.RedAndBlue(SKEncodedImageFormat.Jpeg);

    [Fact]
    public async Task A_photo_is_seen_by_its_version_until_another_replaces_it_or_it_is_removed()
    {
        var (me, viewer) = await Community.InsertTwoAsync();

        var first = await Community.UsePhotoAsync(me);
        var second = await Community.UsePhotoAsync(me, PhotoFiles.RedAndBlue(SKEncodedImageFormat.Jpeg));

        Assert.Null(await SeeAsync(first));
        Assert.NotNull(await SeeAsync(second));
        Assert.Equal(second, (await Community.QueryAsync(me, new EditProfile.Query())).Photo);
        await Community.MustAsync(me, new RemovePhoto.Command());
        Assert.Null(await SeeAsync(second));
        Assert.Equal(0, await Community.CountAsync<Photo>());
        Assert.Null((await Community.QueryAsync(me, new EditProfile.Query())).Photo);

        Task<byte[]?> SeeAsync(string version) =>
            Community.QueryAsync(viewer, new ViewPhoto.Query(me.Handle, version, Large: true));
    }

    [Fact]
    public async Task A_photo_of_a_member_who_is_not_in_is_not_found()
    {
        var (viewer, waiting) = await Community.InsertTwoAsync(A.Member() with { WaitsWith = "Please." });
        var version = await Community.UsePhotoAsync(waiting);

        Assert.Null(await Community.QueryAsync(viewer, new ViewPhoto.Query(waiting.Handle, version, Large: false)));
        Assert.Null(await Community.QueryAsync(viewer, new ViewPhoto.Query(viewer.Handle, version, Large: false)));
    }

    [Fact]
    public async Task The_place_and_the_camera_are_gone_and_the_picture_stands_upright()
    {
        var me = await Community.InsertAsync();
        var file = PhotoFiles.WithExif(PhotoFiles.RedAndBlue(SKEncodedImageFormat.Jpeg, 1200, 800), orientation: 6);
        Assert.Contains("Kodak", Encoding.Latin1.GetString(file), StringComparison.Ordinal);

        var version = await Community.UsePhotoAsync(me, file);

        foreach (var large in (bool[])[true, false])
        {
            var stored = (await Community.QueryAsync(me, new ViewPhoto.Query(me.Handle, version, large)))!;
            Assert.Equal(["VP8 "], PhotoFiles.ChunksOf(stored));
            Assert.InRange(stored.Length, 1, large ? Photo.MostBytes : Photo.MostSmallBytes);
            using var picture = SKBitmap.Decode(stored);
            var side = large ? Photo.Side : Photo.SmallSide;
            Assert.Equal((side, side), (picture.Width, picture.Height));

            // The camera lay on its side: what it stored at the left is at the top.
            Assert.True(IsRed(picture.GetPixel(side / 2, side / 8)) && IsRed(picture.GetPixel(side / 8, side / 4)));
            Assert.False(IsRed(picture.GetPixel(side / 2, side * 7 / 8)));
        }
    }

    [Theory]
    [InlineData(1, 0, 0, 1, 0)]
    [InlineData(2, 1, 0, 0, 0)]
    [InlineData(3, 1, 1, 0, 1)]
    [InlineData(4, 0, 1, 1, 1)]
    [InlineData(5, 0, 0, 0, 1)]
    [InlineData(6, 1, 0, 1, 1)]
    [InlineData(7, 1, 1, 1, 0)]
    [InlineData(8, 0, 1, 0, 0)]
    public async Task A_picture_is_turned_as_the_camera_was_held(ushort orientation, int x, int y, int nextX, int nextY)
    {
        var me = await Community.InsertAsync();

        var version = await Community.UsePhotoAsync(me, PhotoFiles.WithExif(PhotoFiles.RedThenGreen(), orientation));

        // The places of what was stored first and next in the uppermost row, in quarters of the picture.
        var stored = (await Community.QueryAsync(me, new ViewPhoto.Query(me.Handle, version, Large: true)))!;
        using var picture = SKBitmap.Decode(stored);
        SKColor At(int column, int row) => picture.GetPixel(30 + 60 * column, 30 + 60 * row);
        Assert.True(IsRed(At(x, y)), $"{At(x, y)}");
        Assert.True(At(nextX, nextY) is { Green: > 150, Red: < 60 }, $"{At(nextX, nextY)}");
    }

    [Theory]
    [InlineData(PhotoCrop.Beginning, true, true)]
    [InlineData(PhotoCrop.Middle, true, false)]
    [InlineData(PhotoCrop.End, false, false)]
    public async Task The_chosen_part_of_a_wide_picture_is_kept(PhotoCrop crop, bool leftIsRed, bool rightIsRed)
    {
        var me = await Community.InsertAsync();

        var version = await Community.UsePhotoAsync(
            me,
            PhotoFiles.RedAndBlue(SKEncodedImageFormat.Png, 600, 200),
            crop
        );

        var stored = (await Community.QueryAsync(me, new ViewPhoto.Query(me.Handle, version, Large: true)))!;
        using var picture = SKBitmap.Decode(stored);
        Assert.Equal((200, 200), (picture.Width, picture.Height));
        Assert.Equal((leftIsRed, rightIsRed), (IsRed(picture.GetPixel(20, 100)), IsRed(picture.GetPixel(180, 100))));
    }

    public static readonly TheoryData<string, byte[]> Hostile = new()
    {
        { "photo-missing", [] },
        { "photo-unknown", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray() },
        { "photo-unknown", [.. "<html><script>alert(1)</script>"u8, .. Jpeg] },
        { "photo-unknown", [.. "GIF89a"u8, .. new byte[100]] },
        { "photo-damaged", [0xFF, 0xD8, 0xFF, .. "<html>"u8] },
        { "photo-damaged", Jpeg[..(Jpeg.Length / 2)] },
        { "photo-damaged", PhotoFiles.Bomb(6_000, 6_000) },
        { "photo-too-many-pixels", PhotoFiles.Bomb(30_000, 30_000) },
        { "photo-too-large", [.. Jpeg, .. new byte[6 * 1024 * 1024]] },
    };

    [Theory, MemberData(nameof(Hostile))]
    public async Task A_hostile_file_is_refused_and_the_photo_stays(string code, byte[] file)
    {
        var me = await Community.InsertAsync();
        var kept = await Community.UsePhotoAsync(me);

        var outcome = await Community.SendAsync(me, new ChangePhoto.Command(await Community.ReadPhotoAsync(me, file)));

        var refusal = Assert.Single(outcome.Refusals);
        Assert.Equal((code, "file"), (refusal.Code, refusal.Field));
        Assert.Equal(kept, (await Community.QueryAsync(me, new EditProfile.Query())).Photo);
    }

    public static readonly TheoryData<string, byte[]> Harmless = new()
    {
        { "a picture with markup behind it", [.. Jpeg, .. "<html><script>alert(1)</script></html>"u8] },
        { "an animation", PhotoFiles.Animated() },
        { "noise", PhotoFiles.Noise(1_500) },
        { "one pixel", PhotoFiles.RedAndBlue(SKEncodedImageFormat.Png, 1, 1) },
        { "a line", PhotoFiles.RedAndBlue(SKEncodedImageFormat.Png, 4_000, 1) },
    };

    [Theory, MemberData(nameof(Harmless))]
    public async Task Only_the_picture_of_a_strange_file_remains(string what, byte[] file)
    {
        var me = await Community.InsertAsync();

        var version = await Community.UsePhotoAsync(me, file);

        var stored = (await Community.QueryAsync(me, new ViewPhoto.Query(me.Handle, version, Large: true)))!;
        Assert.True(PhotoFiles.ChunksOf(stored) is ["VP8 "], what);
        Assert.InRange(stored.Length, 1, Photo.MostBytes);
        Assert.DoesNotContain("script", Encoding.Latin1.GetString(stored), StringComparison.Ordinal);
        using var picture = SKBitmap.Decode(stored);
        Assert.Equal(picture.Width, picture.Height);
    }

    [Fact]
    public async Task A_program_cannot_send_files_without_end()
    {
        var me = await Community.InsertAsync();
        for (var i = 0; i < ReadPhoto.MostADay; i++)
        {
            Assert.Equal("photo-unknown", (await Community.ReadPhotoAsync(me, "x"u8.ToArray())).Refusal?.Code);
        }

        var refused = await Assert.ThrowsAsync<TooOftenException>(() => Community.ReadPhotoAsync(me, "x"u8.ToArray()));

        Assert.Equal("too-many-photos", refused.Refusal.Code);
    }

    private static bool IsRed(SKColor color) => color.Red > 200 && color.Blue < 60;
}

public sealed class PhotoTestsOnSqlite() : PhotoTests(Database.Sqlite);

public sealed class PhotoTestsOnPostgres() : PhotoTests(Database.Postgres);
