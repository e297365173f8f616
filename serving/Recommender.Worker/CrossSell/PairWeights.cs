using Recommender.Core.Baskets.CrossSell;
using Recommender.Worker.Api;
using Recommender.Worker.Problems;

namespace Recommender.Worker.CrossSell;

/// <summary>The weights of affinity, while they are read; those not given have their usual value.</summary>
sealed class PairWeights
{
    const double Highest = 1e6;

    static readonly AffinityWeights Usual = new();

    public static BodyShape<PairWeights> Shape { get; } = new(
    [
        Fields.Number<PairWeights>("lift", ("Of L = max(0, 1 - 1 / lift).", 0, Highest, Usual.Lift), (weights, value) => weights.Lift = value),
        Fields.Number<PairWeights>("confidence", ("Of C, the confidence.", 0, Highest, Usual.Confidence), (weights, value) => weights.Confidence = value),
        Fields.Number<PairWeights>("support", ("Of S, the support by that of the most frequent pair.", 0, Highest, Usual.Support), (weights, value) => weights.Support = value),
    ]);

    public double Lift { get; set; } = Usual.Lift;

    public double Confidence { get; set; } = Usual.Confidence;

    public double Support { get; set; } = Usual.Support;

    public AffinityWeights Read() => Lift + Confidence + Support > 0 ? new(Lift, Confidence, Support)
        : throw new ProblemException(new(ProblemCode.InvalidParameter) { Parameter = "weights", Location = "body", Message = "INVALID_PARAMETER.range", Reason = "0 + 0 + 0 (> 0)" });
}
