using System.Diagnostics;
using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Evaluation;
using Recommender.Core.Models;
using Recommender.Core.Models.Blending;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.Blend;

/// <summary>
/// Learns how much each of several models is heard: members are trained on what came before a slice of the data and weighed by what was
/// bought in it, apart for repeats left out and allowed; those with a weight are then trained on everything.
/// </summary>
sealed class BlendTrainer(BlendOptions options, IReadOnlyList<ITrainer> members) : ITrainer
{
    public string Name => BlendModel.Name;

    public object Options => options;

    public DatasetParts Needs => BlendMember.Of(members, options.Variants).Aggregate(DatasetParts.None, (parts, member) => parts | member.Trainer.Needs);

    /// <summary>Whether it has been told what to blend.</summary>
    public bool HasMembers => members.Count > 0;

    /// <summary>The same blend of these members.</summary>
    public BlendTrainer With(IReadOnlyList<ITrainer> others) => new(options, others);

    public IModel Train(Dataset dataset, TrainingContext context)
    {
        if (!HasMembers) throw new UserErrorException("The blend has no members. Name other trainers in the same command, or its own: blend(members=ease+frequency).");

        var entered = BlendMember.Of(members, options.Variants && dataset.HasTimes).Where(member => member.Suits(dataset)).ToArray();
        var run = new BlendRun(entered, context);
        var weights = Learn(ValidationFolds.Of(dataset, options, context), run);
        int[] kept = [.. weights.Voices.Select(voice => voice.Member).Distinct()];
        var models = run.Train(dataset, kept);
        return new BlendModel(models, weights with { Voices = [.. weights.Voices.Select(voice => voice with { Member = Array.IndexOf(kept, voice.Member) })] });
    }

    BlendWeights Learn(IReadOnlyList<Fold> folds, BlendRun run)
    {
        if (run.Members.Count == 1 || folds.Count == 0) return Equal(run.Members);

        var context = run.Context;
        run.Expect((folds.Count + 1) * run.Members.Count);
        var voices = new List<Voice>();
        var tables = new Dictionary<Repeats, List<Candidates[]>> { [Repeats.LeftOut] = [], [Repeats.Allowed] = [] };
        foreach (var fold in folds)
        {
            var models = run.Train(fold.Training, [.. Enumerable.Range(0, run.Members.Count)]);
            fold.Training.Release();
            if (voices.Count == 0) voices = VoicesOf(models, fold);
            var table = new CandidateTable(fold, models, voices, options.Candidates);
            foreach (var (repeats, slices) in tables) slices.Add(table.Collect(repeats, options.Customers, context.Parallelism));
        }
        var (leftOut, allowed) = (Search(tables[Repeats.LeftOut], voices, context), Search(tables[Repeats.Allowed], voices, context));
        int[] heard = [.. Enumerable.Range(0, voices.Count).Where(voice => leftOut[voice] > 0 || allowed[voice] > 0)];
        return new([.. heard.Select(voice => voices[voice])], heard.Select(voice => leftOut[voice]).ToArray(), heard.Select(voice => allowed[voice]).ToArray());
    }

    float[] Search(List<Candidates[]> slices, List<Voice> voices, TrainingContext context)
    {
        var filled = slices.Where(slice => slice.Length > 0).ToArray();
        if (filled.Length == 0) return [.. voices.Select(voice => voice.Scale == ScoreScale.Plain ? 1f : 0)];

        var (started, round) = (Stopwatch.GetTimestamp(), 0);
        return new WeightSearch(filled, voices.Count, options, context).Run(gain =>
            context.Progress?.Report(new($"{Name}: weights", ++round, 4 * options.Rounds, 1 - gain, Stopwatch.GetElapsedTime(started))));
    }

    // Every member speaks plainly; one that counts, and so is never below zero but well above one, also by the logarithm.
    static List<Voice> VoicesOf(IReadOnlyList<IModel> models, Fold fold)
    {
        var (voices, scores) = (new List<Voice>(), Matrix.Zero(1, models[0].ItemCount));
        for (var member = 0; member < models.Count; member++)
        {
            voices.Add(new(member, ScoreScale.Plain));
            models[member].Score([fold.Cases.Shopper(0, Repeats.Allowed)], scores);
            if (scores.Row(0).IndexOfAnyInRange(float.MinValue, -float.Epsilon) < 0 && scores.Row(0).IndexOfAnyInRange(1.5f, float.MaxValue) >= 0) voices.Add(new(member, ScoreScale.Logarithm));
        }
        return voices;
    }

    // Where nothing can be learned, the members that were asked for are heard alike.
    static BlendWeights Equal(IReadOnlyList<BlendMember> entered)
    {
        Voice[] voices = [.. entered.Index().Where(member => !member.Item.IsVariant).Select(member => new Voice(member.Index, ScoreScale.Plain))];
        var weights = voices.Select(_ => 1f / voices.Length).ToArray();
        return new(voices, weights, weights);
    }
}
