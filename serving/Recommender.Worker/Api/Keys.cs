namespace Recommender.Worker.Api;

/// <summary>The names of the fields of answers.</summary>
static class Keys
{
    public static readonly Key RecommendationId = new("recommendation_id");
    public static readonly Key Model = new("model");
    public static readonly Key Version = new("version");
    public static readonly Key Items = new("items");
    public static readonly Key Answers = new("answers");
    public static readonly Key UserId = new("user_id");
    public static readonly Key ItemId = new("item_id");
    public static readonly Key AnchorId = new("anchor_id");
    public static readonly Key Score = new("score");
    public static readonly Key Strategy = new("strategy");
    public static readonly Key Reason = new("reason");
    public static readonly Key Evidence = new("evidence");
    public static readonly Key Share = new("share");
    public static readonly Key Baskets = new("baskets");
    public static readonly Key Support = new("support");
    public static readonly Key Confidence = new("confidence");
    public static readonly Key Lift = new("lift");
    public static readonly Key NextCursor = new("next_cursor");
}
