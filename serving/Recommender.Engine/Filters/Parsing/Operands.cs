using Recommender.Core;
using Recommender.Engine.Assortments;
using Recommender.Engine.Filters.Attributes;
using Recommender.Engine.Filters.Syntax;

namespace Recommender.Engine.Filters.Parsing;

/// <summary>Reads what attributes are compared with, and the attributes themselves.</summary>
sealed class Operands(Cursor cursor, Assortment assortment)
{
    const int MostNamed = 20;

    /// <summary>The attribute that a word names.</summary>
    public ItemAttribute Resolve(Token word, IEnumerable<string>? otherWords = null)
    {
        if (AttributeNames.Find(word.Text, assortment) is { } attribute) return attribute;
        if (word.Is("anchor")) throw word.Wrong("the anchor stands on the right of a comparison, as in category = anchor.category.");

        string[] known = [.. AttributeNames.All(assortment)];
        var shown = known.Length > MostNamed ? $"{string.Join(", ", known[..MostNamed])} and {known.Length - MostNamed} more" : string.Join(", ", known);
        throw word.Wrong($"no item has an attribute '{word.Text}'." + Suggestion.For(word.Text, [.. known, .. otherWords ?? []]) + $" There are {shown}.");
    }

    /// <summary>A number, a percentage of the anchor's, or a number of the anchor or the item.</summary>
    public NumberOperand Number(NumberAttribute compared)
    {
        var token = cursor.Take();
        if (token.Kind == TokenKind.Number) return new(token.Number);
        if (token.Kind == TokenKind.Percent) return Percentage(token, compared);
        if (token.Kind != TokenKind.Word || token.Is("true") || token.Is("false")) throw NoNumber(token, compared.Name);

        if (token.Is("anchor")) return new(100, Anchored<NumberAttribute>(token, compared, "number"), token.Start + 1);

        return Resolve(token) is NumberAttribute other ? new(0, other) : throw NoNumber(token, compared.Name);
    }

    /// <summary>Both ends of a range, where the first percentage may leave out of what.</summary>
    public (NumberOperand Low, NumberOperand High) Range(NumberAttribute compared)
    {
        var first = cursor.Next;
        var isShort = first.Kind == TokenKind.Percent;
        if (isShort) cursor.Take();
        isShort = isShort && !cursor.Next.Is("of");
        var low = isShort ? null : first.Kind == TokenKind.Percent ? Percentage(first, compared) : Number(compared);
        if (!cursor.TakeWord("and")) throw cursor.Next.Wrong($"'between' needs two ends joined by 'and', and here is {cursor.Next.Shown}; write it as in between 10 and 20.");

        var high = Number(compared);
        if (isShort && high.AnchorPosition == 0) throw first.Wrong($"'{first.Text}' needs to say of what; write it as in between 80% and 150% of anchor.");

        low ??= high with { Number = first.Number };
        if (low.IsOfItem || high.IsOfItem) throw first.Wrong("the ends of 'between' are numbers or numbers of the anchor; compare two attributes of an item with <= and >=.");
        if (low.Attribute?.Name == high.Attribute?.Name && low.Number > high.Number)
            throw first.Wrong($"nothing is between {low.Number} and {high.Number}; put the smaller end first.");

        return (low, high);
    }

    /// <summary>A text, or a text of the anchor or the item.</summary>
    public TextOperand Text(string attribute, bool isOfItemAllowed, TextAttribute? compared = null)
    {
        var token = cursor.Take();
        if (token.Kind == TokenKind.Text) return new(token.Text);
        if (token.Is("anchor")) return new(null, Anchored(token, compared, "text"), token.Start + 1);
        if (isOfItemAllowed && token.Kind == TokenKind.Word && AttributeNames.Find(token.Text, assortment) is TextAttribute other) return new(null, other);

        throw NoText(token, attribute);
    }

    public static FilterException NoNumber(Token token, string attribute) => token.Wrong(token.Kind == TokenKind.End
        ? $"{attribute} is compared with a number, which is missing here."
        : $"{attribute} is a number, and here is {token.Shown}; write a number as in 12.5, without quotes or units.");

    public static FilterException NoText(Token token, string attribute) => token.Wrong(token.Kind == TokenKind.End
        ? $"{attribute} is compared with a text, which is missing here."
        : $"{attribute} is compared with a text, and here is {token.Shown}; texts stand in quotes, as in \"Hair\".");

    NumberOperand Percentage(Token percent, NumberAttribute compared)
    {
        if (!cursor.TakeWord("of")) throw percent.Wrong($"'{percent.Text}' needs to say of what; write it as in {percent.Text} of anchor.");

        var anchor = cursor.Take();
        if (!anchor.Is("anchor")) throw anchor.Wrong($"percentages are of the anchor, and here is {anchor.Shown}; write it as in {percent.Text} of anchor.");

        return new(percent.Number, Anchored<NumberAttribute>(anchor, compared, "number"), anchor.Start + 1);
    }

    // "anchor" alone means the attribute that it is compared with.
    T Anchored<T>(Token anchor, T? compared, string kind) where T : ItemAttribute
    {
        if (!cursor.TakeSign(".")) return compared ?? throw anchor.Wrong("say which of the anchor's attributes; write it as in anchor.category.");

        var word = cursor.Take();
        if (word.Kind != TokenKind.Word) throw word.Wrong("'anchor.' is followed by an attribute, as in anchor.category.");

        return Resolve(word) as T ?? throw word.Wrong($"{word.Text} is no {kind}, and a {kind} is compared here.");
    }
}
