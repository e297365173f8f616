using Recommender.Engine.Filters.Attributes;
using Recommender.Engine.Filters.Syntax;

namespace Recommender.Engine.Filters.Parsing;

/// <summary>Reads what is asked of a text.</summary>
sealed class TextTerms(Cursor cursor, Operands operands)
{
    static readonly string[] Operators = ["=", "!=", "in", "not in", "contains", "not contains", "is missing", "is present"];

    public Node Read(Token first, TextAttribute attribute)
    {
        var isNot = cursor.TakeWord("not");
        if (cursor.TakeWord("in"))
        {
            var texts = Texts(attribute.Name);
            return new TextMembership(new(first.Start, cursor.End), attribute, texts, isNot);
        }
        if (cursor.TakeWord("contains"))
        {
            var part = operands.Text(attribute.Name, isOfItemAllowed: false, attribute);
            return new TextContains(new(first.Start, cursor.End), attribute, part, isNot);
        }
        var isUnequal = cursor.Next.IsSign("!=");
        if (isNot || !(isUnequal || cursor.Next.IsSign("="))) throw Terms.NoOperator(cursor.Next, $"{attribute.Name}, a text", Operators);

        cursor.Take();
        var operand = operands.Text(attribute.Name, isOfItemAllowed: true, attribute);
        return new TextComparison(new(first.Start, cursor.End), attribute, operand, isUnequal);
    }

    List<string> Texts(string attribute)
    {
        cursor.Expect("(", "'in'");
        var texts = new List<string>();
        do
        {
            var token = cursor.Take();
            if (token.Kind != TokenKind.Text) throw Operands.NoText(token, attribute);
            texts.Add(token.Text);
        }
        while (cursor.TakeSign(","));
        cursor.Expect(")", "the list of 'in'");
        return texts;
    }
}
