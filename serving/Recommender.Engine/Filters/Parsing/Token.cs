namespace Recommender.Engine.Filters.Parsing;

/// <summary>A piece of a filter: its place is <c>[Start, End)</c>, counted from 0.</summary>
readonly record struct Token(TokenKind Kind, int Start, int End, string Text, double Number = 0)
{
    /// <summary>Whether it is this word of the language, in any case.</summary>
    public bool Is(string word) => Kind == TokenKind.Word && string.Equals(Text, word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is this sign.</summary>
    public bool IsSign(string sign) => Kind == TokenKind.Sign && string.Equals(Text, sign, StringComparison.Ordinal);

    /// <summary>What a person sees there.</summary>
    public string Shown => Kind == TokenKind.End ? "the end" : Kind == TokenKind.Text ? $"the text \"{Text}\"" : $"'{Text}'";

    /// <summary>An error at this place.</summary>
    public FilterException Wrong(string fault) => new(Start + 1, fault);
}
