using Recommender.Core.Datasets;

namespace Recommender.Core.Evaluation.Splits;

/// <summary>The lines of one part as baskets of their own, with new numbers; a basket without a line of the part vanishes.</summary>
sealed class BasketSelection(Division division, Part part, Numbering items)
{
    readonly ShopBaskets _source = division.Dataset.Baskets;

    /// <summary>The baskets of the customers kept, and with the training part those of nobody known.</summary>
    public ShopBaskets Of(Numbering customers, CancellationToken cancellationToken)
    {
        var builder = new BasketsBuilder(customers.Count, items.Count);
        var chosen = new List<int>();
        var starts = _source.CustomerStarts.Span;
        for (var customer = 0; customer < customers.Count; customer++)
        {
            if (customer % 1024 == 0) cancellationToken.ThrowIfCancellationRequested();
            var old = customers.Kept[customer];
            for (var basket = starts[old]; basket < starts[old + 1]; basket++) Announce(builder, customer, basket, chosen);
        }
        for (var basket = _source.Named; part == Part.Training && basket < _source.Count; basket++) Announce(builder, -1, basket, chosen);
        for (var basket = 0; basket < chosen.Count; basket++)
        {
            if (basket % 1024 == 0) cancellationToken.ThrowIfCancellationRequested();
            Place(builder, basket, chosen[basket]);
        }
        return builder.Build();
    }

    void Announce(BasketsBuilder builder, int customer, int basket, List<int> chosen)
    {
        var lines = 0;
        for (var line = _source.Starts.Span[basket]; line < _source.Starts.Span[basket + 1]; line++)
        {
            if (IsChosen(line)) lines++;
        }
        if (lines == 0) return;

        builder.AddBasket(customer, _source.Times.Span[basket], lines);
        chosen.Add(basket);
    }

    void Place(BasketsBuilder builder, int basket, int old)
    {
        var quantities = _source.Quantities.Span;
        var amounts = _source.Amounts.Span;
        for (var line = _source.Starts.Span[old]; line < _source.Starts.Span[old + 1]; line++)
        {
            if (!IsChosen(line)) continue;

            builder.AddLine(
                basket, items[_source.Items.Span[line]],
                quantities.IsEmpty ? null : quantities[line],
                amounts.IsEmpty ? null : amounts[line]);
        }
    }

    bool IsChosen(int line) => division.Lines[line] == part && items[_source.Items.Span[line]] >= 0;
}
