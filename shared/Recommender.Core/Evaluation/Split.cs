using Recommender.Core.Datasets;

namespace Recommender.Core.Evaluation;

/// <summary>How a data set is cut for evaluation: an immutable value, written into every result. Equal splits of equal data are equal.</summary>
public abstract record Split
{
    /// <summary>Decides every random choice of the cut.</summary>
    public int Seed { get; init; } = 17;

    /// <summary>Cuts the data; customers and items without anything left in the training part are in neither part.</summary>
    public abstract Fold Cut(Dataset dataset, CancellationToken cancellationToken);

    /// <summary>As it is given on the command line, such as temporal:2011-09-01.</summary>
    public abstract override string ToString();
}
