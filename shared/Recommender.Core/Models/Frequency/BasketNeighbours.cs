using System.Buffers;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Tensors;
using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Frequency;

/// <summary>
/// The shopper's decayed baskets joined with those of the nearest customers (TIFU-KNN: Hu, He, Gao and Zhang, 2020):
/// alpha · own + (1 - alpha) · mean of the neighbours.
/// </summary>
public sealed class BasketNeighbours : IPurchaseRhythm
{
    /// <summary>The name by which it is read back.</summary>
    public const string Name = "tifu";

    readonly NeighbourMix _mix;
    readonly CsrMatrix _customers;
    readonly CsrMatrix _items;
    readonly ReadOnlyMemory<float> _squares;

    /// <summary>Looks for neighbours among these customers, given as rows of one vector each.</summary>
    public BasketNeighbours(NeighbourMix mix, CsrMatrix customers) : this(mix, customers, customers.Transpose(), SquaredNorms(customers)) { }

    BasketNeighbours(NeighbourMix mix, CsrMatrix customers, CsrMatrix items, ReadOnlyMemory<float> squares) =>
        (_mix, _customers, _items, _squares) = (mix, customers, items, squares);

    /// <inheritdoc/>
    public string Method => Name;

    /// <inheritdoc/>
    public bool ReachesNew => true;

    internal static BasketNeighbours Read(TensorReader tensors) =>
        new(NeighbourMix.Read(tensors), CsrTensors.Read(tensors.Scope("customers")), CsrTensors.Read(tensors.Scope("items")), tensors.Numbers<float>("squares"));

    /// <inheritdoc/>
    public void Weigh(Shopper shopper, SparseRow row)
    {
        _mix.Shape.Fill(shopper.History, shopper.Now, row);
        if (row.Count == 0) return;

        Span<int> nearest = new int[Math.Min(_mix.Neighbours, _customers.Rows)];
        nearest = nearest[..Nearest(shopper.Customer, row, nearest)];
        var mixed = ArrayPool<float>.Shared.Rent(_customers.Columns);
        var scores = mixed.AsSpan(0, _customers.Columns);
        scores.Clear();
        AddNeighbours(nearest, scores);
        for (var entry = 0; entry < row.Count; entry++) scores[row.Items[entry]] += (float)_mix.Alpha * row.Weights[entry];

        row.Clear();
        for (var item = 0; item < scores.Length; item++)
        {
            if (scores[item] > 0) row.Add(item, scores[item]);
        }
        ArrayPool<float>.Shared.Return(mixed);
    }

    /// <inheritdoc/>
    public void Write(TensorWriter tensors)
    {
        _mix.Write(tensors);
        CsrTensors.Write(_customers, tensors.Scope("customers"));
        CsrTensors.Write(_items, tensors.Scope("items"));
        tensors.Add("squares", _squares);
    }

    // The customers nearest to the shopper, nearest first; the shopper is no neighbour of his own.
    int Nearest(int shopper, SparseRow own, Span<int> nearest)
    {
        var rented = ArrayPool<float>.Shared.Rent(_customers.Rows);
        var likeness = rented.AsSpan(0, _customers.Rows);
        likeness.Clear();
        for (var entry = 0; entry < own.Count; entry++)
        {
            var customers = _items.RowIndices(own.Items[entry]);
            var values = _items.RowValues(own.Items[entry]);
            for (var at = 0; at < customers.Length; at++) likeness[customers[at]] += own.Weights[entry] * (values.IsEmpty ? 1 : values[at]);
        }
        var squares = _squares.Span;
        for (var customer = 0; customer < likeness.Length; customer++)
        {
            // |u - v|² = |u|² - 2uv + |v|², of which |u|² is the same for all.
            likeness[customer] = squares[customer] == 0 || customer == shopper ? float.NegativeInfinity
                : _mix.Likeness == CustomerLikeness.Euclidean ? 2 * likeness[customer] - squares[customer]
                : likeness[customer] > 0 ? likeness[customer] / MathF.Sqrt(squares[customer])
                : float.NegativeInfinity;
        }
        var found = TopK.Select(likeness, nearest, new float[nearest.Length]);
        ArrayPool<float>.Shared.Return(rented);
        return found;
    }

    void AddNeighbours(ReadOnlySpan<int> nearest, Span<float> scores)
    {
        var share = (float)((1 - _mix.Alpha) / Math.Max(1, nearest.Length));
        foreach (var customer in nearest)
        {
            var items = _customers.RowIndices(customer);
            var values = _customers.RowValues(customer);
            for (var at = 0; at < items.Length; at++) scores[items[at]] += share * (values.IsEmpty ? 1 : values[at]);
        }
    }

    static float[] SquaredNorms(CsrMatrix customers)
    {
        var squares = new float[customers.Rows];
        for (var customer = 0; customer < squares.Length; customer++)
        {
            var sum = 0.0;
            foreach (var value in customers.RowValues(customer)) sum += (double)value * value;
            squares[customer] = (float)(customers.IsBinary ? customers.RowCount(customer) : sum);
        }
        return squares;
    }
}
