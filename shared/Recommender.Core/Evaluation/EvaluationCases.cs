using Recommender.Core.Datasets;
using Recommender.Core.Models;

namespace Recommender.Core.Evaluation;

/// <summary>
/// Whom a model is asked about and what they bought afterwards. Numbers of customers and items are those of the training data; what the
/// training never saw is not among the targets.
/// </summary>
public sealed class EvaluationCases
{
    /// <summary>The training's number of each case's customer, or -1 for a person that the training has not seen (strong generalisation).</summary>
    public required IReadOnlyList<int> Customers { get; init; }

    /// <summary>What each case's person had bought when asked: case c is customer c of these baskets.</summary>
    public required Func<int, History> HistoryOf { get; init; }

    /// <summary>
    /// Row c: what case c bought afterwards, each item once. Values are the ratings given, NaN for what was bought without one; empty where
    /// the data has no ratings.
    /// </summary>
    public required CsrMatrix Targets { get; init; }

    /// <summary>The names of the persons, for results per person: case c is entry c.</summary>
    public required Vocabulary Names { get; init; }

    /// <summary>When each case is asked, in minutes since 1970.</summary>
    public required IReadOnlyList<int> Moments { get; init; }

    /// <summary>How many cases.</summary>
    public int Count => Customers.Count;

    /// <summary>The person of a case as a model sees them.</summary>
    public Shopper Shopper(int place, Repeats repeats) => new(Customers[place], HistoryOf(place), Moments[place], repeats);
}
