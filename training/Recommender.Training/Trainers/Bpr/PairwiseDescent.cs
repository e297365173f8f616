using System.Numerics.Tensors;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Factors;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.Bpr;

/// <summary>
/// Gradient descent over drawn pairs, diagonal by diagonal of a grid of bands of customers and items. Items are dealt to the bands anew in
/// each epoch and both items of a pair are of one band, so the bands of a diagonal never meet and every pair has its turn.
/// </summary>
sealed class PairwiseDescent
{
    const int MostBands = 16;
    const int ItemsPerBand = 8;   // fewer give too few pairs

    readonly CsrMatrix _bought;
    readonly FactorTables _tables;
    readonly BprOptions _options;
    readonly ulong _seed;
    readonly int _bands;
    readonly int[] _items;    // all items, band by band
    readonly int[] _bandOf;

    public PairwiseDescent(CsrMatrix bought, FactorTables tables, BprOptions options, int seed)
    {
        (_bought, _tables, _options, _seed) = (bought, tables, options, (ulong)seed);
        _bands = Math.Clamp(bought.Columns / ItemsPerBand, 1, MostBands);
        _items = [.. Enumerable.Range(0, bought.Columns)];
        _bandOf = new int[bought.Columns];
    }

    /// <summary>One pass over all purchases; the mean loss of the pairs met on the way.</summary>
    public double Epoch(int epoch, ParallelOptions parallelism)
    {
        new RandomStream(_seed, (ulong)epoch).Shuffle(_items.AsSpan());
        for (var band = 0; band < _bands; band++)
        {
            foreach (var item in Band(band)) _bandOf[item] = band;
        }
        var losses = new (double Sum, long Pairs)[_bands];
        for (var round = 0; round < _bands; round++)
        {
            var shift = round;
            Parallel.For(0, _bands, parallelism, row => Visit(row, (row + shift) % _bands, epoch, ref losses[row]));
        }
        return losses.Sum(loss => loss.Sum) / Math.Max(1, losses.Sum(loss => loss.Pairs));
    }

    /// <summary>Moves the three rows of a pair downhill on log(1 + e^-s) + ½ λ (|x|² + |i|² + |j|²), s = x·(i - j); the loss before, without penalty.</summary>
    internal static double Step(Span<float> x, Span<float> i, Span<float> j, (float Rate, float Lambda) by)
    {
        var margin = TensorPrimitives.Dot<float>(x, i) - TensorPrimitives.Dot<float>(x, j);
        var pull = by.Rate / (1 + MathF.Exp(margin));
        var keep = 1 - by.Rate * by.Lambda;
        for (var k = 0; k < x.Length; k++)
        {
            var (a, b, c) = (x[k], i[k], j[k]);
            x[k] = keep * a + pull * (b - c);
            i[k] = keep * b + pull * a;
            j[k] = keep * c - pull * a;
        }
        return Math.Max(-margin, 0) + Math.Log(1 + Math.Exp(-Math.Abs(margin)));
    }

    void Visit(int row, int column, int epoch, ref (double Sum, long Pairs) loss)
    {
        var random = new RandomStream(_seed, (ulong)epoch, (ulong)(1 + row * _bands + column));
        var by = ((float)_options.LearningRate, (float)_options.Regularization);
        var others = Band(column);
        var end = (int)((long)_bought.Rows * (row + 1) / _bands);
        for (var customer = (int)((long)_bought.Rows * row / _bands); customer < end; customer++)
        {
            var bought = _bought.RowIndices(customer);
            foreach (var item in bought)
            {
                if (_bandOf[item] != column) continue;

                for (var negative = 0; negative < _options.Negatives; negative++)
                {
                    var other = others[random.Below(others.Length)];
                    if (bought.BinarySearch(other) >= 0) continue;

                    loss.Sum += Step(_tables.Customers.Row(customer), _tables.Items.Row(item), _tables.Items.Row(other), by);
                    loss.Pairs++;
                }
            }
        }
    }

    ReadOnlySpan<int> Band(int band) => _items.AsSpan((int)((long)_items.Length * band / _bands)..(int)((long)_items.Length * (band + 1) / _bands));
}
