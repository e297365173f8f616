namespace Recommender.Training.Views.Pages;

/// <summary>Things with their number.</summary>
static class Counted
{
    /// <summary>"1 basket", "2,000 baskets".</summary>
    public static string Of(long count, string what) => FormattableString.Invariant($"{count:N0} {what}{(count == 1 ? "" : "s")}");
}
