using System.Globalization;
using System.Numerics.Tensors;
using Recommender.Core.Models.Tensors;

namespace Recommender.Core.Models.Factors.OneClass;

/// <summary>
/// What one-class factorization minimises: Σ over bought pairs ℓ₊(s) + unobserved Σ over all other pairs ℓ₋(s) + Σ of rows ½ λ |row|², where
/// s = offset + x·y and λ = regularization (bought pairs of the row + unobserved · rows of the other side). The offset is the log-odds of an
/// average pair, so that vectors tell only how pairs differ; it is 0 for the squared loss.
/// </summary>
public sealed record OneClassObjective(OneClassLoss Loss, float Unobserved, float Regularization, float Offset)
{
    /// <summary>λ of a row.</summary>
    public float Lambda(int bought, int others) => Regularization * (bought + Unobserved * others);

    /// <summary>ℓ₊'(s).</summary>
    public float BoughtSlope(float score) => Loss == OneClassLoss.Logistic ? -1 / (1 + MathF.Exp(score)) : score - 1;

    /// <summary>ℓ₊''(s), which is also ℓ₋''(s).</summary>
    public float Curvature(float score)
    {
        if (Loss == OneClassLoss.Squared) return 1;

        var odds = MathF.Exp(-Math.Abs(score));
        return odds / ((1 + odds) * (1 + odds));
    }

    /// <summary>Replaces scores by ℓ₋'(s) and returns the mean of ℓ₋''(s).</summary>
    public float OtherSlopes(Span<float> scores)
    {
        if (Loss == OneClassLoss.Squared) return 1;

        TensorPrimitives.Sigmoid(scores, scores);
        return (TensorPrimitives.Sum<float>(scores) - TensorPrimitives.SumOfSquares<float>(scores)) / scores.Length;   // σ' = σ - σ²
    }

    /// <summary>The loss of one row of scores, without the penalty; <paramref name="buffer"/> is as long as the scores.</summary>
    public double Of(ReadOnlySpan<float> scores, ReadOnlySpan<int> bought, Span<float> buffer)
    {
        var sum = Unobserved * Others(scores, buffer);
        foreach (var item in bought) sum += Bought(scores[item]) - Unobserved * Other(scores[item]);
        return sum;
    }

    internal static OneClassObjective Read(TensorReader tensors) => new(
        Enum.Parse<OneClassLoss>(tensors.RequiredNote("loss")), Number(tensors, "unobserved"), Number(tensors, "regularization"), Number(tensors, "offset"));

    internal void Write(TensorWriter tensors)
    {
        tensors.Note("loss", Loss.ToString());
        Note(tensors, "unobserved", Unobserved);
        Note(tensors, "regularization", Regularization);
        Note(tensors, "offset", Offset);
    }

    // Σ ℓ₋(s); log(1 + e^s) = max(s, 0) + log(1 + e^-|s|) never overflows.
    double Others(ReadOnlySpan<float> scores, Span<float> buffer)
    {
        if (Loss == OneClassLoss.Squared) return TensorPrimitives.SumOfSquares(scores) / 2;

        TensorPrimitives.Abs(scores, buffer);
        var positive = ((double)TensorPrimitives.Sum(scores) + TensorPrimitives.Sum<float>(buffer)) / 2;
        TensorPrimitives.Negate(buffer, buffer);
        TensorPrimitives.Exp(buffer, buffer);
        TensorPrimitives.LogP1(buffer, buffer);
        return positive + TensorPrimitives.Sum<float>(buffer);
    }

    double Bought(float score) => Loss == OneClassLoss.Logistic ? Other(-score) : (1 - score) * (1 - score) / 2;

    double Other(float score) => Loss == OneClassLoss.Logistic ? Math.Max(score, 0) + Math.Log(1 + Math.Exp(-Math.Abs(score))) : score * score / 2;

    static float Number(TensorReader tensors, string name) => float.Parse(tensors.RequiredNote(name), CultureInfo.InvariantCulture);

    static void Note(TensorWriter tensors, string name, float value) => tensors.Note(name, value.ToString("R", CultureInfo.InvariantCulture));
}
