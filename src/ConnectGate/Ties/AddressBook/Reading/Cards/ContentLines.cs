using System.Text;

namespace ConnectGate.Ties.AddressBook.Reading;

/// <summary>
/// The unfolded lines of a vCard file (RFC 6350, 3.2). A line longer than <see cref="Longest"/> characters, such as a
/// photograph, is cut there and uses no more memory.
/// </summary>
internal sealed class ContentLines(TextReader text, Gathering gathering)
{
    /// <summary>In characters.</summary>
    public const int Longest = 4_000;

    private readonly char[] _buffer = new char[8_192];
    private readonly StringBuilder _line = new();
    private int _at,
        _length;

    /// <summary>Skips invalid lines. Null at the end.</summary>
    public ContentLine? Next()
    {
        while (Peek() is not null)
        {
            _line.Clear();
            gathering.Line();
            ReadPhysicalLine();
            var quotedPrintable = _line.Length < Longest && ContentLine.IsQuotedPrintable(_line.ToString());
            while (true)
            {
                if (quotedPrintable && _line.Length > 0 && _line[^1] == '=' && Peek() is not null)
                {
                    _line.Length--; // a soft line break (RFC 2045, 6.7)
                }
                else if (Peek() is ' ' or '\t')
                {
                    _at++;
                }
                else
                {
                    break;
                }

                ReadPhysicalLine();
            }

            if (ContentLine.Of(_line.ToString()) is { } line)
            {
                return line;
            }
        }

        return null;
    }

    private void ReadPhysicalLine()
    {
        while (Peek() is { } c)
        {
            _at++;
            if (c == '\n' || c == '\r')
            {
                if (c == '\r' && Peek() == '\n')
                {
                    _at++;
                }

                return;
            }

            if (_line.Length < Longest)
            {
                _line.Append(c);
            }
        }
    }

    private char? Peek()
    {
        if (_at == _length)
        {
            (_at, _length) = (0, text.Read(_buffer, 0, _buffer.Length));
        }

        return _length == 0 ? null : _buffer[_at];
    }
}
