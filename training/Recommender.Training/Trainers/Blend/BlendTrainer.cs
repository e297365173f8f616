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
/// bought in it, apart for repeats left out and allowed; those with a weight are then trained on everything. While weights are learned one
/// model is there at a time beside those that <see cref="BlendOptions.Memory"/> holds; the finished blend needs all models with a weight.
/// </summary>
sealed class BlendTrainer(BlendOptions options, IReadOnlyList<ITrainer> members) : ITrainer
{
    const long BytesPerMegabyte = 1 << 20;

    public string Name => BlendModel.Name;

    public object Options => options;

    public DatasetParts Needs => BlendMember.Of(members, options.Variants).Aggregate(DatasetParts.None, (parts, member) => parts | member.Trainer.Needs);

    /// <summary>Whether it has been told what to blend.</summary>
    public bool HasMembers => members.Count > 0;

    /// <summary>The same blend of these members, which its options then name by <paramref name="text"/>, <see cref="BlendMember.TextOf(IEnumerable{ITrainer})"/> of them: it takes long where they are many.</summary>
    public BlendTrainer With(IReadOnlyList<ITrainer> others, string text) => new(options with { Members = text }, others);

    public IModel Train(Dataset dataset, TrainingContext context)
    {
        if (!HasMembers) throw new UserErrorException("The blend has no members. Name other trainers in the same command, or its own: blend(members=ease+frequency).");

        var entered = BlendMember.Of(members, options.Variants && dataset.HasTimes).Where(member => member.Suits(dataset)).ToArray();
        var run = new BlendRun(entered, context);
        var weights = Learn(ValidationFolds.Of(dataset, options, context), run);
        int[] kept = [.. weights.Voices.Select(voice => voice.Member).Distinct()];
        var models = Array.ConvertAll(kept, member => run.Train(dataset, member));
        run.Tell(weights);
        return new BlendModel(models, weights with { Voices = [.. weights.Voices.Select(voice => voice with { Member = Array.IndexOf(kept, voice.Member) })] })
        {
            Recipe = string.Join('+', kept.Select(member => entered[member].Label)),
        };
    }

    BlendWeights Learn(IReadOnlyList<Fold> folds, BlendRun run)
    {
        if (run.Members.Count == 1 || folds.Count == 0) return Equal(run.Members);

        var context = run.Context;
        run.Expect((folds.Count + 1) * run.Members.Count);
        var voices = new List<Voice>();
        var slices = new Dictionary<Repeats, List<Candidates[]>> { [Repeats.LeftOut] = [], [Repeats.Allowed] = [] };
        foreach (var fold in folds)
        {
            foreach (var table in Tables(fold, run, voices)) slices[table.Key].Add(table.Value.Rows);
        }
        var (leftOut, allowed) = (Search(slices[Repeats.LeftOut], voices, context), Search(slices[Repeats.Allowed], voices, context));
        int[] heard = [.. Enumerable.Range(0, voices.Count).Where(voice => leftOut[voice] > 0 || allowed[voice] > 0)];
        return new([.. heard.Select(voice => voices[voice])], heard.Select(voice => leftOut[voice]).ToArray(), heard.Select(voice => allowed[voice]).ToArray());
    }

    // What every voice says in one slice; the first slice decides in what voices the members speak.
    Dictionary<Repeats, CandidateTable> Tables(Fold fold, BlendRun run, List<Voice> voices)
    {
        var tables = new[] { Repeats.LeftOut, Repeats.Allowed }.ToDictionary(repeats => repeats, repeats => new CandidateTable(fold, repeats, options.Customers));
        var models = new SliceModels(fold.Training, run, options.Memory * BytesPerMegabyte);
        var isFirst = voices.Count == 0;
        for (var member = 0; member < run.Members.Count; member++)
        {
            var model = models.First(member);
            if (isFirst) voices.AddRange(VoicesOf(model, member, fold));
            foreach (var table in tables.Values) table.Hear(SpeakerOf(model, member, voices), run.Context.Parallelism);
        }
        foreach (var table in tables.Values) table.Choose(options.Candidates, voices.Count);
        for (var member = 0; member < run.Members.Count; member++)
        {
            var speaker = SpeakerOf(models.Again(member), member, voices);
            foreach (var table in tables.Values) table.Ask(speaker, run.Context.Parallelism);
        }
        fold.Training.Release();
        return tables;
    }

    static Speaker SpeakerOf(IModel model, int member, List<Voice> voices) =>
        new(model, voices.FindIndex(voice => voice.Member == member), voices.FindAll(voice => voice.Member == member));

    float[] Search(List<Candidates[]> slices, List<Voice> voices, TrainingContext context)
    {
        var filled = slices.Where(slice => slice.Length > 0).ToArray();
        if (filled.Length == 0) return [.. voices.Select(voice => voice.Scale == ScoreScale.Plain ? 1f : 0)];

        var (started, round) = (Stopwatch.GetTimestamp(), 0);
        return new WeightSearch(filled, voices.Count, options, context).Run(gain =>
            context.Progress?.Report(new($"{Name}: weights", ++round, 4 * options.Rounds, 1 - gain, Stopwatch.GetElapsedTime(started))));
    }

    // Every member speaks plainly; one that counts, and so is never below zero but well above one, also by the logarithm.
    static IEnumerable<Voice> VoicesOf(IModel model, int member, Fold fold)
    {
        var scores = Matrix.Zero(1, model.ItemCount);
        model.Score([fold.Cases.Shopper(0, Repeats.Allowed)], scores);
        var isCount = scores.Row(0).IndexOfAnyInRange(float.MinValue, -float.Epsilon) < 0 && scores.Row(0).IndexOfAnyInRange(1.5f, float.MaxValue) >= 0;
        return isCount ? [new(member, ScoreScale.Plain), new(member, ScoreScale.Logarithm)] : [new(member, ScoreScale.Plain)];
    }

    // Where nothing can be learned, the members that were asked for are heard alike.
    static BlendWeights Equal(IReadOnlyList<BlendMember> entered)
    {
        Voice[] voices = [.. entered.Index().Where(member => !member.Item.IsVariant).Select(member => new Voice(member.Index, ScoreScale.Plain))];
        var weights = voices.Select(_ => 1f / voices.Length).ToArray();
        return new(voices, weights, weights);
    }
}
