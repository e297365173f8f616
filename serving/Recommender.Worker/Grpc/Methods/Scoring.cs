using Recommender.Engine.Answers;
using Recommender.Worker.Grpc.Calls;
using Recommender.Worker.Grpc.V1;

namespace Recommender.Worker.Grpc.Methods;

/// <summary>Score and ScoreStream: how much a customer would want each of some items.</summary>
static class Scoring
{
    public static ScoreResponse Answer(Storefront shop, ScoreRequest request)
    {
        if (request.ItemIds.Count == 0) throw new QuestionException("item_ids", "No item is named that is to be scored. Name one, as in item_ids: [\"SKU-1\"].");

        var question = new Question { Customer = Asked.OrNull(request.UserId), Items = Asked.Items(request.Items), Model = Asked.OrNull(request.Model) };
        var answer = shop.Score(question, Asked.Items(request.ItemIds, "item_ids"));
        var message = new ScoreResponse { Model = answer.Model, Version = answer.Version };
        message.Scores.Capacity = request.ItemIds.Count;
        for (var place = 0; place < request.ItemIds.Count; place++) message.Scores.Add(Of(request.ItemIds[place], answer.Scores[place]));
        return message;
    }

    /// <summary>One request after the other: the next is read when the client has taken the answer to the last.</summary>
    public static async Task StreamAsync(Call call)
    {
        while (await call.NextAsync<ScoreRequest>() is { } request) await call.SendAsync(Answer(call.Storefront, request));
    }

    static ItemScore Of(string item, float? score) => score is { } known ? new() { ItemId = item, Score = known } : new() { ItemId = item };
}
