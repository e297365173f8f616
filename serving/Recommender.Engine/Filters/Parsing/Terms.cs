using Recommender.Core;
using Recommender.Engine.Assortments;
using Recommender.Engine.Filters.Attributes;
using Recommender.Engine.Filters.Syntax;

namespace Recommender.Engine.Filters.Parsing;

/// <summary>Reads one term: an attribute and what is asked of it.</summary>
sealed class Terms(Cursor cursor, Assortment assortment)
{
    readonly Operands _operands = new(cursor, assortment);

    public Node Read()
    {
        var first = cursor.Next;
        if (first.Kind != TokenKind.Word) throw first.Wrong(first.Kind == TokenKind.End ? "a condition is missing here."
            : $"a condition begins with an attribute, and here is {first.Shown}; write it as in price < 50.");

        cursor.Take();
        var attribute = _operands.Resolve(first, ["not"]);
        if (cursor.TakeWord("is")) return Presence(first, attribute);

        return attribute switch
        {
            NumberAttribute number => new NumberTerms(cursor, _operands).Read(first, number),
            TextAttribute text => new TextTerms(cursor, _operands).Read(first, text),
            ListAttribute list => List(first, list),
            _ => Flag(first, (FlagAttribute)attribute),
        };
    }

    /// <summary>An error about what should have been an operator.</summary>
    public static FilterException NoOperator(Token token, string attribute, string[] operators) => token.Wrong(
        $"{token.Shown} cannot be asked of {attribute}; use {string.Join(", ", operators[..^1])} or {operators[^1]}."
        + (token.Kind == TokenKind.Word ? Suggestion.For(token.Text, operators) : ""));

    Presence Presence(Token first, ItemAttribute attribute)
    {
        var isNot = cursor.TakeWord("not");
        var word = cursor.Take();
        if (!word.Is("missing") && !word.Is("present"))
            throw word.Wrong($"'is' is followed by 'missing' or 'present', and here is {word.Shown}; for a value use '='." + Suggestion.For(word.Text, ["missing", "present"]));

        return new(new(first.Start, cursor.End), attribute, word.Is("present") != isNot);
    }

    ListContains List(Token first, ListAttribute attribute)
    {
        var isNot = cursor.TakeWord("not");
        if (!cursor.TakeWord("contains")) throw NoOperator(cursor.Next, $"{attribute.Name}, a list", ["contains", "not contains", "is missing", "is present"]);

        var text = _operands.Text(attribute.Name, isOfItemAllowed: false);
        return new(new(first.Start, cursor.End), attribute, text, isNot);
    }

    FlagIs Flag(Token first, FlagAttribute attribute)
    {
        var isNot = cursor.Next.IsSign("!=");
        var flag = true;
        if (isNot || cursor.Next.IsSign("="))
        {
            cursor.Take();
            var value = cursor.Take();
            if (!value.Is("true") && !value.Is("false")) throw value.Wrong($"{attribute.Name} is true or false, and here is {value.Shown}." + Suggestion.For(value.Text, ["true", "false"]));
            flag = value.Is("true");
        }
        else if (!(cursor.Next.Kind == TokenKind.End || cursor.Next.IsSign(")") || cursor.Next.Is("and") || cursor.Next.Is("or")))
        {
            throw NoOperator(cursor.Next, $"{attribute.Name}, which is true or false", ["=", "!=", "is missing", "is present"]);
        }
        return new(new(first.Start, cursor.End), attribute, flag != isNot);
    }
}
