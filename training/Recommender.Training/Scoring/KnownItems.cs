using Recommender.Core.Datasets;

namespace Recommender.Training.Scoring;

/// <summary>The baskets of a data set in the numbers of a model's items; what the model does not know falls out.</summary>
static class KnownItems
{
    const int Unknown = -1;

    public static ShopBaskets Of(Dataset dataset, Vocabulary items)
    {
        var numbers = new int[dataset.Items.Count];
        for (var item = 0; item < numbers.Length; item++) numbers[item] = items.Find(dataset.Items.Utf8(item));
        return items.Count == numbers.Length && numbers.Index().All(item => item.Item == item.Index) ? dataset.Baskets : Recoded(dataset.Baskets, numbers, items.Count);
    }

    // First every basket with how many lines it keeps, then the lines. A basket of nothing that is known was never there.
    static ShopBaskets Recoded(ShopBaskets baskets, int[] numbers, int items)
    {
        var builder = new BasketsBuilder(baskets.Customers, items, baskets.Named);
        var places = new int[baskets.Named];
        for (var customer = 0; customer < baskets.Customers; customer++)
        {
            for (var basket = baskets.CustomerStarts.Span[customer]; basket < baskets.CustomerStarts.Span[customer + 1]; basket++)
            {
                var kept = 0;
                foreach (var item in baskets.ItemsOf(basket)) kept += numbers[item] == Unknown ? 0 : 1;
                places[basket] = kept == 0 ? Unknown : builder.Count;
                if (kept > 0) builder.AddBasket(customer, baskets.Times.Span[basket], kept);
            }
        }
        for (var basket = 0; basket < places.Length; basket++)
        {
            if (places[basket] != Unknown) AddLines(builder, places[basket], baskets, (basket, numbers));
        }
        return builder.Build();
    }

    static void AddLines(BasketsBuilder builder, int place, ShopBaskets baskets, (int Basket, int[] Numbers) from)
    {
        var quantities = baskets.Quantities.Span;
        var amounts = baskets.Amounts.Span;
        for (var line = baskets.Starts.Span[from.Basket]; line < baskets.Starts.Span[from.Basket + 1]; line++)
        {
            var item = from.Numbers[baskets.Items.Span[line]];
            if (item != Unknown) builder.AddLine(place, item, quantities.IsEmpty ? null : quantities[line], amounts.IsEmpty ? null : amounts[line]);
        }
    }
}
