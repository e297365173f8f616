using Recommender.Core.Datasets;
using Recommender.Core.Models.Tensors;

namespace Recommender.Core.Models.Sessions;

/// <summary>What past sessions say after the items of the present one.</summary>
public interface ISessionMemory
{
    /// <summary>The name by which it is read back.</summary>
    string Method { get; }

    /// <summary>Adds to <paramref name="scores"/>, which begin at zero, what follows from the weighted items, asked at <paramref name="now"/>.</summary>
    void Add(SparseRow items, int now, Span<float> scores);

    /// <summary>How much each of the weighted items speaks for one item; 0 where it does not.</summary>
    void Share(SparseRow items, int now, int item, Span<float> shares);

    /// <summary>Writes what reading it back needs.</summary>
    void Write(TensorWriter tensors);
}
