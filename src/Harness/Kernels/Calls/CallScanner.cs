using System.Globalization;
using System.Text;

namespace Harness.Kernels.Calls;

/// <summary>Reads a line of a list of calls character by character.</summary>
internal sealed class CallScanner(string text, string place)
{
    private int _position;

    /// <summary>Is nothing left but spaces?</summary>
    public bool IsAtEnd => Peek() == '\0';

    /// <summary>The next character that is no space, NUL at the end.</summary>
    public char Peek()
    {
        while (_position < text.Length && char.IsWhiteSpace(text[_position]))
            _position++;
        return _position < text.Length ? text[_position] : '\0';
    }

    /// <summary>Takes a mark if it comes next.</summary>
    public bool TryTake(string mark)
    {
        Peek();
        if (string.CompareOrdinal(text, _position, mark, 0, mark.Length) != 0)
            return false;
        _position += mark.Length;
        return true;
    }

    /// <summary>Takes a '=' if it comes next and is not the beginning of '=='.</summary>
    public bool TryTakeAssignment() =>
        Peek() == '=' && (_position + 1 == text.Length || text[_position + 1] != '=') && TryTake("=");

    /// <summary>Takes a mark that must come next.</summary>
    /// <exception cref="InputException">It does not.</exception>
    public void Take(string mark)
    {
        if (!TryTake(mark))
            throw Error($"expected '{mark}'");
    }

    /// <summary>A place to go back to.</summary>
    public int Position
    {
        get => _position;
        set => _position = value;
    }

    /// <summary>A name: letters, digits, '_' and '.', as compilers make them.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public string Name()
    {
        Peek();
        var begin = _position;
        while (_position < text.Length && (char.IsAsciiLetterOrDigit(text[_position]) || text[_position] is '_' or '.'))
            _position++;
        return _position > begin && !char.IsAsciiDigit(text[begin]) ? text[begin.._position] : throw Error("expected a name");
    }

    /// <summary>A number: decimal, 0x..., negative, or a character in quotes.</summary>
    /// <exception cref="InputException">There is none, or it has more than 64 bits.</exception>
    public ulong Number()
    {
        if (TryTake("'"))
            return Character();
        var isNegative = TryTake("-");
        var isHexadecimal = TryTake("0x");
        var begin = _position;
        while (_position < text.Length && char.IsAsciiLetterOrDigit(text[_position]))
            _position++;
        var style = isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (!ulong.TryParse(text.AsSpan(begin, _position - begin), style, CultureInfo.InvariantCulture, out var number))
            throw Error($"'{text[begin.._position]}' is no number of 64 bits");
        return isNegative ? unchecked(0 - number) : number;
    }

    /// <summary>A text in quotes, with the escapes of C, as UTF-8.</summary>
    /// <exception cref="InputException">It does not end, or has an escape that is not known.</exception>
    public byte[] Text()
    {
        Take("\"");
        var bytes = new List<byte>();
        while (_position < text.Length && text[_position] != '"')
        {
            if (text[_position] == '\\')
            {
                bytes.Add(Escape());
                continue;
            }

            var length = char.IsSurrogatePair(text, _position) ? 2 : 1;
            bytes.AddRange(Encoding.UTF8.GetBytes(text.Substring(_position, length)));
            _position += length;
        }

        return _position < text.Length ? Ended(bytes) : throw Error("the text does not end");
    }

    /// <summary>Everything up to a mark, which is taken too.</summary>
    /// <exception cref="InputException">It does not come.</exception>
    public string Until(char mark)
    {
        var end = text.IndexOf(mark, _position);
        if (end < 0)
            throw Error($"expected '{mark}'");
        var taken = text[_position..end];
        _position = end + 1;
        return taken;
    }

    /// <summary>What is wrong at this place.</summary>
    public InputException Error(string reason) => new($"{place}: {reason} at '{(_position < text.Length ? text[_position..Math.Min(text.Length, _position + 20)] : "the end")}'");

    private byte[] Ended(List<byte> bytes)
    {
        _position++;
        return [.. bytes];
    }

    private ulong Character()
    {
        if (_position >= text.Length)
            throw Error("expected a character");
        var character = text[_position] == '\\' ? Escape() : (byte)text[_position++];
        Take("'");
        return character;
    }

    private byte Escape()
    {
        _position++;
        var letter = _position < text.Length ? text[_position++] : '\0';
        if (letter == 'x')
        {
            if (_position + 2 > text.Length || !byte.TryParse(text.AsSpan(_position, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
                throw Error("expected two hexadecimal digits");
            _position += 2;
            return value;
        }

        return letter switch
        {
            'n' => (byte)'\n',
            't' => (byte)'\t',
            'r' => (byte)'\r',
            '0' => 0,
            '\\' or '"' or '\'' => (byte)letter,
            _ => throw Error($"the escape '\\{letter}' is not known"),
        };
    }
}
