using System.Diagnostics;
using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Blending;

namespace Recommender.Training.Trainers.Blend;

/// <summary>Trains members one after the other and says how far it is.</summary>
sealed class BlendRun(IReadOnlyList<BlendMember> members, TrainingContext context)
{
    readonly long _started = Stopwatch.GetTimestamp();
    int _trained;
    int _expected = members.Count;

    public IReadOnlyList<BlendMember> Members => members;

    public TrainingContext Context => context;

    /// <summary>So many trainings are to come; more where models are trained twice for want of memory.</summary>
    public void Expect(int trainings) => _expected = trainings;

    /// <summary>The model of one member, which has the whole machine to itself.</summary>
    public IModel Train(Dataset dataset, int member)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        var model = members[member].Trainer.Train(dataset, context.Quiet with { WarmStart = null });
        Report(members[member].Label, ++_trained, Math.Max(_trained, _expected));
        return model;
    }

    /// <summary>Says how much every voice is heard: of what is new and of everything.</summary>
    public void Tell(BlendWeights weights)
    {
        for (var voice = 0; voice < weights.Voices.Count; voice++)
        {
            var (label, scale) = (members[weights.Voices[voice].Member].Label, weights.Voices[voice].Scale == ScoreScale.Logarithm ? ", by logarithm" : "");
            Report(FormattableString.Invariant($"{label}{scale}: weight {weights.LeftOut.Span[voice]:0.###} new, {weights.Allowed.Span[voice]:0.###} all"), voice + 1, weights.Voices.Count);
        }
    }

    void Report(string text, int at, int of) => context.Progress?.Report(new($"blend: {text}", at, of, double.NaN, Stopwatch.GetElapsedTime(_started)));
}
