using Recommender.Core.Datasets;
using Recommender.Core.Models.Folders;
using Recommender.Engine.Assortments;
using Recommender.Engine.Merchandising;
using Recommender.Engine.Scoring;

namespace Recommender.Engine.Answers;

/// <summary>What answers need of a model beside its own numbers, made once before it goes live.</summary>
public sealed class ModelView
{
    readonly int[] _newest;   // the items whose launch is known

    /// <summary>Finds the model's items in the shop's assortment and puts them in the order of their popularity.</summary>
    public ModelView(TrainedModel trained, Assortment assortment)
    {
        Rows = new(trained.Items, assortment);
        Popular = MostBought(trained.Histories, Rows.Count);
        Scorer = new(trained);
        _newest = [.. Enumerable.Range(0, Rows.Count).Select(item => (Item: item, assortment.Facts(Rows[item]).Launched))
            .Where(item => item.Launched is not null).OrderByDescending(item => item.Launched).ThenBy(item => item.Item).Select(item => item.Item)];
    }

    /// <summary>Where its items stand in the assortment.</summary>
    internal VersionRows Rows { get; }

    /// <summary>Every item, those in the most baskets first.</summary>
    internal int[] Popular { get; }

    /// <summary>Finds the best items.</summary>
    internal ModelScorer Scorer { get; }

    /// <summary>The items that came into the shop last and may come into a list, as many as are wanted.</summary>
    internal Candidate[] Newest(int count, Func<int, bool> allows)
    {
        var candidates = new List<Candidate>();
        foreach (var item in _newest)
        {
            if (candidates.Count == count) break;
            if (allows(item)) candidates.Add(new(Rows[item], 1f / (candidates.Count + 1), Strategy.New));
        }
        return [.. candidates];
    }

    static int[] MostBought(ShopBaskets baskets, int items)
    {
        var (counts, order) = (new int[items], new int[items]);
        foreach (var item in baskets.Items.Span) counts[item]--;
        for (var item = 0; item < items; item++) order[item] = item;
        Array.Sort(counts, order);

        // Equal counts by their number, so that every worker answers alike.
        for (var from = 0; from < items;)
        {
            var to = from + 1;
            while (to < items && counts[to] == counts[from]) to++;
            Array.Sort(order, from, to - from);
            from = to;
        }
        return order;
    }
}
