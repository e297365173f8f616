using System.Globalization;
using Recommender.Core;

namespace Recommender.Storage.Baskets;

/// <summary>Months of the year, whichever year: those from one to another, past December too, or some of them.</summary>
public sealed record Season
{
    const int Months = 12;

    static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["spring"] = "3-5", ["summer"] = "6-8", ["autumn"] = "9-11", ["fall"] = "9-11", ["winter"] = "12-2",
    };

    Season(string text, int mask) => (Text, Mask) = (text, mask);

    /// <summary>As it was given.</summary>
    public string Text { get; }

    /// <summary>Bit m - 1 stands for month m.</summary>
    internal int Mask { get; }

    /// <summary>Reads months: 11-12, 12-2, 6, 1,4,7 or spring, summer, autumn, winter as in the north.</summary>
    public static Season Parse(string text)
    {
        var mask = 0;
        foreach (var part in (Names.GetValueOrDefault(text.Trim()) ?? text).Split(','))
        {
            var ends = part.Split('-');
            var (first, last) = (Month(text, ends[0]), Month(text, ends[^1]));
            if (ends.Length > 2) throw Wrong(text);
            for (var month = first; ; month = month % Months + 1)
            {
                mask |= 1 << (month - 1);
                if (month == last) break;
            }
        }
        return new(text.Trim(), mask);
    }

    /// <summary>As it was given.</summary>
    public override string ToString() => Text;

    static int Month(string text, string part) => int.TryParse(part.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= Months ? month
        : throw Wrong(text);

    static UserErrorException Wrong(string text) =>
        new($"'{text}' is no season.{Suggestion.For(text, Names.Keys)} Give months from 1 to 12 as in 11-12, 12-2 or 1,4,7; or spring, summer, autumn or winter.");
}
