using Recommender.Core.Models;
using Recommender.Core.Numerics;

namespace Recommender.Engine.Scoring;

/// <summary>The working memory of one list, used again by the next.</summary>
sealed class Workspace(int itemCount)
{
    float[] _scores = [];
    float[] _vector = [];
    int[] _items = [];
    float[] _best = [];
    int _places;
    int _count;

    /// <summary>Items that the list must not hold.</summary>
    public HiddenItems Hidden { get; } = new(itemCount);

    /// <summary>The vector of the question for a first look.</summary>
    public CoarseVector Coarse { get; } = new();

    /// <summary>Whether the vector of the question is in <see cref="Coarse"/> too.</summary>
    public bool IsCoarse { get; set; }

    /// <summary>Begins a list with so many places.</summary>
    public void Begin(int places)
    {
        if (_items.Length < places) (_items, _best) = (new int[places], new float[places]);
        (_places, _count) = (places, 0);
    }

    /// <summary>The list as it was put aside.</summary>
    public BestSoFar Resume() => new(_items.AsSpan(0, _places), _best.AsSpan(0, _places), _count);

    /// <summary>Puts the list aside.</summary>
    public void Suspend(BestSoFar list) => _count = list.Count;

    /// <summary>Brings the list into order and copies it; returns how long it is.</summary>
    public int Deliver(Span<Recommendation> target)
    {
        var found = Resume().Sort();
        for (var place = 0; place < found; place++) target[place] = new(_items[place], _best[place]);
        return found;
    }

    /// <summary>So many rows of scores, of any content.</summary>
    public Matrix Rows(int rows)
    {
        if (_scores.Length < rows * itemCount) _scores = GC.AllocateUninitializedArray<float>(rows * itemCount);
        return new(_scores, rows, itemCount);
    }

    /// <summary>The vector of the question, so many numbers.</summary>
    public Span<float> Vector(int length)
    {
        if (_vector.Length < length) _vector = new float[length];
        return _vector.AsSpan(0, length);
    }
}
