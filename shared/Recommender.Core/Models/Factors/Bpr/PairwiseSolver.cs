using System.Numerics.Tensors;
using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Factors.Bpr;

/// <summary>
/// The vector of a history by Newton's method while the items stay: x -= t H⁻¹ g over the pairs' differences z = y_i - y_j, with
/// g = λ x - Σ σ(-s) z, H = λ I + Σ σ(s) σ(-s) z z', s = x·z and λ = regularization · pairs. Working memory is used again.
/// </summary>
public sealed class PairwiseSolver(PairwiseLoss loss, Matrix items)
{
    const int MostSteps = 30;
    const int MostHalvings = 10;
    const double Enough = 1e-9;       // share of the loss that a last step may leave
    const double Rounding = 1e-6;

    readonly int _d = items.Columns;
    readonly float[] _hessian = new float[items.Columns * items.Columns];
    readonly float[] _step = new float[items.Columns];
    float[] _differences = new float[64 * items.Columns];   // (pairs, d)
    float[] _weights = new float[64];
    float[] _pull = new float[64];                          // σ(-s) of each pair
    int[] _bought = new int[64];                            // the bought item of each pair
    int[] _rows = new int[64];
    int _pairs;

    /// <summary>Writes the vector of somebody who bought these items, ascending; zeros when there is nothing that was not bought.</summary>
    public void Solve(ReadOnlySpan<int> bought, Span<float> x)
    {
        x.Clear();
        Pair(bought);
        if (_pairs == 0) return;

        var current = Loss(x);
        for (var step = 0; step < MostSteps; step++)
        {
            var gain = Direct(x);
            if (!(gain > Enough * (1 + current))) return;

            current = Search(x, current);
        }
    }

    /// <summary>The share of each pair in the score of an item, added up by the bought item: σ(-s) z·y_item / λ at the minimum.</summary>
    public void Share(ReadOnlySpan<int> bought, ReadOnlySpan<float> x, int item, Span<float> shares)
    {
        shares.Clear();
        Pair(bought);
        if (_pairs == 0) return;

        Pull(x);
        var lambda = loss.Regularization * _pairs;
        for (var pair = 0; pair < _pairs; pair++)
            shares[bought.BinarySearch(_bought[pair])] += _pull[pair] * TensorPrimitives.Dot<float>(Difference(pair), items.Row(item)) / lambda;
    }

    void Pair(ReadOnlySpan<int> bought)
    {
        _pairs = 0;
        foreach (var item in bought)
        {
            for (var pair = 0; pair < loss.Negatives; pair++)
            {
                var other = loss.Other(item, pair, items.Rows);
                if (bought.BinarySearch(other) >= 0) continue;

                Grow();
                TensorPrimitives.Subtract(items.Row(item), items.Row(other), Difference(_pairs));
                (_bought[_pairs], _rows[_pairs]) = (item, _pairs);
                _pairs++;
            }
        }
    }

    void Grow()
    {
        if (_pairs < _rows.Length) return;

        Array.Resize(ref _differences, 2 * _differences.Length);
        Array.Resize(ref _weights, 2 * _pairs);
        Array.Resize(ref _pull, 2 * _pairs);
        Array.Resize(ref _bought, 2 * _pairs);
        Array.Resize(ref _rows, 2 * _pairs);
    }

    // H⁻¹ g stands in _step; g' H⁻¹ g.
    double Direct(ReadOnlySpan<float> x)
    {
        Pull(x);
        var lambda = loss.Regularization * _pairs;
        _hessian.AsSpan().Clear();
        Span<float> gradient = stackalloc float[_d];
        TensorPrimitives.Multiply(x, lambda, gradient);
        for (var pair = 0; pair < _pairs; pair++)
        {
            _weights[pair] = _pull[pair] * (1 - _pull[pair]);
            TensorPrimitives.MultiplyAdd(Difference(pair), -_pull[pair], gradient, gradient);
        }
        SmallSyrk.AddOuterProducts(_hessian, _differences, _d, new(_rows.AsSpan(0, _pairs), _weights.AsSpan(0, _pairs)));
        for (var k = 0; k < _d; k++) _hessian[k * _d + k] += lambda;
        gradient.CopyTo(_step);
        return SmallCholesky.TrySolve(_hessian, _d, _step) ? TensorPrimitives.Dot(gradient, _step) : 0;
    }

    double Search(Span<float> x, double before)
    {
        var done = 0f;
        for (var halving = 0; halving <= MostHalvings; halving++)
        {
            var moved = MathF.ScaleB(1, -halving);
            TensorPrimitives.MultiplyAdd(_step, done - moved, x, x);
            done = moved;
            var after = Loss(x);
            if (after <= before + Rounding * before) return after;
        }
        TensorPrimitives.MultiplyAdd(_step, done, x, x);
        return before;
    }

    void Pull(ReadOnlySpan<float> x)
    {
        for (var pair = 0; pair < _pairs; pair++) _pull[pair] = 1 / (1 + MathF.Exp(TensorPrimitives.Dot(x, Difference(pair))));
    }

    double Loss(ReadOnlySpan<float> x)
    {
        var sum = loss.Regularization * _pairs / 2.0 * TensorPrimitives.SumOfSquares(x);
        for (var pair = 0; pair < _pairs; pair++)
        {
            var margin = (double)TensorPrimitives.Dot(x, Difference(pair));
            sum += Math.Max(-margin, 0) + Math.Log(1 + Math.Exp(-Math.Abs(margin)));
        }
        return sum;
    }

    Span<float> Difference(int pair) => _differences.AsSpan(pair * _d, _d);
}
