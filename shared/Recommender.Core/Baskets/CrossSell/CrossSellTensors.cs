using System.Globalization;
using Recommender.Core.Models.Tensors;

namespace Recommender.Core.Baskets.CrossSell;

/// <summary>A cross-sell matrix as tensors. What is read is held against what it may be before anything uses it as an index.</summary>
static class CrossSellTensors
{
    public static void Write(CrossSellTables tables, TensorWriter tensors)
    {
        tensors.Note("kind", CrossSellMatrix.Name);
        tensors.Note("baskets", Text(tables.Baskets));
        tensors.Note("total_weight", tables.TotalWeight.ToString("R", CultureInfo.InvariantCulture));
        tensors.Note("min_count", Text(tables.MinCount));
        tensors.Note("best", Text(tables.Best));
        tensors.Add("item_counts", tables.ItemCounts);
        tensors.Add("pairs", tables.Pairs);
        tensors.Add("starts", tables.Starts);
        tensors.Add("own", tables.Own);
        tensors.Add("partners", tables.Partners);
        tensors.Add("counts", tables.Counts);
        if (!tables.ItemSums.IsEmpty)
        {
            tensors.Add("item_sums", tables.ItemSums);
            tensors.Add("sums", tables.Sums);
        }
        var substitutes = tensors.Scope("substitutes");
        substitutes.Add("starts", tables.SubstituteStarts);
        substitutes.Add("partners", tables.SubstitutePartners);
        substitutes.Add("counts", tables.SubstituteCounts);
    }

    public static CrossSellTables Read(TensorReader tensors)
    {
        if (tensors.RequiredNote("kind") is var kind && kind != CrossSellMatrix.Name) throw tensors.Broken($"it holds a model of the kind '{kind}' instead of '{CrossSellMatrix.Name}'");

        var substitutes = tensors.Scope("substitutes");
        var isDecayed = tensors.Has("item_sums");
        var tables = new CrossSellTables
        {
            Baskets = Number(tensors, "baskets"),
            TotalWeight = double.TryParse(tensors.RequiredNote("total_weight"), NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) ? weight : double.NaN,
            MinCount = Number(tensors, "min_count"),
            Best = Number(tensors, "best"),
            ItemCounts = tensors.Numbers<int>("item_counts"),
            ItemSums = isDecayed ? tensors.Numbers<double>("item_sums") : default,
            Pairs = tensors.Numbers<int>("pairs"),
            Starts = tensors.Numbers<int>("starts"),
            Own = tensors.Numbers<int>("own"),
            Partners = tensors.Numbers<int>("partners"),
            Counts = tensors.Numbers<int>("counts"),
            Sums = isDecayed ? tensors.Numbers<float>("sums") : default,
            SubstituteStarts = substitutes.Numbers<int>("starts"),
            SubstitutePartners = substitutes.Numbers<int>("partners"),
            SubstituteCounts = substitutes.Numbers<int>("counts"),
        };
        return CrossSellCheck.Problem(tables) is { } problem ? throw tensors.Broken(problem) : tables;
    }

    static int Number(TensorReader tensors, string note) =>
        int.TryParse(tensors.RequiredNote(note), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw tensors.Broken($"the note '{note}' is '{tensors.RequiredNote(note)}' instead of a number");

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
