using System.Collections.Concurrent;
using System.Globalization;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Tensors;

namespace Recommender.Core.Models.Sessions;

/// <summary>
/// The past sessions most like the present one vote for what they held (V-SkNN: Ludewig and Jannach, 2018). Sessions are numbered in
/// time order; of each item the latest ones are looked at, so that a question costs the same however long the shop exists.
/// </summary>
/// <remarks>
/// likeness(s) = 2^(-age / half-life) / sqrt(|s|) · sum over shared items of weight · ln(1 + sessions / sessions with the item).
/// </remarks>
public sealed class SessionNeighbours : ISessionMemory
{
    /// <summary>The name by which it is read back.</summary>
    public const string Name = "neighbours";

    readonly SessionRecency _recency;
    readonly CsrMatrix _sessions;
    readonly CsrMatrix _recent;
    readonly ReadOnlyMemory<int> _times;
    readonly ReadOnlyMemory<float> _rarity;
    readonly ConcurrentBag<SessionSpace> _spaces = [];

    /// <summary>
    /// Sessions by items, the latest sessions of each item (items by sessions), when each session ended, and how much each item tells.
    /// </summary>
    public SessionNeighbours(SessionRecency recency, CsrMatrix sessions, CsrMatrix recent, (ReadOnlyMemory<int> Times, ReadOnlyMemory<float> Rarity) figures)
    {
        (_recency, _sessions, _recent) = (recency, sessions, recent);
        (_times, _rarity) = figures;
    }

    /// <inheritdoc/>
    public string Method => Name;

    internal static SessionNeighbours Read(TensorReader tensors)
    {
        var recency = new SessionRecency(
            int.Parse(tensors.RequiredNote("neighbours"), CultureInfo.InvariantCulture),
            double.Parse(tensors.RequiredNote("half_life"), CultureInfo.InvariantCulture));
        return new(recency, CsrTensors.Read(tensors.Scope("sessions")), CsrTensors.Read(tensors.Scope("recent")), (tensors.Numbers<int>("times"), tensors.Numbers<float>("rarity")));
    }

    /// <inheritdoc/>
    public void Add(SparseRow items, int now, Span<float> scores)
    {
        var space = Rent();
        foreach (var (session, likeness) in Nearest(items, now, space))
        {
            foreach (var item in _sessions.RowIndices(session)) scores[item] += likeness;
        }
        _spaces.Add(space);
    }

    /// <inheritdoc/>
    public void Share(SparseRow items, int now, int item, Span<float> shares)
    {
        var space = Rent();
        foreach (var (session, _) in Nearest(items, now, space))
        {
            var held = _sessions.RowIndices(session);
            if (held.BinarySearch(item) < 0) continue;

            var scale = Scale(session, now);
            for (var entry = 0; entry < items.Count; entry++)
            {
                if (held.BinarySearch(items.Items[entry]) >= 0) shares[entry] += scale * items.Weights[entry] * _rarity.Span[items.Items[entry]];
            }
        }
        _spaces.Add(space);
    }

    /// <inheritdoc/>
    public void Write(TensorWriter tensors)
    {
        tensors.Note("neighbours", _recency.Neighbours.ToString(CultureInfo.InvariantCulture));
        tensors.Note("half_life", _recency.HalfLife.ToString("R", CultureInfo.InvariantCulture));
        tensors.Add("times", _times);
        tensors.Add("rarity", _rarity);
        CsrTensors.Write(_sessions, tensors.Scope("sessions"));
        CsrTensors.Write(_recent, tensors.Scope("recent"));
    }

    // The nearest sessions with their likeness, the nearest first, in the space until it is used again.
    ReadOnlySpan<SessionLikeness> Nearest(SparseRow items, int now, SessionSpace space)
    {
        for (var entry = 0; entry < items.Count; entry++)
        {
            var weight = items.Weights[entry] * _rarity.Span[items.Items[entry]];
            foreach (var session in _recent.RowIndices(items.Items[entry])) space.Add(session, weight);
        }
        var touched = space.Touched;
        touched.Sort(static (a, b) => b.CompareTo(a));   // of two equally like sessions the later one is taken
        var found = space.Found(touched.Length);
        for (var at = 0; at < found.Length; at++) found[at] = space.Take(touched[at]) * Scale(touched[at], now);
        return space.Best(Math.Min(_recency.Neighbours, found.Length));
    }

    SessionSpace Rent() => _spaces.TryTake(out var space) ? space : new(_sessions.Rows);

    float Scale(int session, int now) => _recency.Decay(now, _times.Span[session]) / MathF.Sqrt(_sessions.RowCount(session));
}
