using System.Globalization;
using Recommender.Core.Models.Tensors;

namespace Recommender.Core.Models.Ratings;

/// <summary>
/// What biased factorization minimises over standardised ratings r (mean 0, deviation 1):
/// Σ (r - b_u - b_i - p_u·q_i)² + λ Σ |p_u - z_u|² + λ Σ |q_i|² + β Σ b² + ι Σ |y_j|², where z_u = n^-½ Σ y_j over the n items that the
/// customer rated, whatever the ratings were (the implicit part of SVD++; Koren, 2008), or 0 without it. A customer of whom no rating is
/// known has p_u = z_u.
/// </summary>
public sealed record RatingLoss(float Lambda, float Bias, float Implicit)
{
    internal static RatingLoss Read(TensorReader tensors) => new(Number(tensors, "lambda"), Number(tensors, "bias"), Number(tensors, "implicit"));

    internal void Write(TensorWriter tensors)
    {
        Note(tensors, "lambda", Lambda);
        Note(tensors, "bias", Bias);
        Note(tensors, "implicit", Implicit);
    }

    static float Number(TensorReader tensors, string name) => float.Parse(tensors.RequiredNote(name), CultureInfo.InvariantCulture);

    static void Note(TensorWriter tensors, string name, float value) => tensors.Note(name, value.ToString("R", CultureInfo.InvariantCulture));
}
