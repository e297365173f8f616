using System.Globalization;
using Recommender.Core;
using Recommender.Core.Numerics;
using Recommender.Training.Trainers;

namespace Recommender.Training.Tuning;

/// <summary>Where one option is searched: <c>lambda=10..2000</c>, <c>epochs=5..30</c> or a choice <c>half_life=0|30|90</c>.</summary>
sealed record SearchRange(string Option, IReadOnlyList<string> Choices, double Low = 0, double High = 0, bool IsWhole = false)
{
    // Above this ratio of the ends, orders of magnitude are searched evenly instead of values.
    const double WideRatio = 20;

    /// <summary>Reads one range; what cannot be read is an error with an example.</summary>
    public static SearchRange Parse(string text)
    {
        var sign = text.IndexOf('=', StringComparison.Ordinal);
        if (sign <= 0) throw Misspelt(text);

        var (option, range) = (text[..sign].Trim(), text[(sign + 1)..].Trim());
        if (range.Split("..") is not [var from, var to]) return range.Length == 0 ? throw Misspelt(text) : new(option, range.Split('|', StringSplitOptions.TrimEntries));
        if (!double.TryParse(from, CultureInfo.InvariantCulture, out var low) || !double.TryParse(to, CultureInfo.InvariantCulture, out var high) || !(low < high) || !double.IsFinite(low) || !double.IsFinite(high)) throw Misspelt(text);

        return new(option, [], low, high, IsWhole: !from.Contains('.', StringComparison.Ordinal) && !to.Contains('.', StringComparison.Ordinal));
    }

    /// <summary>Its choices, or its two ends: when the trainer takes these it takes everything between.</summary>
    public IReadOnlyList<string> Ends => Choices.Count > 0 ? Choices : [Low.ToString(CultureInfo.InvariantCulture), High.ToString(CultureInfo.InvariantCulture)];

    /// <summary>The range as it is written.</summary>
    public string Words => Choices.Count > 0 ? string.Join('|', Choices) : string.Join("..", Ends);

    /// <summary>A value at random.</summary>
    public string Draw(RandomStream random)
    {
        if (Choices.Count > 0) return Choices[random.Below(Choices.Count)];

        var share = random.NextDouble();
        var value = Low > 0 && High / Low >= WideRatio ? Low * Math.Pow(High / Low, share) : Low + share * (High - Low);
        return (IsWhole ? Math.Round(value) : Rounded(value)).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The ranges of one search, parted by commas outside of brackets.</summary>
    public static IReadOnlyList<SearchRange> ParseList(string text) => [.. TrainerSpec.Parts(text, ',').Select(Parse)];

    // Three digits say all that a search can know.
    static double Rounded(double value) => value == 0 ? 0 : double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    static UserErrorException Misspelt(string text) =>
        new($"'{text}' is no range to search. Write option=low..high or option=a|b|c, such as \"lambda=10..2000,half_life=0|30|90\".");
}
