using Recommender.Engine.Assortments;
using Recommender.Engine.Filters.Syntax;

namespace Recommender.Engine.Filters.Parsing;

/// <summary>Reads terms joined by <c>or</c>, <c>and</c> (which binds more tightly), <c>not</c> and parentheses.</summary>
sealed class Parser
{
    readonly Cursor _cursor;
    readonly Terms _terms;
    int _depth;

    Parser(Cursor cursor, Assortment assortment) => (_cursor, _terms) = (cursor, new(cursor, assortment));

    public static Node Parse(string text, Assortment assortment)
    {
        var cursor = new Cursor(Lexer.Read(text));
        if (cursor.Next.Kind == TokenKind.End) throw cursor.Next.Wrong("there is no condition; write one as in price < 50, or leave the filter out.");

        var root = new Parser(cursor, assortment).Joined("or");
        if (cursor.Next.Kind == TokenKind.End) return root;
        if (cursor.Next.IsSign(")")) throw cursor.Next.Wrong("this ')' closes nothing; take it away, or open a parenthesis before it.");

        throw cursor.Next.Wrong($"{cursor.Next.Shown} cannot follow a condition; join two conditions with 'and' or 'or'."
            + (cursor.Next.Kind == TokenKind.Word ? Core.Suggestion.For(cursor.Next.Text, ["and", "or"]) : ""));
    }

    Node Joined(string word)
    {
        var start = _cursor.Next.Start;
        var isAnd = word == "and";
        List<Node> parts = [isAnd ? Single() : Joined("and")];
        while (_cursor.TakeWord(word)) parts.Add(isAnd ? Single() : Joined("and"));
        return parts.Count == 1 ? parts[0] : new Junction(new(start, _cursor.End), parts, isAnd);
    }

    Node Single()
    {
        var first = _cursor.Next;
        if (first.Is("not"))
        {
            Deeper(first);
            _cursor.Take();
            var part = Single();
            _depth--;
            return new Negation(new(first.Start, _cursor.End), part);
        }
        if (!first.IsSign("(")) return _terms.Read();

        Deeper(first);
        _cursor.Take();
        var inner = Joined("or");
        _cursor.Expect(")", $"the '(' at character {first.Start + 1}");
        _depth--;
        return inner;
    }

    void Deeper(Token token)
    {
        if (++_depth > Filter.MostDepth) throw token.Wrong($"parentheses and 'not' go deeper than {Filter.MostDepth} here; write the condition flatter.");
    }
}
