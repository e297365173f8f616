namespace Recommender.Tests.Engine.Filters;

/// <summary>
/// A condition made at random, with its text and with its truth worked out in Kleene's three values from the plain values of items:
/// what the filter language must agree with, written without a look at how it works.
/// </summary>
sealed record Guess(string Text, Func<Dictionary<string, object?>, Dictionary<string, object?>, bool?> Truth)
{
    static readonly string[] Words = ["Hair", "skin", "HAIR", "Soap & Co", "L'Or\"eal", "a\\b", "KÖRPER", "nothing", "a"];
    static readonly string[] Numbers = ["price", "cost", "size"];
    static readonly string[] Texts = ["category", "brand", "name", "colour"];

    public static Guess Random(Random random, int depth) => depth == 0 ? Term(random) : random.Next(4) switch
    {
        0 => Joined(random, depth, "and", (left, right) => left == false || right == false ? false : left is null || right is null ? null : true),
        1 => Joined(random, depth, "or", (left, right) => left == true || right == true ? true : left is null || right is null ? null : false),
        2 => Not(Random(random, depth - 1)),
        _ => Term(random),
    };

    static Guess Joined(Random random, int depth, string word, Func<bool?, bool?, bool?> join)
    {
        var (left, right) = (Random(random, depth - 1), Random(random, depth - 1));
        return new($"({left.Text}) {word} ({right.Text})", (item, anchor) => join(left.Truth(item, anchor), right.Truth(item, anchor)));
    }

    static Guess Not(Guess guess) => new($"not ({guess.Text})", (item, anchor) => !guess.Truth(item, anchor));

    static Guess Term(Random random) => random.Next(10) switch
    {
        0 or 1 => Compared(random),
        2 => Range(random),
        3 => NumberIn(random),
        4 => TextIn(random),
        5 => TextAgainstAnchor(random),
        6 => Contains(random),
        7 => new("vegan", (item, _) => item["vegan"] is true),
        8 => ListContains(random),
        _ => Missing(random),
    };

    static Guess Compared(Random random)
    {
        (string Sign, Func<double, double, bool> Is)[] signs =
            [("=", (a, b) => a == b), ("!=", (a, b) => a != b), ("<", (a, b) => a < b), ("<=", (a, b) => a <= b), (">", (a, b) => a > b), (">=", (a, b) => a >= b)];
        var (attribute, (sign, holds), number, other) = (Pick(random, Numbers), Pick(random, signs), random.Next(-2, 6), Pick(random, Numbers));
        return random.Next(3) switch
        {
            0 => new($"{attribute} {sign} {number}", (item, _) => Both(item[attribute], (double)number, holds)),
            1 => new($"{attribute} {sign} {other}", (item, _) => Both(item[attribute], item[other], holds)),
            _ => new($"{attribute} {sign} 50% of anchor.{other}", (item, anchor) => Both(item[attribute], anchor[other] is double of ? of * 50 / 100 : null, holds)),
        };
    }

    static Guess Range(Random random)
    {
        var (attribute, low, isNot) = (Pick(random, Numbers), random.Next(-2, 4), random.Next(2) == 0);
        var high = low + random.Next(4);
        return new($"{attribute} {(isNot ? "not " : "")}between {low} and {high}", (item, _) => item[attribute] is double number ? (number >= low && number <= high) != isNot : null);
    }

    static Guess NumberIn(Random random)
    {
        var (attribute, isNot) = (Pick(random, Numbers), random.Next(2) == 0);
        double[] among = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (double)random.Next(-2, 6))];
        return new($"{attribute} {(isNot ? "not " : "")}in ({string.Join(',', among)})", (item, _) => item[attribute] is double number ? among.Contains(number) != isNot : null);
    }

    static Guess TextIn(Random random)
    {
        var (attribute, isNot) = (Pick(random, Texts), random.Next(2) == 0);
        string[] among = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(random, Words))];
        return new($"{attribute} {(isNot ? "not " : "")}in ({string.Join(", ", among.Select(word => Quoted(random, word)))})",
            (item, _) => item[attribute] is string text ? among.Any(word => Same(word, text)) != isNot : null);
    }

    static Guess TextAgainstAnchor(Random random)
    {
        var (attribute, other, isNot) = (Pick(random, Texts), Pick(random, Texts), random.Next(2) == 0);
        return new($"{attribute} {(isNot ? "!=" : "=")} anchor.{other}",
            (item, anchor) => item[attribute] is string text && anchor[other] is string asked ? Same(text, asked) != isNot : null);
    }

    static Guess Contains(Random random)
    {
        var (attribute, part, isNot) = (Pick(random, Texts), Pick(random, Words), random.Next(2) == 0);
        return new($"{attribute} {(isNot ? "not " : "")}contains {Quoted(random, part)}",
            (item, _) => item[attribute] is string text ? text.ToUpperInvariant().Contains(part.ToUpperInvariant(), StringComparison.Ordinal) != isNot : null);
    }

    static Guess ListContains(Random random)
    {
        var word = Pick(random, Words);
        return new($"tags contains {Quoted(random, word)}", (item, _) => item["tags"] is string[] tags && tags.Any(tag => Same(tag, word)));
    }

    static Guess Missing(Random random)
    {
        var attribute = Pick(random, [.. Numbers, .. Texts, "vegan", "tags"]);
        return new($"{attribute} is missing", (item, _) => item[attribute] is null);
    }

    static bool? Both(object? left, object? right, Func<double, double, bool> holds) => left is double a && right is double b ? holds(a, b) : null;

    static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    static string Quoted(Random random, string text)
    {
        var quote = random.Next(2) == 0 ? "\"" : "'";
        return quote + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(quote, "\\" + quote, StringComparison.Ordinal) + quote;
    }

    static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
