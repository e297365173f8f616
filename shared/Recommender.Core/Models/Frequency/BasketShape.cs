using Recommender.Core.Datasets;

namespace Recommender.Core.Models.Frequency;

/// <summary>
/// How a run of baskets becomes one vector: groups of <paramref name="GroupSize"/> baskets counted from the last one back, so that only the
/// oldest group can be short; inside a group every basket counts <paramref name="WithinDecay"/> of the next, every group
/// <paramref name="GroupDecay"/> of the next; means over the baskets of a group and over groups. Beside their order, baskets may also be
/// halved for every <paramref name="HalfLife"/> days of their age (0: age does not matter).
/// </summary>
public sealed record BasketShape(int GroupSize, double WithinDecay, double GroupDecay, double HalfLife = 0)
{
    /// <summary>Fills <paramref name="row"/> with the vector of a history seen from <paramref name="now"/>, items ascending.</summary>
    public void Fill(History history, int now, SparseRow row)
    {
        row.Clear();
        var age = new Weighting(HalfLife: HalfLife);
        var groups = (history.Baskets + GroupSize - 1) / GroupSize;
        for (var basket = 0; basket < history.Baskets; basket++)
        {
            var (group, within) = Math.DivRem(history.Baskets - 1 - basket, GroupSize);
            var size = group < groups - 1 ? GroupSize : history.Baskets - group * GroupSize;
            var weight = (float)(Math.Pow(WithinDecay, within) / size * Math.Pow(GroupDecay, group) / groups) * age.Decay(now - history.Times[basket]);
            foreach (var item in history.ItemsOf(basket)) row.Add(item, weight);
        }
        row.MergeSums();
    }
}
