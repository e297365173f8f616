using Recommender.Core.Models;
using Recommender.Core.Models.Factors;
using Recommender.Core.Models.Tensors;

namespace Recommender.Benchmarks;

/// <summary>The fold-in of a factor model that is only asked about customers it knows.</summary>
sealed class NoFoldIn : IFoldIn
{
    public string Kind => "benchmark";

    public void Fold(Shopper shopper, Span<float> vector) => vector.Clear();

    public IReadOnlyList<Reason> Explain(Shopper shopper, int item, int count) => [];

    public void Write(TensorWriter tensors) => tensors.Note("benchmark", "nothing");
}
