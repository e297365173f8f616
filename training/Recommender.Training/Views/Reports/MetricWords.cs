namespace Recommender.Training.Views.Reports;

/// <summary>What each metric means to somebody who sells.</summary>
static class MetricWords
{
    static readonly Dictionary<string, (string Title, string Sentence)> Known = new(StringComparer.Ordinal)
    {
        ["ndcg"] = ("Ranking quality", "How near to the top of the list the things stand that customers then bought; 1 would be all of them first."),
        ["recall"] = ("Found purchases", "The share of what a customer then bought that was on the list."),
        ["recall_min"] = ("Found purchases, of those that fit", "The same, counted out of as many as the list has room for, so that 1 is always possible."),
        ["precision"] = ("Useful places", "The share of the places on the list that held something the customer then bought."),
        ["map"] = ("Precision down the list", "How useful the list is at each hit, averaged: early hits count more."),
        ["mrr"] = ("First hit", "1 when the very first suggestion was bought, 1/2 when the second was the first to be bought, and so on."),
        ["hit"] = ("Customers with a hit", "The share of customers who bought at least one thing from their list."),
        ["phr"] = ("Customers with a hit (PHR)", "The name that research on next baskets has for customers with a hit."),
        ["auc"] = ("Order of all items", "The chance that something bought stands above something not bought; 0.5 is guessing."),
        ["rmse"] = ("Error of foretold ratings, large ones weighing more", "How far foretold ratings are from those given, in points of the scale; less is better."),
        ["mae"] = ("Error of foretold ratings", "By how many points of the scale a foretold rating is off on average; less is better."),
        ["coverage"] = ("Catalogue shown", "The share of all items that at least one customer sees; low means that most of the shelf stays in the dark."),
        ["gini"] = ("Concentration", "0 when every item is shown equally often, near 1 when always the same few are."),
        ["novelty"] = ("Surprise", "How unusual the suggestions are; one more means that half as many customers know the item."),
        ["popularity"] = ("Best-seller share", "The share of all customers who bought the average suggestion already; high means that best-sellers are recommended."),
        ["diversity"] = ("Variety", "How different the suggestions of one list are from each other; 0 means that all are bought by the same people."),
    };

    /// <summary>A title for the metric of this name, with its length of list where it has one.</summary>
    public static string Title(string metric) => metric.Split('@') is [var bare, var length] ? $"{Of(bare).Title}, lists of {length}" : Of(metric).Title;

    /// <summary>One sentence.</summary>
    public static string Sentence(string metric) => Of(metric.Split('@')[0]).Sentence;

    static (string Title, string Sentence) Of(string bare) => Known.TryGetValue(bare, out var words) ? words : (bare, "A figure of this program without a description.");
}
