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

    /// <summary>Whether the metric is the root of the mean.</summary>
    public bool IsRoot => isRoot;

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

    /// <summary>These persons alone, in this order.</summary>
    public PersonValues Of(int[] persons) =>
        new(Array.ConvertAll(persons, person => values[person]), weights.Length == 0 ? [] : Array.ConvertAll(persons, person => weights[person]), isRoot);

    /// <summary>The metric from the sum of weighted values and the sum of weights.</summary>
    internal double Finish(double sum, double weight) => isRoot ? Math.Sqrt(sum / weight) : sum / weight;

    /// <summary>The weights of the persons from <paramref name="first"/> on, 0 where the metric says nothing.</summary>
    internal void CopyWeights(int first, Span<float> target)
    {
        for (var place = 0; place < target.Length; place++) target[place] = Weight(first + place);
    }

    /// <summary>The weighted values of the persons from <paramref name="first"/> on, 0 where the metric says nothing.</summary>
    internal void CopySums(int first, Span<float> target)
    {
        for (var place = 0; place < target.Length; place++)
        {
            var weight = Weight(first + place);
            target[place] = weight == 0 ? 0 : weight * values[first + place];
        }
    }

    /// <summary>Whether every person counts as much in the other metric.</summary>
    internal bool CountsLike(PersonValues other)
    {
        for (var person = 0; person < values.Length; person++)
        {
            if (Weight(person) != other.Weight(person)) return false;
        }
        return true;
    }

    float Weight(int person) => float.IsNaN(values[person]) ? 0 : weights.Length == 0 ? 1 : weights[person];
}
