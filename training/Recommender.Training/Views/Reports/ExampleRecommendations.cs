using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Folders;
using Recommender.Training.Views.Pages;

namespace Recommender.Training.Views.Reports;

/// <summary>What a trained model shows to a few customers. Whom is decided by a rule, so that nobody picks the pretty ones: evenly over the lengths of history.</summary>
static class ExampleRecommendations
{
    const int Shown = 10;
    const int LastItems = 8;
    const int Reasons = 2;

    /// <summary>Examples of <paramref name="count"/> customers, from the shortest histories to the longest; items are numbered as in the model's vocabulary.</summary>
    public static IReadOnlyList<ExampleCustomer> Of(TrainedModel trained, Catalogue catalogue, Repeats repeats, int count = 5) =>
        [.. Chosen(trained.Histories, count).Select(customer => Example(trained, catalogue, new(customer, trained.Histories.Of(customer), trained.Now, repeats)))];

    // The middle customer of each of the equal parts, by lines bought and then by number.
    static IEnumerable<int> Chosen(ShopBaskets histories, int count)
    {
        var sorted = Enumerable.Range(0, histories.Customers).Where(customer => !histories.Of(customer).IsEmpty)
            .OrderBy(customer => histories.Of(customer).Lines).ThenBy(customer => customer).ToArray();
        return Enumerable.Range(0, Math.Min(count, sorted.Length)).Select(part => sorted[(int)((2L * part + 1) * sorted.Length / (2L * Math.Min(count, sorted.Length)))]);
    }

    static ExampleCustomer Example(TrainedModel trained, Catalogue catalogue, Shopper shopper)
    {
        var times = new Dictionary<int, int>();
        foreach (var item in shopper.History.Items) times[item] = times.GetValueOrDefault(item) + 1;

        var last = shopper.History.ItemsOf(shopper.History.Baskets - 1).ToArray().Take(LastItems).Select(Item);
        var shown = trained.Model.Recommend(shopper, Shown).Select(best => new ExampleItem(Item(best.Item), Reason(best.Item)));
        return new(shopper.History.Baskets, times.Count, [.. last], [.. shown]);

        ReportItem Item(int item) => ReportItem.Of(item, trained.Items, catalogue);

        string Reason(int item)
        {
            var because = trained.Model.Explain(shopper, item, Reasons + 1).Where(reason => reason.Item != item && reason.Weight > 0).Take(Reasons).Select(reason => Item(reason.Item).Called).ToArray();
            var before = times.TryGetValue(item, out var bought) ? $"bought {(bought == 1 ? "once" : Counted.Of(bought, "time"))} before" : "";
            var near = because.Length > 0 ? $"goes with {string.Join(" and ", because)}" : "";
            return before.Length + near.Length == 0 ? "popular with everybody" : string.Join("; ", new[] { before, near }.Where(part => part.Length > 0));
        }
    }
}
