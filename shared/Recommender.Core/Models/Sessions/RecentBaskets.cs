using System.Globalization;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Tensors;

namespace Recommender.Core.Models.Sessions;

/// <summary>
/// The present session: the last <paramref name="Baskets"/> baskets of a history, each counting <paramref name="Decay"/> of the next; an
/// item that stands in several counts by the latest.
/// </summary>
public sealed record RecentBaskets(int Baskets, double Decay)
{
    internal static RecentBaskets Read(TensorReader tensors) => new(
        int.Parse(tensors.RequiredNote("last"), CultureInfo.InvariantCulture),
        double.Parse(tensors.RequiredNote("decay"), CultureInfo.InvariantCulture));

    internal void Write(TensorWriter tensors)
    {
        tensors.Note("last", Baskets.ToString(CultureInfo.InvariantCulture));
        tensors.Note("decay", Decay.ToString("R", CultureInfo.InvariantCulture));
    }

    /// <summary>Fills <paramref name="row"/> with the items of the session, ascending, and their weights.</summary>
    public void Fill(History history, SparseRow row)
    {
        row.Clear();
        for (var back = 0; back < Math.Min(Baskets, history.Baskets); back++)
        {
            var weight = (float)Math.Pow(Decay, back);
            foreach (var item in history.ItemsOf(history.Baskets - 1 - back)) row.Add(item, weight);
        }
        row.MergeLargest();
    }
}
