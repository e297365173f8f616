namespace Recommender.Core.Evaluation.Intervals;

/// <summary>
/// One metric for each person: the mean over persons, each counted by a weight, is the metric of the model. A root mean square keeps the
/// persons' mean squares and takes the root at the end.
/// </summary>
public sealed class PersonValues(float[] values, float[] weights, bool isRoot = false)
{
    /// <summary>The value of each person; NaN where the metric says nothing of them.</summary>
    public PersonValues(float[] values) : this(values, [])
    {
    }

    /// <summary>How many persons.</summary>
    public int Count => values.Length;

    /// <summary>Each person's mean, before a root is taken.</summary>
    public ReadOnlyMemory<float> Values => values;

    /// <summary>How much each person counts, such as the number of their ratings; empty when all alike.</summary>
    public ReadOnlyMemory<float> Weights => weights;

    /// <summary>What the metric says of one person; NaN for nothing.</summary>
    public float this[int person] => weights.Length > 0 && weights[person] == 0 ? float.NaN : isRoot ? MathF.Sqrt(values[person]) : values[person];

    /// <summary>The metric of all persons; NaN when it says nothing of anybody.</summary>
    public double Mean()
    {
        var (sum, weight) = (0.0, 0.0);
        for (var person = 0; person < values.Length; person++)
        {
            if (float.IsNaN(values[person])) continue;

            double counts = weights.Length > 0 ? weights[person] : 1;
            sum += counts * values[person];
            weight += counts;
        }
        return Finish(sum, weight);
    }

    /// <summary>The metric from the sum of weighted values and the sum of weights.</summary>
    internal double Finish(double sum, double weight) => isRoot ? Math.Sqrt(sum / weight) : sum / weight;

    /// <summary>Weight times value and weight of each person, 0 where the metric says nothing.</summary>
    internal (float[] Sums, float[] Weights) Terms()
    {
        var (sums, counts) = (new float[values.Length], new float[values.Length]);
        for (var person = 0; person < values.Length; person++)
        {
            if (float.IsNaN(values[person])) continue;

            counts[person] = weights.Length > 0 ? weights[person] : 1;
            sums[person] = counts[person] * values[person];
        }
        return (sums, counts);
    }
}
