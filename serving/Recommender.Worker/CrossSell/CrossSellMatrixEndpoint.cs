using Recommender.Core.Baskets.CrossSell;
using Recommender.Engine.Answers;
using Recommender.Engine.Pool;
using Recommender.Worker.Access;
using Recommender.Worker.Api;
using Recommender.Worker.Problems;
using Recommender.Worker.Suggestions;

namespace Recommender.Worker.CrossSell;

/// <summary>POST recommendations/cross-sell-matrix: the pairs of the stored matrix, or of baskets that come with the question.</summary>
static class CrossSellMatrixEndpoint
{
    const long Memory = 256L << 20;

    /// <summary>The name of a matrix that was made for one answer.</summary>
    public const string Inline = "inline";

    public static Endpoint Endpoint { get; } = new("POST", $"{ApiRoutes.Root}/recommendations/cross-sell-matrix", Answer)
    {
        OtherPaths = [$"{ApiRoutes.Root}/ai/echointel/recommendations/cross-sell-matrix"],
        Largest = BodyLimit.Baskets,
        Name = "cross-sell-matrix",
        Group = "Cross-sell",
        Summary = "Which items are bought together",
        Text = "The pairs of the shop's stored matrix, or of the baskets in `data`: each with its affinity, support, confidence and lift. Weights and thresholds change from question to question.",
        Body = PairRequest.Shape.Schema(),
        Example = """{"data":[{"order_id":"1","items":["shampoo","conditioner"]},{"order_id":"2","items":["shampoo","conditioner","soap"]},{"order_id":"3","items":["soap"]}],"min_support":0.01,"explain":true}""",
        Answered = Schema.Reference("Pairs"),
    };

    static async Task Answer(ApiCall call)
    {
        var request = new PairRequest();
        var keys = await RequestBody.ReadAsync(call.Context, PairRequest.Shape, request);
        Send(call, request.Data is { } data ? Build(data, request, call.Context.RequestAborted) : Stored(call, request), keys, request.Explain);
    }

    static void Send(ApiCall call, PairAnswer answer, KeyCase keys, bool explains)
    {
        var buffer = AnswerBuffer.Take();
        PairFrame.Write(buffer.Json, answer, call, (keys, explains));
        buffer.Send(call.Context);
    }

    static PairAnswer Stored(ApiCall call, PairRequest request)
    {
        try
        {
            return call.Shop.Storefront.CrossSell(request.Ask(), request.Model);
        }
        catch (NoModelException) when (request.Model is null)
        {
            throw ScoredRequest.Missing("data", "data");
        }
    }

    // What comes with the question is counted on one core: others are being answered meanwhile.
    static PairAnswer Build(InlineBaskets data, PairRequest request, CancellationToken cancellationToken)
    {
        if (request.Model is not null) throw ScoredRequest.Exclusive("data", "model");
        if (request.Level is not (null or "item")) throw new ProblemException(new(ProblemCode.InvalidParameter) { Parameter = "level", Location = "body", Message = "INVALID_PARAMETER.inline_level", Reason = request.Level });
        if (request.IsDecayed) throw ScoredRequest.Exclusive("decayed", "data");
        if (data.Count == 0) return new(Inline, 0, []);

        var baskets = data.Build();
        if (baskets.ItemCount == 0) return new(Inline, 0, []);

        var matrix = CrossSellBuilder.Build(baskets, new() { MinCount = Math.Max(1, request.MinCount), Memory = Memory, Threads = 1, Substitutes = 0 }, null, cancellationToken);
        return new(Inline, 0, PairAnswers.Of(matrix, baskets.Items, request.Ask()));
    }
}
