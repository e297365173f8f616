using Recommender.Core.Datasets;
using Recommender.Core.Models.Factors;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.ImplicitAls;

/// <summary>
/// Where training begins: items at random, or where a former model left them. Customers are solved first, so that they begin at
/// zero unless the former model knew them.
/// </summary>
sealed class StartingVectors(ImplicitAlsOptions options, TrainingContext context)
{
    readonly FactorTables? _former = context.WarmStart?.Model is FactorModel { Kind: LeastSquaresFoldIn.Name } model
        && model.Tables.Factors == options.Factors ? model.Tables : null;

    public FactorTables Of(CsrMatrix itemCustomers)
    {
        var customers = Matrix.Zero(itemCustomers.Columns, options.Factors);
        var items = Matrix.Zero(itemCustomers.Rows, options.Factors);
        Randomize(items);
        if (_former is not null)
        {
            Copy(_former.Customers, context.WarmStart!.Customers, customers);
            Copy(_former.Items, context.WarmStart!.Items, items);
        }
        return new(customers, items, Popularity(itemCustomers));
    }

    void Randomize(Matrix vectors)
    {
        var random = new RandomStream((ulong)context.Seed);
        var deviation = options.Init / Math.Sqrt(options.Factors);
        foreach (ref var number in vectors.Data.Span) number = (float)(deviation * random.Normal());
    }

    static void Copy(Matrix former, IReadOnlyList<int> places, Matrix vectors)
    {
        for (var row = 0; row < vectors.Rows; row++)
        {
            if (places[row] >= 0) former.Row(places[row]).CopyTo(vectors.Row(row));
        }
    }

    static float[] Popularity(CsrMatrix itemCustomers)
    {
        var popularity = new float[itemCustomers.Rows];
        for (var item = 0; item < popularity.Length; item++)
        {
            var sum = 0.0;
            foreach (var weight in itemCustomers.RowValues(item)) sum += weight;
            popularity[item] = itemCustomers.IsBinary ? itemCustomers.RowCount(item) : (float)sum;
        }
        return popularity;
    }
}
