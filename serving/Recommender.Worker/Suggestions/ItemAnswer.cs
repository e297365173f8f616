using System.Text.Json.Nodes;
using Recommender.Engine.Answers;
using Recommender.Worker.Api;

namespace Recommender.Worker.Suggestions;

/// <summary>Sends what a question for items got.</summary>
static class ItemAnswer
{
    /// <summary>What the reference says of it.</summary>
    public static JsonObject Schema { get; } = FrameStyle.Schema(("items", Api.Schema.List("The items, best first.", Item)));

    static JsonObject Item => Api.Schema.Object(null,
        ("item_id", Api.Schema.Id()),
        ("score", Api.Schema.Number("Higher is better; scores of different strategies do not compare.")),
        ("strategy", Api.Schema.Choice("How the item came into the answer.", Strategies.All)),
        ("reason?", Api.Schema.Text("Why, in the language of Accept-Language; with `explain`.")),
        ("evidence?", Api.Schema.List("What was counted, the strongest first; with `explain`.", Api.Schema.Object(null,
            ("item_id", Api.Schema.Id()),
            ("share", Api.Schema.Number("Its share of everything that speaks for the item.", 0, 1)),
            ("baskets?", Api.Schema.Count("How many baskets hold both.")),
            ("lift?", Api.Schema.Number("How many times more often than by chance they are bought together."))))));

    public static void Send(ApiCall call, Answer answer, KeyCase keys, Question question)
    {
        var buffer = AnswerBuffer.Take();
        Frame.Write(buffer.Json, answer, StyleOf(call, keys, question));
        buffer.Send(call.Context);
    }

    /// <summary>How the answer to a question is written.</summary>
    public static FrameStyle StyleOf(ApiCall call, KeyCase keys, Question question)
    {
        var style = new FrameStyle(keys, call.Api.Ids);
        if (!question.Explain) return style;

        return style with { Reasons = new Reasons(call.Language, call.Shop.NameOf, question.Items.Count > 0 ? question.Items[0] : null) };
    }
}
