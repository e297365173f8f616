using System.Collections.Concurrent;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Popularity;
using Recommender.Core.Models.Tensors;
using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Sessions;

/// <summary>What others took in sessions like the present one. It asks only for the last baskets, so that anonymous visitors are served like anybody.</summary>
public sealed class SessionModel(ReadOnlyMemory<float> popularity, RecentBaskets recent, ISessionMemory memory) : IModel
{
    /// <summary>The name of the trainer.</summary>
    public const string Name = "session";

    readonly ConcurrentBag<SparseRow> _sessions = [];

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public int ItemCount => popularity.Length;

    /// <inheritdoc/>
    public bool HeedsRepeats => false;

    /// <summary>Reads a model that <see cref="Write"/> wrote.</summary>
    public static SessionModel Read(TensorReader tensors)
    {
        var method = tensors.RequiredNote("method");
        ISessionMemory memory = method switch
        {
            SessionNeighbours.Name => SessionNeighbours.Read(tensors),
            ItemTransitions.Name => ItemTransitions.Read(tensors),
            _ => throw new UserErrorException($"A session model by '{method}' is not known to this version. Use the version that wrote it, or train again."),
        };
        return new(tensors.Numbers<float>("popularity"), RecentBaskets.Read(tensors), memory);
    }

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<Shopper> shoppers, Matrix scores)
    {
        if (!_sessions.TryTake(out var session)) session = new();
        for (var shopper = 0; shopper < shoppers.Length; shopper++)
        {
            recent.Fill(shoppers[shopper].History, session);
            Score(session, shoppers[shopper].Now, scores.Row(shopper));
        }
        _sessions.Add(session);
    }

    /// <inheritdoc/>
    public void ScoreSimilar(int item, Span<float> scores)
    {
        var session = new SparseRow();
        session.Add(item, 1);
        scores.Clear();
        memory.Add(session, now: int.MinValue, scores);
        foreach (ref var score in scores)
        {
            if (!(score > 0)) score = float.NegativeInfinity;
        }
        scores[item] = float.NegativeInfinity;
    }

    /// <inheritdoc/>
    public IReadOnlyList<Reason> Explain(Shopper shopper, int item, int count)
    {
        var session = new SparseRow();
        recent.Fill(shopper.History, session);
        var shares = new float[session.Count];
        memory.Share(session, shopper.Now, item, shares);
        var items = session.Items.ToArray();
        return [.. items.Zip(shares, (bought, share) => new Reason(bought, share)).Where(reason => reason.Weight > 0)
            .OrderByDescending(reason => reason.Weight).ThenBy(reason => reason.Item).Take(count)];
    }

    /// <inheritdoc/>
    public void Write(TensorWriter tensors)
    {
        tensors.Note("method", memory.Method);
        tensors.Add("popularity", popularity);
        recent.Write(tensors);
        memory.Write(tensors);
    }

    void Score(SparseRow session, int now, Span<float> scores)
    {
        scores.Clear();
        if (session.Count > 0) memory.Add(session, now, scores);
        PopularTail.Fill(scores, popularity.Span);
    }
}
