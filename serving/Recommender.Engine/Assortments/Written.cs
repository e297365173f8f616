using System.Globalization;

namespace Recommender.Engine.Assortments;

/// <summary>Numbers as a person would write them.</summary>
static class Written
{
    const int LongestFloat = 32;

    /// <summary>The decimal number that a float stands for: 19.99, where the plain conversion gives 19.989999771.</summary>
    public static double AsDouble(float number)
    {
        if (number == MathF.Truncate(number) || !float.IsFinite(number)) return number;

        Span<char> letters = stackalloc char[LongestFloat];
        return number.TryFormat(letters, out var written, "R", CultureInfo.InvariantCulture)
            ? double.Parse(letters[..written], NumberStyles.Float, CultureInfo.InvariantCulture) : number;
    }
}
