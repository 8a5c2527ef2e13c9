using System.Text;

namespace ConnectGate.Ties.AddressBook.Reading.Cards;

/// <summary>
/// The unfolded lines of a vCard file (RFC 6350, 3.2). They are unfolded as bytes, because a fold can divide a
/// character. A line longer than <see cref="Longest"/>, such as a photograph, is cut there and uses no more memory.
/// </summary>
/// <param name="text">One byte in each character.</param>
/// <param name="gathering">Limits the number of lines.</param>
internal sealed class ContentLines(TextReader text, Gathering gathering)
{
    /// <summary>In bytes.</summary>
    public const int Longest = 4_000;

    private readonly char[] _buffer = new char[8_192];
    private readonly StringBuilder _line = new();
    private int _at,
        _length;

    /// <summary>In version 2.1, the blank that begins a folded line is part of the value.</summary>
    public bool KeepsBlanks { get; set; }

    /// <summary>Whether the next line begins with a letter B, as the beginning of a card does.</summary>
    public bool NextBegins => Peek() is 'B' or 'b';

    /// <summary>Skips invalid lines. Null at the end.</summary>
    public ContentLine? Next()
    {
        while (Peek() is not null)
        {
            _line.Clear();
            gathering.Line();
            ReadPhysicalLine();
            var quotedPrintable =
                _line.Length is > 0 and < Longest
                && _line[^1] == '='
                && ContentLine.IsQuotedPrintable(_line.ToString());
            while (true)
            {
                if (quotedPrintable && _line.Length > 0 && _line[^1] == '=' && Peek() is not null)
                {
                    _line.Length--; // a soft line break (RFC 2045, 6.7)
                }
                else if (Peek() is ' ' or '\t')
                {
                    _at += KeepsBlanks ? 0 : 1;
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
