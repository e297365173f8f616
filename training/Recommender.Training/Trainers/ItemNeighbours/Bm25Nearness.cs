using Recommender.Core.Datasets;

namespace Recommender.Training.Trainers.ItemNeighbours;

/// <summary>
/// The dot product of two items' BM25 weights: an item is a document and its customers are the words, so customers who buy everything say
/// little and popular items are long documents.
/// </summary>
static class Bm25Nearness
{
    public static Nearness Of(CsrMatrix byItem, CsrMatrix byCustomer, ItemNeighboursOptions options)
    {
        var lengths = byCustomer.ColumnSums();
        var mean = Math.Max(lengths.Sum() / Math.Max(1, lengths.Length), double.Epsilon);
        return new(
            byItem.Map((item, customer, weight) => Weight(item, customer, weight)),
            byCustomer.Map((customer, item, weight) => Weight(item, customer, weight)),
            (together, _, _) => together);

        double Weight(int item, int customer, double weight)
        {
            // Words in nearly every document keep a small weight instead of a negative one.
            var documents = byCustomer.RowCount(customer);
            var rarity = Math.Log(1 + (byItem.Rows - documents + 0.5) / (documents + 0.5));
            var norm = 1 - options.B + options.B * lengths[item] / mean;
            return weight == 0 ? 0 : rarity * weight * (options.K1 + 1) / (weight + options.K1 * norm);
        }
    }
}
