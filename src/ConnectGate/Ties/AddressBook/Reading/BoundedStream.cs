namespace ConnectGate.Ties.AddressBook.Reading;

/// <summary>Throws after the given number of bytes, whatever size a zip declares.</summary>
/// <param name="inner">It is closed with this stream, unless it stays open.</param>
/// <param name="most">In bytes.</param>
/// <param name="leaveOpen">Whether it stays open.</param>
internal sealed class BoundedStream(Stream inner, long most, bool leaveOpen = false) : Stream
{
    /// <summary>The most bytes of one text. 30,000 connections need a quarter of it.</summary>
    public const long Most = 20 * 1024 * 1024;

    private long _left = most;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        _left -= read;
        return _left >= 0 ? read : throw new UnreadableFileException(UnreadableFileException.TooLarge);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !leaveOpen)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
