using System.Runtime.InteropServices;
using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Sessions;

/// <summary>The sums of one question over past sessions: all zero between two questions, whatever their number only those touched are cleared.</summary>
sealed class SessionSpace(int sessions)
{
    readonly float[] _sums = new float[sessions];
    readonly List<int> _touched = [];
    float[] _found = [];
    int _length;
    int[] _places = [];
    float[] _values = [];
    SessionLikeness[] _best = [];

    /// <summary>The sessions that were added to, each once.</summary>
    public Span<int> Touched => CollectionsMarshal.AsSpan(_touched);

    public void Add(int session, float weight)
    {
        if (_sums[session] == 0) _touched.Add(session);
        _sums[session] += weight;
    }

    /// <summary>The sum of a session, which is zero then.</summary>
    public float Take(int session)
    {
        var sum = _sums[session];
        _sums[session] = 0;
        return sum;
    }

    /// <summary>Room for the likeness of each touched session.</summary>
    public Span<float> Found(int length)
    {
        if (_found.Length < length) _found = new float[2 * length];
        _length = length;
        return _found.AsSpan(0, length);
    }

    /// <summary>The touched sessions of the highest likeness, the highest first; nothing is touched after that.</summary>
    public ReadOnlySpan<SessionLikeness> Best(int count)
    {
        if (_best.Length < count) (_places, _values, _best) = (new int[count], new float[count], new SessionLikeness[count]);
        var found = TopK.Select(_found.AsSpan(0, _length), _places.AsSpan(0, count), _values.AsSpan(0, count));
        for (var place = 0; place < found; place++) _best[place] = new(_touched[_places[place]], _values[place]);
        _touched.Clear();
        return _best.AsSpan(0, found);
    }
}
