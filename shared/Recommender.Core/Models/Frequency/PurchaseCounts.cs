using System.Globalization;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Tensors;

namespace Recommender.Core.Models.Frequency;

/// <summary>How often the shopper bought each item, older purchases counting less when asked for. Nothing of it is trained.</summary>
public sealed class PurchaseCounts(Weighting weighting) : IPurchaseRhythm
{
    /// <summary>The name by which it is read back.</summary>
    public const string Name = "counts";

    /// <inheritdoc/>
    public string Method => Name;

    /// <inheritdoc/>
    public bool ReachesNew => false;

    internal static PurchaseCounts Read(TensorReader tensors) => new(new(
        Enum.Parse<WeightBase>(tensors.RequiredNote("weight")),
        double.Parse(tensors.RequiredNote("half_life"), CultureInfo.InvariantCulture)));

    /// <inheritdoc/>
    public void Weigh(Shopper shopper, SparseRow row) => shopper.History.Weigh(weighting, shopper.Now, row);

    /// <inheritdoc/>
    public void Write(TensorWriter tensors)
    {
        tensors.Note("weight", weighting.Base.ToString());
        tensors.Note("half_life", weighting.HalfLife.ToString("R", CultureInfo.InvariantCulture));
    }
}
