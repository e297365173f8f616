namespace Recommender.Engine.Filters.Parsing;

/// <summary>Goes through the pieces of a filter.</summary>
sealed class Cursor(List<Token> tokens)
{
    int _at;

    public Token Next => tokens[_at];

    /// <summary>Behind the piece that was taken last.</summary>
    public int End => _at == 0 ? 0 : tokens[_at - 1].End;

    public Token Take() => tokens[_at].Kind == TokenKind.End ? tokens[_at] : tokens[_at++];

    /// <summary>Takes the next piece when it is this word.</summary>
    public bool TakeWord(string word)
    {
        if (!Next.Is(word)) return false;

        Take();
        return true;
    }

    /// <summary>Takes the next piece when it is this sign.</summary>
    public bool TakeSign(string sign)
    {
        if (!Next.IsSign(sign)) return false;

        Take();
        return true;
    }

    /// <summary>Takes this sign, or says what misses it.</summary>
    public void Expect(string sign, string purpose)
    {
        if (!TakeSign(sign)) throw Next.Wrong($"{purpose} needs '{sign}' here, and there is {Next.Shown}.");
    }
}
