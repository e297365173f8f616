using Recommender.Worker.Api;

namespace Recommender.Worker.Suggestions;

/// <summary>How an answer is written.</summary>
/// <param name="Keys">The spelling of its fields.</param>
/// <param name="Ids">Where it gets its id.</param>
readonly record struct FrameStyle(KeyCase Keys, RecommendationIds Ids)
{
    /// <summary>Says why; null where nobody asked.</summary>
    public Reasons? Reasons { get; init; }

    /// <summary>Whose answer it is, where one request asks for several customers.</summary>
    public string? Customer { get; init; }

    /// <summary>What the reference says of an answer.</summary>
    public static System.Text.Json.Nodes.JsonObject Schema(params (string, System.Text.Json.Nodes.JsonObject)[] more) => Api.Schema.Object("An answer: every item comes from the version that is named.",
    [
        ("recommendation_id", Api.Schema.Text("Names this answer in events, so that it can be told what it earned; ids sort by time.")),
        ("model", Api.Schema.Text("The model that answered.")),
        ("version", Api.Schema.Count("Its version.")),
        .. more,
    ]);
}
