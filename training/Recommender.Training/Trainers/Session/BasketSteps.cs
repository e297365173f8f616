using Recommender.Core.Datasets;

namespace Recommender.Training.Trainers.Session;

/// <summary>The steps inside each basket and to the customer's next one, with their weights.</summary>
sealed class BasketSteps(Dataset dataset, double halfLife, double within)
{
    readonly ShopBaskets _baskets = dataset.Baskets;
    readonly CsrMatrix _byItem = new CsrMatrix(dataset.Baskets.Starts, dataset.Baskets.Items, default, dataset.Items.Count).Transpose();
    readonly bool[] _isLast = LastOf(dataset.Baskets);
    readonly Weighting _decay = new(HalfLife: halfLife);

    /// <summary>Adds the weight of every step from an item to <paramref name="sums"/> and gives their total.</summary>
    public double From(int item, double[] sums)
    {
        var total = 0.0;
        foreach (var basket in _byItem.RowIndices(item))
        {
            var inside = Inside(basket);
            foreach (var beside in _baskets.ItemsOf(basket))
            {
                if (beside == item || inside == 0) continue;
                sums[beside] += inside;
                total += inside;
            }
            if (_isLast[basket]) continue;

            var step = Next(basket);
            foreach (var next in _baskets.ItemsOf(basket + 1)) sums[next] += step;
            total += step * _baskets.ItemsOf(basket + 1).Length;
        }
        return total;
    }

    /// <summary>The weight of all steps that end at each item.</summary>
    public double[] Reached()
    {
        var reached = new double[dataset.Items.Count];
        for (var basket = 0; basket < _baskets.Count; basket++)
        {
            var items = _baskets.ItemsOf(basket);
            foreach (var item in items) reached[item] += Inside(basket) * (items.Length - 1);
            if (_isLast[basket]) continue;

            foreach (var next in _baskets.ItemsOf(basket + 1)) reached[next] += Next(basket) * items.Length;
        }
        return reached;
    }

    double Inside(int basket) => within * Decay(basket) / _baskets.ItemsOf(basket).Length;

    double Next(int basket) => Decay(basket + 1) / Math.Sqrt((double)_baskets.ItemsOf(basket).Length * _baskets.ItemsOf(basket + 1).Length);

    double Decay(int basket) => _decay.Decay(dataset.Now - _baskets.Times.Span[basket]);

    // Baskets that no other of the same customer follows; an anonymous one is always its visitor's last.
    static bool[] LastOf(ShopBaskets baskets)
    {
        var isLast = new bool[baskets.Count];
        Array.Fill(isLast, true, baskets.Named, baskets.Count - baskets.Named);
        foreach (var end in baskets.CustomerStarts.Span)
        {
            if (end > 0) isLast[end - 1] = true;
        }
        return isLast;
    }
}
