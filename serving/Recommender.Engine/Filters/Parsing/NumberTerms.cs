using Recommender.Engine.Filters.Attributes;
using Recommender.Engine.Filters.Syntax;

namespace Recommender.Engine.Filters.Parsing;

/// <summary>Reads what is asked of a number.</summary>
sealed class NumberTerms(Cursor cursor, Operands operands)
{
    static readonly string[] Operators = ["=", "!=", "<", "<=", ">", ">=", "in", "not in", "between", "not between", "is missing", "is present"];

    public Node Read(Token first, NumberAttribute attribute)
    {
        var isNot = cursor.TakeWord("not");
        if (cursor.TakeWord("in"))
        {
            var numbers = Numbers(attribute.Name);
            return new NumberMembership(new(first.Start, cursor.End), attribute, numbers, isNot);
        }
        if (cursor.TakeWord("between"))
        {
            var (low, high) = operands.Range(attribute);
            return new NumberRange(new(first.Start, cursor.End), attribute, low, high, isNot);
        }
        if (isNot || Asked(cursor.Next) is not { } comparison) throw Terms.NoOperator(cursor.Next, $"{attribute.Name}, a number", Operators);

        cursor.Take();
        var operand = operands.Number(attribute);
        return new NumberComparison(new(first.Start, cursor.End), attribute, comparison, operand);
    }

    double[] Numbers(string attribute)
    {
        cursor.Expect("(", "'in'");
        var numbers = new List<double>();
        do
        {
            var token = cursor.Take();
            if (token.Kind != TokenKind.Number) throw Operands.NoNumber(token, attribute);
            numbers.Add(token.Number);
        }
        while (cursor.TakeSign(","));
        cursor.Expect(")", "the list of 'in'");
        return [.. numbers];
    }

    static Comparison? Asked(Token token) => token.Kind != TokenKind.Sign ? null : token.Text switch
    {
        "=" => Comparison.Equal,
        "!=" => Comparison.NotEqual,
        "<" => Comparison.Less,
        "<=" => Comparison.AtMost,
        ">" => Comparison.Greater,
        ">=" => Comparison.AtLeast,
        _ => null,
    };
}
