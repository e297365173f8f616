using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Sessions;

namespace Recommender.Training.Trainers.Session;

/// <summary>Remembers the sessions of a shop so that the present one finds those like it.</summary>
sealed class SessionTrainer(SessionOptions options) : ITrainer
{
    public string Name => SessionModel.Name;

    public object Options => options;

    public IModel Train(Dataset dataset, TrainingContext context)
    {
        var sessions = SessionList.Of(dataset.Baskets, options.Window, context.Cancellation);
        return new SessionModel(
            Popularity(dataset, sessions),
            new(options.Last, options.Decay),
            options.Method == SessionMethod.Transitions
                ? new ItemTransitions(TransitionCounting.Count(dataset, options, context))
                : Neighbours(sessions));
    }

    float[] Popularity(Dataset dataset, SessionList sessions)
    {
        var sums = new double[dataset.Items.Count];
        var decay = new Weighting(HalfLife: options.HalfLife);
        for (var session = 0; session < sessions.Times.Length; session++)
        {
            var weight = decay.Decay(dataset.Now - sessions.Times[session]);
            foreach (var item in sessions.Items.RowIndices(session)) sums[item] += weight;
        }
        return Array.ConvertAll(sums, sum => (float)sum);
    }

    SessionNeighbours Neighbours(SessionList sessions)
    {
        var byItem = sessions.Items.Transpose();
        var starts = new int[byItem.Rows + 1];
        for (var item = 0; item < byItem.Rows; item++) starts[item + 1] = starts[item] + Math.Min(options.Sample, byItem.RowCount(item));
        var latest = new int[starts[^1]];
        var rarity = new float[byItem.Rows];
        for (var item = 0; item < byItem.Rows; item++)
        {
            var all = byItem.RowIndices(item);
            all[^(starts[item + 1] - starts[item])..].CopyTo(latest.AsSpan(starts[item]));   // later sessions have higher numbers
            rarity[item] = MathF.Log(1 + (float)sessions.Times.Length / Math.Max(1, all.Length));
        }
        return new(new(options.Neighbours, options.HalfLife), sessions.Items, new(starts, latest, default, sessions.Times.Length), (sessions.Times, rarity));
    }
}
