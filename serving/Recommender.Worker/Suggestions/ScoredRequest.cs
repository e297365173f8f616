using Recommender.Core.Models;
using Recommender.Engine.Answers;
using Recommender.Worker.Api;
using Recommender.Worker.Problems;

namespace Recommender.Worker.Suggestions;

/// <summary>The body of a question for items, while it is read.</summary>
sealed class ScoredRequest
{
    const int MostCustomers = 1000;
    const int MostItems = 1000;
    const int MostExcluded = 10_000;
    const int LongestFilter = 4000;
    const int UsualCount = 10;

    public string? Customer { get; set; }

    public List<string>? Customers { get; set; }

    public List<string>? Items { get; set; }

    public string? Item { get; set; }

    public int Count { get; set; } = UsualCount;

    public List<string>? Exclude { get; set; }

    public string? Filter { get; set; }

    public string? Session { get; set; }

    public string? Model { get; set; }

    public bool LeavesOutBought { get; set; } = true;

    public bool Explain { get; set; }

    /// <summary>The question that the body asks; what it is about is checked by the endpoint.</summary>
    public Question Ask(Repeats repeats) => new()
    {
        Customer = Customer,
        Items = Item is not null ? [Item] : Items ?? (IReadOnlyList<string>)[],
        Count = Count,
        Repeats = repeats,
        Exclude = Exclude ?? (IReadOnlyList<string>)[],
        Filter = Filter,
        Session = Session,
        Explain = Explain,
        Model = Model,
    };

    public static Field<ScoredRequest> CustomerField(string text) => Fields.Id<ScoredRequest>("user_id", text, (request, id) => request.Customer = id, "customer_id");

    public static Field<ScoredRequest> CustomersField { get; } =
        Fields.Ids<ScoredRequest>("user_ids", ("Several customers at once, instead of user_id; answered in `answers`, one each, in this order.", MostCustomers), (request, ids) => request.Customers = ids, "customer_ids");

    public static Field<ScoredRequest> ItemsField(string text) => Fields.Ids<ScoredRequest>("items", (text, MostItems), (request, ids) => request.Items = ids, "item_ids");

    public static Field<ScoredRequest> ItemField { get; } = Fields.Id<ScoredRequest>("item_id", "The item whose like is wanted.", (request, id) => request.Item = id);

    public static Field<ScoredRequest> BoughtField { get; } =
        Fields.Flag<ScoredRequest>("exclude_purchased", ("Whether what the customer bought before is left out.", true), (request, leavesOut) => request.LeavesOutBought = leavesOut);

    /// <summary>The fields that every question for items has.</summary>
    public static Field<ScoredRequest>[] Usual { get; } =
    [
        Fields.Count<ScoredRequest>("n", ("How many items are wanted.", 1, Question.MostItems, UsualCount), (request, count) => request.Count = count, "top_n"),
        Fields.Ids<ScoredRequest>("exclude", ("Items that must not come.", MostExcluded), (request, ids) => request.Exclude = ids, "exclude_items"),
        Fields.Text<ScoredRequest>("filter", ("A condition that every item must meet, in the filter language, as in `price < 50 and category in (\"Hair\")`.", LongestFilter), (request, text) => request.Filter = text),
        Fields.Flag<ScoredRequest>("explain", ("Whether each item comes with its reason in words and what was counted.", false), (request, explains) => request.Explain = explains),
        Fields.Id<ScoredRequest>("session_id", "The visit that the question belongs to: inside it lists keep their order.", (request, id) => request.Session = id),
        Fields.Id<ScoredRequest>("model", "The model that is asked, as in `beauty` or `beauty@candidate`; without it the shop's own choice answers.", (request, name) => request.Model = name),
    ];

    public static ProblemException Missing(string parameter, string words) => new(Problem.Missing(parameter) with { Message = $"MISSING_PARAMETER.{words}" });

    public static ProblemException Exclusive(string parameter, string other) =>
        new(new(ProblemCode.InvalidParameter) { Parameter = parameter, Location = "body", Message = "INVALID_PARAMETER.exclusive", Reason = other });
}
