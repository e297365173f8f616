namespace Recommender.Core.Datasets;

/// <summary>What a weight needs of the data.</summary>
public static class WeightBases
{
    /// <summary>The columns that must be read for it.</summary>
    public static DatasetParts Parts(this WeightBase weight) => weight switch
    {
        WeightBase.Quantity => DatasetParts.Quantities,
        WeightBase.Spend => DatasetParts.Amounts,
        _ => DatasetParts.None,
    };
}
