using Recommender.Core.Datasets;
using Recommender.Core.Models.Folders;
using Recommender.Engine.Assortments;
using Recommender.Engine.Scoring;

namespace Recommender.Engine.Answers;

/// <summary>What answers need of a model beside its own numbers, made once before it goes live.</summary>
public sealed class ModelView
{
    /// <summary>Finds the model's items in the shop's assortment and puts them in the order of their popularity.</summary>
    public ModelView(TrainedModel trained, Assortment assortment)
    {
        Rows = assortment.Rows(trained.Items);
        Popular = MostBought(trained.Histories, Rows.Length);
        Scorer = new(trained);
    }

    /// <summary>The row of each item in the assortment.</summary>
    public int[] Rows { get; }

    /// <summary>Every item, those in the most baskets first.</summary>
    public int[] Popular { get; }

    /// <summary>Finds the best items.</summary>
    internal ModelScorer Scorer { get; }

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
