using System.Numerics.Tensors;
using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Factors;

namespace Recommender.Training.Trainers.ImplicitAls;

/// <summary>What can be known before the work starts to have no solution in single precision.</summary>
static class SolvablePurchases
{
    const string Trainer = LeastSquaresFoldIn.Name;
    const float LargestWeight = 1e6f;

    public static void Check(ImplicitAlsOptions options)
    {
        if (options is { Unobserved: 0, Regularization: 0 })
            throw new UserErrorException($"{Trainer}: with unobserved=0 and regularization=0 a customer of fewer purchases than factors has no single solution. Set regularization=0.01 or unobserved=0.3, or both.");
    }

    public static void Check(CsrMatrix bought)
    {
        if (bought.Count == 0) throw new UserErrorException($"{Trainer}: the data set has no purchases to learn from. Import purchases, or choose a split whose training part has some.");

        var largest = bought.IsBinary ? 1 : TensorPrimitives.Max(bought.Values.Span);
        if (!(largest <= LargestWeight))
            throw new UserErrorException($"{Trainer}: the largest weight of a customer and an item is {largest:G4}; above {LargestWeight:G1} one purchase would drown all others. Set power=0.5 or less, or weight=count.");
    }
}
