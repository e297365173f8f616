using System.Diagnostics;
using Recommender.Core.Datasets;
using Recommender.Core.Models;

namespace Recommender.Training.Trainers.Blend;

/// <summary>Trains members one after the other and says how far it is.</summary>
sealed class BlendRun(IReadOnlyList<BlendMember> members, TrainingContext context)
{
    readonly long _started = Stopwatch.GetTimestamp();
    int _trained;
    int _expected = members.Count;

    public IReadOnlyList<BlendMember> Members => members;

    public TrainingContext Context => context;

    /// <summary>So many trainings are to come, at most.</summary>
    public void Expect(int trainings) => _expected = trainings;

    /// <summary>The models of these members, each with the whole machine to itself.</summary>
    public IReadOnlyList<IModel> Train(Dataset dataset, IReadOnlyList<int> asked)
    {
        var models = new IModel[asked.Count];
        for (var at = 0; at < models.Length; at++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var member = members[asked[at]];
            models[at] = member.Trainer.Train(dataset, context.Quiet with { WarmStart = null });
            context.Progress?.Report(new($"blend: {member.Label}", ++_trained, Math.Max(_trained, _expected), double.NaN, Stopwatch.GetElapsedTime(_started)));
        }
        return models;
    }
}
