using System.Globalization;

namespace Recommender.Training.Views.Pictures;

/// <summary>Colours of the pictures: grey at chance, red above it, blue below it, on a logarithmic scale.</summary>
static class Shade
{
    const double Deepest = 4;   // doublings of chance after which the colour deepens no more

    static readonly (int R, int G, int B) Chance = (205, 205, 210);
    static readonly (int R, int G, int B) Above = (200, 30, 45);
    static readonly (int R, int G, int B) Below = (40, 90, 200);

    /// <summary>The colour of a lift.</summary>
    public static string OfLift(double lift)
    {
        var share = Math.Clamp(Math.Log2(Math.Max(lift, 1e-9)) / Deepest, -1, 1);
        var to = share < 0 ? Below : Above;
        return string.Create(CultureInfo.InvariantCulture, $"#{Mix(Chance.R, to.R, share):x2}{Mix(Chance.G, to.G, share):x2}{Mix(Chance.B, to.B, share):x2}");
    }

    static int Mix(int from, int to, double share) => (int)Math.Round(from + (to - from) * Math.Abs(share));
}
