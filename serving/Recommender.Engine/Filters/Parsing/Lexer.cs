using System.Globalization;
using System.Text;

namespace Recommender.Engine.Filters.Parsing;

/// <summary>Cuts a filter into words, numbers, texts and signs.</summary>
sealed class Lexer
{
    readonly string _text;
    readonly List<Token> _tokens = [];
    int _at;

    Lexer(string text) => _text = text;

    public static List<Token> Read(string text)
    {
        if (text.Length > Filter.MostLetters)
            throw new FilterException(Filter.MostLetters + 1, $"the text has {text.Length} letters and may have {Filter.MostLetters}; shorten it.");

        var lexer = new Lexer(text);
        while (lexer.Next())
        {
        }
        return lexer._tokens;
    }

    bool Next()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
        if (_at == _text.Length)
        {
            Add(TokenKind.End, _at, "");
            return false;
        }
        var letter = _text[_at];
        if (char.IsAsciiLetter(letter) || letter == '_') Word();
        else if (char.IsAsciiDigit(letter) || (letter is '-' or '+' or '.' && char.IsAsciiDigit(Ahead(1)))
            || (letter is '-' or '+' && Ahead(1) == '.' && char.IsAsciiDigit(Ahead(2)))) Number();
        else if (letter is '"' or '\'') Text(letter);
        else Sign(letter);
        return true;
    }

    void Word()
    {
        var start = _at;
        while (char.IsAsciiLetterOrDigit(Ahead(0)) || Ahead(0) == '_') _at++;
        Add(TokenKind.Word, start, _text[start.._at]);
    }

    void Number()
    {
        var start = _at++;
        while (char.IsAsciiDigit(Ahead(0)) || Ahead(0) == '.') _at++;
        var exponent = Ahead(0) is 'e' or 'E' ? Ahead(1) is '-' or '+' ? 2 : 1 : 0;
        if (exponent > 0 && char.IsAsciiDigit(Ahead(exponent)))
        {
            _at += exponent;
            while (char.IsAsciiDigit(Ahead(0))) _at++;
        }
        var end = _at;
        var isPercent = Ahead(0) == '%';
        if (isPercent) _at++;
        if (!double.TryParse(_text.AsSpan(start, end - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)
            || char.IsAsciiLetter(Ahead(0)) || Ahead(0) == '_')
            throw new FilterException(start + 1, $"'{_text[start..Math.Min(_text.Length, _at + 1)]}' is no number; write it as in 12.5, without units.");

        Add(isPercent ? TokenKind.Percent : TokenKind.Number, start, _text[start.._at], number);
    }

    void Text(char quote)
    {
        var (start, text) = (_at++, new StringBuilder());
        for (; Ahead(0) != quote; _at++)
        {
            if (_at == _text.Length) throw new FilterException(start + 1, $"the text that begins here has no end; close it with {quote}.");
            text.Append(_text[_at] == '\\' ? Escaped() : _text[_at]);
        }
        _at++;
        Add(TokenKind.Text, start, text.ToString());
    }

    char Escaped()
    {
        _at++;
        return Ahead(0) switch
        {
            '"' or '\'' or '\\' when _at < _text.Length => _text[_at],
            'n' => '\n',
            't' => '\t',
            _ => throw new FilterException(_at, @"a \ in a text is followed by "", ', \, n or t; write \\ for the letter itself."),
        };
    }

    void Sign(char letter)
    {
        var start = _at++;
        var pair = $"{letter}{Ahead(0)}";
        if (pair is "==" or "<>" or "&&" or "||" or "=<" or "=>" || (letter is '!' && pair is not "!=") || letter is '&' or '|')
            throw new FilterException(start + 1, Instead(letter, pair));

        if (pair is "!=" or "<=" or ">=") _at++;
        else if (letter is not ('(' or ')' or ',' or '=' or '<' or '>' or '.'))
            throw new FilterException(start + 1, $"{Shown(letter)} means nothing here; texts stand in quotes, and attributes are written with letters, digits and _.");

        Add(TokenKind.Sign, start, _text[start.._at]);
    }

    static string Instead(char letter, string pair) => pair switch
    {
        "==" => "'==' is written '='.",
        "<>" => "'<>' is written '!='.",
        "=<" => "'=<' is written '<='.",
        "=>" => "'=>' is written '>='.",
        _ => letter switch
        {
            '&' => "'&' is written 'and'.",
            '|' => "'|' is written 'or'.",
            _ => "'!' is written 'not', or '!=' between two values.",
        },
    };

    static string Shown(char letter) => char.IsControl(letter) || char.IsSurrogate(letter) ? $"The character U+{(int)letter:X4}" : $"'{letter}'";

    // The zero character stands for what is behind the end; in the text itself it means nothing anywhere but in quotes.
    char Ahead(int letters) => _at + letters < _text.Length ? _text[_at + letters] : '\0';

    void Add(TokenKind kind, int start, string text, double number = 0) => _tokens.Add(new(kind, start, _at, text, number));
}
