using Recommender.Worker.Api;

namespace Recommender.Worker.Suggestions;

/// <summary>The body of a question for a probability, while it is read.</summary>
sealed class PropensityRequest
{
    const int MostDays = 365;
    const int UsualDays = 30;

    public static BodyShape<PropensityRequest> Shape { get; } = new(
    [
        Fields.Id<PropensityRequest>("user_id", "The customer.", (request, id) => request.Customer = id, "customer_id"),
        Fields.Id<PropensityRequest>("item_id", "The product.", (request, id) => request.Item = id, "product_id"),
        Fields.Count<PropensityRequest>("days", ("Within how many days.", 1, MostDays, UsualDays), (request, days) => request.Days = days),
    ]) { Required = ["user_id", "item_id"] };

    public string? Customer { get; set; }

    public string? Item { get; set; }

    public int Days { get; set; } = UsualDays;
}
