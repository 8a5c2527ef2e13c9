using System.IO.Compression;
using System.Text;
using ConnectGate.Desk.Portability;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Tests.Slices.Desk.Portability;

internal static class ExportStories
{
    /// <summary>A worker's round. Returns whether there was anything to do.</summary>
    public static Task<bool> PackAsync(this Community community) => community.InScopeAsync(null, null, async storing =>
        {
            var mediator = storing.GetRequiredService<IMediator>();
            var work = (await mediator.Send(new ClaimExport.Command(), Token)).Value;
            if (work.Claimed is { } claimed)
            {
                foreach (var piece in await community.PiecesAsync(claimed.MemberId))
                {
                    Assert.True((await mediator.Send(new KeepPiece.Command(claimed, piece), Token)).Succeeded);
                }
            }

            return work.Any;
        });

    /// <summary>The member asks for their export, and the worker makes it.</summary>
    public static async Task ExportAsync(this Community community, Person member)
    {
        await community.MustAsync(member, new BeginExport.Command());
        var any = true;
        while (any)
        {
            any = await community.PackAsync();
        }
    }

    /// <summary>The file that the member downloads; null where they can download none.</summary>
    public static Task<byte[]?> DownloadAsync(this Community community, Person member, string? proof) =>
        community.InScopeAsync<byte[]?>(member, null, async services =>
        {
            if (await services.GetRequiredService<IMediator>().Send(new OpenExport.Query(proof), Token) is not { } file)
            {
                return null;
            }

            var read = new MemoryStream();
            await foreach (var piece in file.Pieces)
            {
                read.Write(piece);
            }

            Assert.Equal(file.Size, read.Length);
            return read.ToArray();
        });

    /// <summary>The files in a member's export as of now, whether they asked for one or not.</summary>
    public static async Task<SortedDictionary<string, string>> PackedAsync(this Community community, Person member)
    {
        var zip = new MemoryStream();
        foreach (var piece in await community.PiecesAsync(member.Id))
        {
            await zip.WriteAsync(piece.Bytes, Token);
        }

        return Unzip(zip.ToArray());
    }

    /// <summary>The text of each file; a picture's bytes are unreadable.</summary>
    public static SortedDictionary<string, string> Unzip(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            using var text = new StreamReader(entry.Open(), Encoding.UTF8);
            files.Add(entry.FullName, text.ReadToEnd());
        }

        return files;
    }

    public static Task<List<PackExport.Piece>> PiecesAsync(this Community community, long memberId) =>
        community.InScopeAsync(null, null, async reading =>
        {
            var pieces = await reading.GetRequiredService<IMediator>().Send(new PackExport.Query(memberId), Token);
            return await pieces.ToListAsync(Token);
        });

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
