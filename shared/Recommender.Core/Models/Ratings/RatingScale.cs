using Recommender.Core.Models.Tensors;

namespace Recommender.Core.Models.Ratings;

/// <summary>How ratings are given: their mean and standard deviation, and the ends of the range that predictions keep to.</summary>
public sealed record RatingScale(float Mean, float Deviation, float Lowest, float Highest)
{
    /// <summary>The scale of these ratings; all equal, they deviate by 1 by definition.</summary>
    public static RatingScale Of(ReadOnlySpan<float> ratings)
    {
        var (sum, squares, lowest, highest) = (0.0, 0.0, float.PositiveInfinity, float.NegativeInfinity);
        foreach (var rating in ratings)
        {
            sum += rating;
            (lowest, highest) = (Math.Min(lowest, rating), Math.Max(highest, rating));
        }
        var mean = sum / ratings.Length;
        foreach (var rating in ratings) squares += (rating - mean) * (rating - mean);
        var deviation = lowest < highest ? Math.Sqrt(squares / ratings.Length) : 1;
        return new((float)mean, (float)deviation, lowest, highest);
    }

    /// <summary>A rating in deviations from the mean.</summary>
    public float Standard(float rating) => (rating - Mean) / Deviation;

    /// <summary>The rating that a standardised one stands for, inside the range.</summary>
    public float Rating(float standard) => Math.Clamp(Mean + Deviation * standard, Lowest, Highest);

    internal static RatingScale Read(TensorReader tensors)
    {
        var numbers = tensors.Numbers<float>("scale").Span;
        return new(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    internal void Write(TensorWriter tensors) => tensors.Add<float>("scale", new[] { Mean, Deviation, Lowest, Highest });
}
