using System.Buffers;
using System.Globalization;
using System.Numerics.Tensors;
using Recommender.Core.Models.Popularity;
using Recommender.Core.Models.Tensors;
using Recommender.Core.Numerics;

namespace Recommender.Core.Models.Blending;

/// <summary>
/// Several models as one: the weighted sum of their standardised scores, with weights of its own for each use: what is new to the shopper,
/// and everything.
/// </summary>
public sealed class BlendModel(IReadOnlyList<IModel> members, BlendWeights weights) : IModel
{
    /// <summary>The name of the trainer.</summary>
    public const string Name = "blend";

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public int ItemCount => members[0].ItemCount;

    /// <summary>The models that it is made of.</summary>
    public IReadOnlyList<IModel> Members => members;

    /// <summary>How much each of them is heard.</summary>
    public BlendWeights Weights => weights;

    /// <summary>The trainers of the members with their options, joined by +.</summary>
    public string Recipe { get; init; } = "";

    /// <summary>Reads a model that <see cref="Write"/> wrote.</summary>
    public static BlendModel Read(TensorReader tensors)
    {
        var members = new IModel[int.Parse(tensors.RequiredNote("members"), CultureInfo.InvariantCulture)];
        for (var member = 0; member < members.Length; member++) members[member] = ModelCodec.Read(tensors.Scope(Scope(member)));
        return new(members, BlendWeights.Read(tensors)) { Recipe = tensors.Note("recipe") ?? "" };
    }

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<Shopper> shoppers, Matrix scores)
    {
        var (rows, row) = (ArrayPool<float>.Shared.Rent(shoppers.Length * ItemCount), ArrayPool<float>.Shared.Rent(ItemCount));
        var own = new Matrix(rows, shoppers.Length, ItemCount);
        var read = row.AsSpan(0, ItemCount);
        for (var shopper = 0; shopper < shoppers.Length; shopper++) scores.Row(shopper).Clear();
        for (var member = 0; member < members.Count; member++)
        {
            var asked = Heard(member, shoppers);
            if (asked.Count == 0) continue;

            members[member].Score(shoppers, own);
            for (var shopper = 0; shopper < shoppers.Length; shopper++)
            {
                foreach (var voice in asked)
                {
                    own.Row(shopper).CopyTo(read);
                    Add(voice, shoppers[shopper], read, scores.Row(shopper));
                }
            }
        }
        ArrayPool<float>.Shared.Return(rows);
        ArrayPool<float>.Shared.Return(row);
    }

    /// <inheritdoc/>
    public void ScoreSimilar(int item, Span<float> scores)
    {
        var (own, isKnown) = (new float[scores.Length], new bool[scores.Length]);
        scores.Clear();
        for (var voice = 0; voice < weights.Voices.Count; voice++)
        {
            // What everybody buys is near to nothing in particular.
            var member = members[weights.Voices[voice].Member];
            if (member is PopularityModel && members.Count > 1) continue;

            member.ScoreSimilar(item, own);
            for (var other = 0; other < own.Length; other++) isKnown[other] |= float.IsFinite(own[other]);
            StandardScores.Apply([item], own);
            TensorPrimitives.MultiplyAdd(own, Math.Max(weights.LeftOut.Span[voice], weights.Allowed.Span[voice]), scores, scores);
        }
        for (var other = 0; other < scores.Length; other++)
        {
            if (!isKnown[other] || other == item) scores[other] = float.NegativeInfinity;
        }
    }

    /// <summary>The reasons of the members, each weighed by what the member adds to the score.</summary>
    public IReadOnlyList<Reason> Explain(Shopper shopper, int item, int count)
    {
        var (row, reasons) = (Matrix.Zero(1, ItemCount), new Dictionary<int, float>());
        for (var voice = 0; voice < weights.Voices.Count; voice++)
        {
            var weight = weights.For(shopper.Repeats)[voice];
            var own = weight == 0 ? [] : members[weights.Voices[voice].Member].Explain(shopper, item, count);
            var total = own.Sum(reason => Math.Max(0, reason.Weight));
            if (total <= 0) continue;

            members[weights.Voices[voice].Member].Score([shopper], row);
            weights.Voices[voice].Read(LeftOutOf(shopper), row.Row(0));
            var added = weight * Math.Max(0, row.Row(0)[item]);
            foreach (var reason in own) reasons[reason.Item] = reasons.GetValueOrDefault(reason.Item) + added * Math.Max(0, reason.Weight) / total;
        }
        return [.. reasons.Where(reason => reason.Value > 0).Select(reason => new Reason(reason.Key, reason.Value))
            .OrderByDescending(reason => reason.Weight).ThenBy(reason => reason.Item).Take(count)];
    }

    /// <inheritdoc/>
    public void Write(TensorWriter tensors)
    {
        tensors.Note("members", members.Count.ToString(CultureInfo.InvariantCulture));
        tensors.Note("recipe", Recipe);
        weights.Write(tensors);
        for (var member = 0; member < members.Count; member++) ModelCodec.Write(members[member], tensors.Scope(Scope(member)));
    }

    static string Scope(int member) => FormattableString.Invariant($"member{member}");

    static ReadOnlySpan<int> LeftOutOf(Shopper shopper) => shopper.Repeats == Repeats.LeftOut ? shopper.History.Items : [];

    // The voices of a member that have a weight for at least one of the shoppers.
    List<int> Heard(int member, ReadOnlySpan<Shopper> shoppers)
    {
        var heard = new List<int>();
        for (var voice = 0; voice < weights.Voices.Count; voice++)
        {
            if (weights.Voices[voice].Member != member) continue;

            var isHeard = false;
            foreach (var shopper in shoppers) isHeard |= weights.For(shopper.Repeats)[voice] != 0;
            if (isHeard) heard.Add(voice);
        }
        return heard;
    }

    void Add(int voice, Shopper shopper, Span<float> own, Span<float> scores)
    {
        var weight = weights.For(shopper.Repeats)[voice];
        if (weight == 0) return;

        // Who speaks alone keeps the scores: standardising would round neighbours in the order together.
        if (weights.Sole(shopper.Repeats) == voice)
        {
            own.CopyTo(scores);
            return;
        }
        weights.Voices[voice].Read(LeftOutOf(shopper), own);
        TensorPrimitives.MultiplyAdd(own, weight, scores, scores);
    }
}
