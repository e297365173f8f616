using Recommender.Core.Baskets.CrossSell;
using Recommender.Engine.Answers;
using Recommender.Worker.Api;

namespace Recommender.Worker.CrossSell;

/// <summary>The body of a question for pairs, while it is read.</summary>
sealed class PairRequest
{
    const int AnchorsAtMost = 1000;
    const int UsualPartners = 10;
    const int UsualAnchors = 100;
    const double HighestLift = 1e9;

    static readonly CrossSellQuery UsualQuery = new();
    static readonly string[] Levels = ["item", "category", "family", "brand"];

    public static BodyShape<PairRequest> Shape { get; } = new(
    [
        Fields.Ids<PairRequest>("anchors", ("The items whose partners are wanted; without them those in the most baskets.", AnchorsAtMost), (request, ids) => request.Anchors = ids, "items"),
        Fields.Count<PairRequest>("n", ("Partners wanted of each anchor.", 1, Question.MostItems, UsualPartners), (request, count) => request.Count = count, "top_n"),
        Fields.Count<PairRequest>("anchor_limit", ("The most anchors that are answered where none is named.", 1, AnchorsAtMost, UsualAnchors), (request, count) => request.MostAnchors = count),
        Fields.Number<PairRequest>("min_support", ("The lowest share of all baskets.", 0, 1, UsualQuery.MinSupport), (request, value) => request.MinSupport = value),
        Fields.Number<PairRequest>("min_confidence", ("The lowest share of the anchor's baskets.", 0, 1, UsualQuery.MinConfidence), (request, value) => request.MinConfidence = value),
        Fields.Number<PairRequest>("min_lift", ("The lowest lift.", 0, HighestLift, UsualQuery.MinLift), (request, value) => request.MinLift = value),
        Fields.Count<PairRequest>("min_count", ("The fewest baskets. A stored matrix keeps pairs from its own floor on; inline `data` from 1.", 0, int.MaxValue, 0), (request, count) => request.MinCount = count),
        Fields.Object<PairRequest, PairWeights>("weights", ("What affinity is made of: (lift L + confidence C + support S) by their sum.", PairWeights.Shape), request => request.Weights ??= new()),
        Fields.Flag<PairRequest>("symmetric", ("Whether affinity is the same in both directions.", false), (request, flag) => request.IsSymmetric = flag),
        Fields.Flag<PairRequest>("decayed", ("Whether recent baskets count more, where the matrix was built so.", false), (request, flag) => request.IsDecayed = flag),
        Fields.Choice<PairRequest>("level", ("What counts as one thing bought; without it as the matrix has it, and items for inline `data`.", Levels), (request, level) => request.Level = level),
        Fields.Flag<PairRequest>("explain", ("Whether each pair comes with its reason in words.", false), (request, flag) => request.Explain = flag),
        Fields.Id<PairRequest>("model", "The stored matrix that is asked, as in `beauty-matrix`; without it the shop's own choice.", (request, name) => request.Model = name),
        InlineBaskets.Field,
    ]);

    public List<string>? Anchors { get; set; }

    public int Count { get; set; } = UsualPartners;

    public int MostAnchors { get; set; } = UsualAnchors;

    public double MinSupport { get; set; } = UsualQuery.MinSupport;

    public double MinConfidence { get; set; } = UsualQuery.MinConfidence;

    public double MinLift { get; set; } = UsualQuery.MinLift;

    public int MinCount { get; set; }

    public PairWeights? Weights { get; set; }

    public bool IsSymmetric { get; set; }

    public bool IsDecayed { get; set; }

    public string? Level { get; set; }

    public bool Explain { get; set; }

    public string? Model { get; set; }

    /// <summary>The baskets that came with the question; null where a stored matrix is asked.</summary>
    public InlineBaskets? Data { get; set; }

    /// <summary>The question that the body asks.</summary>
    public PairQuestion Ask() => new()
    {
        Anchors = Anchors ?? (IReadOnlyList<string>)[],
        Count = Count,
        MostAnchors = MostAnchors,
        Query = new()
        {
            Weights = Weights?.Read() ?? new(),
            MinSupport = MinSupport,
            MinConfidence = MinConfidence,
            MinLift = MinLift,
            MinCount = MinCount,
            IsSymmetric = IsSymmetric,
            IsDecayed = IsDecayed,
        },
    };
}
