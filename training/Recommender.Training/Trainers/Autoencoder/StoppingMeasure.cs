using Recommender.Core.Models;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.Autoencoder;

/// <summary>
/// How well a network answers for what is held out: the mean of NDCG@20 over all of it and over what is
/// new to the customer, each over the customers who have such.
/// </summary>
sealed class StoppingMeasure(HeldOutBaskets heldOut, BatchReader reader)
{
    const int Listed = 20;

    readonly int[] _items = new int[Listed];
    readonly float[] _best = new float[Listed];

    public double Of(TrainingPass pass, int batch)
    {
        var (all, fresh) = (new Mean(), new Mean());
        for (var start = 0; start < heldOut.Customers.Length; start += batch)
        {
            var rows = Math.Min(batch, heldOut.Customers.Length - start);
            var scores = pass.Answer(reader.ReadWhole(heldOut.Customers.AsSpan(start, rows)));
            for (var row = 0; row < rows; row++) Measure(scores.Row(row), start + row, all, fresh);
        }
        return (all.Value + fresh.Value) / 2;
    }

    void Measure(Span<float> scores, int place, Mean all, Mean fresh)
    {
        var targets = heldOut.Targets.RowIndices(place);
        var bought = heldOut.Histories.Entries(heldOut.Customers[place]);
        all.Add(Gain(scores, targets), targets.Length);

        ModelAnswers.LeaveOut(bought, scores);
        var found = 0;
        foreach (var target in targets)
        {
            if (bought.BinarySearch(target) < 0) found++;
        }
        fresh.Add(Gain(scores, targets), found);
    }

    // Σ over hits of 1 / log2(place + 1), places from 1; what was bought before is not in the list.
    double Gain(ReadOnlySpan<float> scores, ReadOnlySpan<int> targets)
    {
        var listed = TopK.Select(scores, _items, _best);
        var gain = 0.0;
        for (var place = 0; place < listed; place++)
        {
            if (targets.BinarySearch(_items[place]) >= 0) gain += 1 / Math.Log2(place + 2);
        }
        return gain;
    }

    sealed class Mean
    {
        double _sum;
        int _count;

        public double Value => _count == 0 ? 0 : _sum / _count;

        public void Add(double gain, int targets)
        {
            if (targets == 0) return;

            var ideal = 0.0;
            for (var place = 0; place < Math.Min(targets, Listed); place++) ideal += 1 / Math.Log2(place + 2);
            _sum += gain / ideal;
            _count++;
        }
    }
}
