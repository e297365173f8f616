using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Content;

namespace Recommender.Training.Trainers.Content;

/// <summary>Compares items by the words of their names, by category, family, brand and price, each weighed by how rare it is (TF-IDF).</summary>
sealed class ContentTrainer(ContentOptions options) : ITrainer
{
    public string Name => ContentModel.Name;

    public object Options => options;

    public DatasetParts Needs => DatasetParts.Catalogue | options.Weight.Parts();

    public IModel Train(Dataset dataset, TrainingContext context)
    {
        var terms = new ItemTerms();
        for (var item = 0; item < dataset.Items.Count; item++)
        {
            if ((item & 0xFFFF) == 0) context.Cancellation.ThrowIfCancellationRequested();
            AddTerms(terms, dataset.Catalogue, item);
            terms.EndItem();
        }
        if (terms.Count == 0) throw Wordless(dataset.Name);

        context.Cancellation.ThrowIfCancellationRequested();
        var weighting = new Weighting(options.Weight, options.HalfLife, options.Power);
        var popularity = dataset.CustomerItems(weighting, context.Parallelism).ColumnTotals();
        return new ContentModel(weighting, popularity, terms.Vectors());
    }

    static UserErrorException Wordless(string dataset) => new(
        $"content: the dataset '{dataset}' has no name, category, family, brand or price of any item. Import the items with at least one of these columns, or leave content out.");

    void AddTerms(ItemTerms terms, Catalogue catalogue, int item)
    {
        if (options.Name > 0 && catalogue.Names.Count > 0)
        {
            foreach (var word in Words.Of(catalogue.Names[item])) terms.Add(word, options.Name);
        }
        AddLabel("category", catalogue.Categories, options.Category);
        AddLabel("family", catalogue.Families, options.Family);
        AddLabel("brand", catalogue.Brands, options.Brand);
        if (options.Price > 0 && catalogue.Prices.Count > 0 && catalogue.Prices[item] is > 0 and < float.PositiveInfinity and var price)
            terms.Add(FormattableString.Invariant($"price:{Math.Floor(2 * Math.Log2(price))}"), options.Price);

        // The column stands before the label, so that the brand Orange is not the word orange.
        void AddLabel(string column, IReadOnlyList<string?> labels, double weight)
        {
            if (weight > 0 && labels.Count > 0 && labels[item]?.Trim() is { Length: > 0 } label) terms.Add($"{column}:{label.ToLowerInvariant()}", weight);
        }
    }
}
