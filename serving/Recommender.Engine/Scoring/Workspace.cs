using Recommender.Core.Models;
using Recommender.Core.Numerics;

namespace Recommender.Engine.Scoring;

/// <summary>The working memory of one call, used again by the next.</summary>
sealed class Workspace(int itemCount)
{
    float[] _scores = [];
    float[] _vector = [];
    int[] _items = [];
    float[] _best = [];

    public HiddenItems Hidden { get; } = new(itemCount);

    /// <summary>The shopper's vector for a first look.</summary>
    public CoarseVector Coarse { get; } = new();

    /// <summary>So many rows of scores, of any content.</summary>
    public Matrix Rows(int rows)
    {
        if (_scores.Length < rows * itemCount) _scores = GC.AllocateUninitializedArray<float>(rows * itemCount);
        return new(_scores, rows, itemCount);
    }

    /// <summary>So many numbers of any content.</summary>
    public Span<float> Vector(int length)
    {
        if (_vector.Length < length) _vector = new float[length];
        return _vector.AsSpan(0, length);
    }

    /// <summary>A list with so many places.</summary>
    public BestSoFar List(int places)
    {
        if (_items.Length < places) (_items, _best) = (new int[places], new float[places]);
        return new(_items.AsSpan(0, places), _best.AsSpan(0, places));
    }

    /// <summary>Brings the list into order and copies it; returns how long it is.</summary>
    public int Deliver(ref BestSoFar list, Span<Recommendation> target)
    {
        var found = list.Sort();
        for (var place = 0; place < found; place++) target[place] = new(_items[place], _best[place]);
        return found;
    }
}
