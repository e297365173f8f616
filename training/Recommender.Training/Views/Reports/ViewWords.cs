using Recommender.Core.Evaluation;

namespace Recommender.Training.Views.Reports;

/// <summary>What each view and slice is about.</summary>
static class ViewWords
{
    static readonly Dictionary<string, (string Title, string Sentence)> Known = new(StringComparer.Ordinal)
    {
        ["all"] = ("All purchases", "Everything that customers bought afterwards counts, also what they had bought before."),
        ["new"] = ("New to the customer", "Only what a customer had never bought counts, and what they had bought is left out of the list."),
        ["ratings"] = ("Ratings", "Ratings are foretold and held against those that customers gave."),
        ["repeat"] = ("bought again", "Things that the customer had bought before."),
        ["explore"] = ("bought for the first time", "Things that the customer had never bought before."),
        ["new-items"] = ("new items", "Things that came into the shop in the latest tenth of the time."),
        ["new-customers"] = ("new customers", "Customers with no more than two baskets."),
    };

    /// <summary>What it is called.</summary>
    public static string Title(string view) => view.Split(':', 2) is [var whole, var slice] ? $"{Of(whole).Title}: {Of(slice).Title}" : Of(view).Title;

    /// <summary>One sentence.</summary>
    public static string Sentence(string view) => Of(view.Split(':', 2)[^1]).Sentence;

    /// <summary>Whether it is a part of another.</summary>
    public static bool IsSlice(ViewResult view) => view.Name.Contains(':', StringComparison.Ordinal);

    static (string Title, string Sentence) Of(string name) => Known.TryGetValue(name, out var words) ? words : (name, "");
}
