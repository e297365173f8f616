using System.Numerics;
using Recommender.Core.Numerics;

namespace Recommender.Training.Views.Pictures;

/// <summary>Places the nodes of a network in the unit square: edges pull, nodes push (Fruchterman and Reingold, 1991). The same network gives the same picture.</summary>
static class ForceLayout
{
    const int Rounds = 400;
    const float Gravity = 0.6f;
    const float Nearest = 1e-4f;

    /// <summary>Where each node stands.</summary>
    public static Vector2[] Place(int nodes, IReadOnlyList<(int First, int Second)> edges)
    {
        var random = new RandomStream(17, (ulong)nodes, (ulong)edges.Count);
        var places = new Vector2[nodes];
        for (var node = 0; node < nodes; node++) places[node] = new(random.NextFloat(), random.NextFloat());

        var length = 0.75f / MathF.Sqrt(Math.Max(1, nodes));
        var moves = new Vector2[nodes];
        for (var round = 0; round < Rounds; round++)
        {
            var step = 0.1f * (1 - (float)round / Rounds);
            Push(places, moves, length);
            Pull(places, moves, edges, length);
            for (var node = 0; node < nodes; node++)
            {
                moves[node] -= Gravity * length * (places[node] - new Vector2(0.5f));
                var way = moves[node].Length();
                if (way > 0) places[node] += moves[node] / way * Math.Min(way, step);
            }
        }
        return Fit(places);
    }

    static void Push(Vector2[] places, Vector2[] moves, float length)
    {
        Array.Clear(moves);
        for (var node = 0; node < places.Length; node++)
        {
            for (var other = 0; other < node; other++)
            {
                var between = places[node] - places[other];
                var move = between * (length * length / Math.Max(Nearest, between.LengthSquared()));
                moves[node] += move;
                moves[other] -= move;
            }
        }
    }

    static void Pull(Vector2[] places, Vector2[] moves, IReadOnlyList<(int First, int Second)> edges, float length)
    {
        foreach (var (first, second) in edges)
        {
            var between = places[first] - places[second];
            var move = between * (between.Length() / length);
            moves[first] -= move;
            moves[second] += move;
        }
    }

    // The picture is filled, whatever the forces made of it.
    static Vector2[] Fit(Vector2[] places)
    {
        if (places.Length == 0) return places;

        var low = places.Aggregate(Vector2.Min);
        var size = Vector2.Max(places.Aggregate(Vector2.Max) - low, new(1e-6f));
        return places.Length == 1 ? [new(0.5f)] : Array.ConvertAll(places, place => (place - low) / size);
    }
}
