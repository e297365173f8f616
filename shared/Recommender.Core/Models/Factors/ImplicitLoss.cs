using System.Globalization;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Tensors;

namespace Recommender.Core.Models.Factors;

/// <summary>
/// The loss of implicit least squares (Rendle et al., 2021): Σ over purchases c (1 - s)² + unobserved Σ over all pairs s² + Σ of rows λ |row|²,
/// where c is the purchase's weight and λ = regularization (purchases of the row + unobserved · rows of the other side)^exponent.
/// </summary>
public sealed record ImplicitLoss(double Regularization, double Unobserved, double Exponent, Weighting Weighting)
{
    /// <summary>λ of a row with so many purchases.</summary>
    public float Lambda(int purchases, int others) => (float)(Regularization * Math.Pow(purchases + Unobserved * others, Exponent));

    internal static ImplicitLoss Read(TensorReader tensors) => new(
        Number(tensors, "regularization"), Number(tensors, "unobserved"), Number(tensors, "exponent"),
        new(Enum.Parse<WeightBase>(tensors.RequiredNote("weight")), Number(tensors, "half_life"), Number(tensors, "power")));

    internal void Write(TensorWriter tensors)
    {
        Note(tensors, "regularization", Regularization);
        Note(tensors, "unobserved", Unobserved);
        Note(tensors, "exponent", Exponent);
        tensors.Note("weight", Weighting.Base.ToString());
        Note(tensors, "half_life", Weighting.HalfLife);
        Note(tensors, "power", Weighting.Power);
    }

    static double Number(TensorReader tensors, string name) => double.Parse(tensors.RequiredNote(name), CultureInfo.InvariantCulture);

    static void Note(TensorWriter tensors, string name, double value) => tensors.Note(name, value.ToString("R", CultureInfo.InvariantCulture));
}
