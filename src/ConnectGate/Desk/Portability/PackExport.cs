using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using ConnectGate.Foundation;
using ConnectGate.Foundation.Portability;
using CsvHelper;

namespace ConnectGate.Desk.Portability;

/// <summary>
/// Packs everything of a member into a zip: each list as JSON and as CSV, and a README in the member's language. The
/// file is made while it is read, so a large one takes no memory.
/// </summary>
public static class PackExport
{
    /// <summary>
    /// The pieces of the file. Read them by another scope's context than that in which they are stored, because the
    /// query behind them stays open.
    /// </summary>
    [SentBy(Senders.Server)]
    public sealed record Query(long MemberId) : IQuery<IAsyncEnumerable<Piece>>;

    /// <param name="Bytes">The next bytes of the file.</param>
    /// <param name="Done">Of <paramref name="Total"/> steps.</param>
    public sealed record Piece(byte[] Bytes, int Done, int Total, bool IsLast);

    internal sealed class Handler(ConnectGateContext context, Actor actor, IEnumerable<IExports> parts, Words words)
        : IRequestHandler<Query, IAsyncEnumerable<Piece>>
    {
        // With the mark at its beginning, a spreadsheet reads the file as UTF-8. Cells that it would compute begin with
        // an apostrophe.
        private static readonly CsvWriterOptions Csv = new()
        {
            Injection = CsvInjection.Escape,
            WriteByteOrderMark = true,
        };

        public Task<IAsyncEnumerable<Piece>> Handle(Query query, CancellationToken cancellationToken) =>
            Task.FromResult(PackAsync(query.MemberId, actor.Now, cancellationToken));

        private async IAsyncEnumerable<Piece> PackAsync(
            long memberId,
            DateTime now,
            [EnumeratorCancellation] CancellationToken cancellationToken
        )
        {
            var (lists, total) = (new List<ExportTable>(), 1);
            foreach (var list in parts.SelectMany(part => part.TablesOf(memberId, now)))
            {
                if (await list.CountAsync(cancellationToken) is > 0 and var rows)
                {
                    lists.Add(list);
                    total += 2 * rows;
                }
            }

            lists.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
            var (written, done) = (new Outgoing(), 0);
            using (var zip = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
            {
                Write("README.txt", Encoding.UTF8.GetBytes(await ReadmeAsync(memberId, lists, now, cancellationToken)));
                foreach (var part in parts)
                {
                    if (await part.FileOfAsync(memberId, cancellationToken) is { } file)
                    {
                        Write(file.Name, file.Content);
                    }
                }

                // Each list is read twice, because a zip takes one file at a time. A row that is new in between is in
                // the second file only.
                foreach (var list in lists)
                {
                    await using (var json = Open($"json/{list.Name}.json"))
                    await using (var text = new StreamWriter(json, new UTF8Encoding()))
                    {
                        var before = "[\n";
                        await foreach (var row in list.RowsAsync(cancellationToken))
                        {
                            await text.WriteAsync(before);
                            await text.WriteAsync(ExportTable.LineOf(row));
                            (before, done) = (",\n", done + 1);
                            if (written.IsFull)
                            {
                                yield return Take();
                            }
                        }

                        await text.WriteAsync("\n]\n");
                    }

                    await using (var file = Open($"csv/{list.Name}.csv"))
                    await using (var csv = CsvWriter.Create(file, Csv, leaveOpen: true))
                    {
                        await EndRowAsync(csv, list.Columns, cancellationToken);
                        await foreach (var row in list.RowsAsync(cancellationToken))
                        {
                            await EndRowAsync(
                                csv,
                                list.Columns.Select(column => ExportTable.CellOf(row[column])),
                                cancellationToken
                            );
                            done++;
                            if (written.IsFull)
                            {
                                yield return Take();
                            }
                        }

                        await csv.FlushAsync(cancellationToken);
                    }
                }

                Stream Open(string name)
                {
                    var entry = zip.CreateEntry(name);
                    entry.LastWriteTime = new DateTimeOffset(now, TimeSpan.Zero);
                    return entry.Open();
                }

                void Write(string name, byte[] content)
                {
                    using var file = Open(name);
                    file.Write(content);
                }
            }

            yield return new Piece(written.Take(), total, total, IsLast: true);

            Piece Take() => new(written.Take(), Math.Min(done, total), total, IsLast: false);
        }

        private static async Task EndRowAsync(
            CsvWriter csv,
            IEnumerable<string> cells,
            CancellationToken cancellationToken
        )
        {
            foreach (var cell in cells)
            {
                csv.WriteField(cell);
            }

            await csv.EndRecordAsync(cancellationToken);
        }

        private async Task<string> ReadmeAsync(
            long memberId,
            List<ExportTable> lists,
            DateTime now,
            CancellationToken cancellationToken
        )
        {
            var me = await context
                .Members.Where(member => member.Id == memberId)
                .Select(member => new
                {
                    member.DisplayName,
                    member.PreferredLanguage,
                    member.TimeZone,
                })
                .SingleAsync(cancellationToken);
            var reader = new Reader(CultureInfo.GetCultureInfo(me.PreferredLanguage), Zones.Of(me.TimeZone), now);
            var text = new StringBuilder(words.Say(Words.Format("export-readme", me.DisplayName, now), reader));
            foreach (var list in lists)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n{list.Name}\n    ")
                    .Append(words.Say(Words.Of("export-of-" + list.Name), reader))
                    .Append('\n');
            }

            return text.ToString();
        }
    }

    /// <summary>Keeps what was written until it is taken. A zip that cannot go back writes each byte once.</summary>
    private sealed class Outgoing : Stream
    {
        private readonly MemoryStream _kept = new();

        public bool IsFull => _kept.Length >= ExportPiece.Size;

        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public byte[] Take()
        {
            var taken = _kept.ToArray();
            _kept.SetLength(0);
            return taken;
        }

        public override void Write(byte[] buffer, int offset, int count) => _kept.Write(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => _kept.Write(buffer);

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
