using Recommender.Engine.Answers;

namespace Recommender.Worker.Grpc.Methods;

/// <summary>Why an item stands in an answer, in words, with what was counted.</summary>
static class Words
{
    public static string Of(AnsweredItem item) => item switch
    {
        { Strategy: Strategy.Rule, Evidence: [{ Baskets: > 0 } pair, ..] } => Together(pair),
        { Evidence: [var first, ..] } => $"because of {first.Item}",
        _ => Plain(item.Strategy),
    };

    static string Together(Evidence pair) => pair.Lift > 0
        ? $"bought with {pair.Item} in {pair.Baskets} baskets, {pair.Lift:0.0} times more than chance"
        : $"bought with {pair.Item} in {pair.Baskets} baskets";

    static string Plain(Strategy strategy) => strategy switch
    {
        Strategy.Pinned => "chosen by the shop",
        Strategy.Repeat => "bought again and again",
        Strategy.Personalised => "suits what was bought before",
        Strategy.Rule => "bought together with what is in the cart",
        Strategy.Similar => "like the item",
        Strategy.Category => "popular in a category that goes with it",
        Strategy.New => "new in the shop",
        _ => "popular in the shop",
    };
}
