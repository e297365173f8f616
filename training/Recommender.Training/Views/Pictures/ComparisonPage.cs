using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Intervals;
using Recommender.Training.Views.Pages;

namespace Recommender.Training.Views.Pictures;

/// <summary>One HTML file that needs nothing else: two models' figures with the intervals of their differences, and whose lists changed.</summary>
static class ComparisonPage
{
    const int ShortHash = 12;

    /// <summary>Writes the page.</summary>
    public static void Write(string path, ComparedPair pair) => Page.Write(path, $"{pair.A} and {pair.B}", Html.Join([
        Lead(pair),
        Html.Of($"""<div class="sides">{Side("a", pair.A, pair.Result.Trainers[0])}{Side("b", pair.B, pair.Result.Trainers[1])}</div>"""),
        Html.Of($"""
            <h2>What was measured</h2>
            <p>Asked about what came after the training part, on the same customers; the difference is b minus a, with its 95 % interval. The bar is that interval and the line in the middle no difference; each row has a scale of its own. Where there is evidence the bar stands apart from the line.</p>
            """),
        .. pair.Differences.GroupBy(difference => difference.View).Select(view => DifferenceTable.Of(view.Key, [.. view], pair.Result.Customers(view.Key))),
        pair.Lists is null ? Html.Empty : ChangedLists.Of(pair.Lists),
    ]));

    static Html Lead(ComparedPair pair)
    {
        var (result, better, worse) = (pair.Result, Count(pair, Verdict.Better), Count(pair, Verdict.Worse));
        return Html.Of($"""
            <p class="summary">b is <span class="better">better</span> in {better} and <span class="worse">worse</span> in {worse} of {pair.Differences.Count} figures; of the others there is no evidence.</p>
            <p class="note">{result.Dataset} <code>{result.Snapshot[..Math.Min(ShortHash, result.Snapshot.Length)]}</code>, split {result.Split.ToString()}{(result.Split.IsRandom ? FormattableString.Invariant($", seed {result.Split.Seed}") : "")}</p>
            """);
    }

    static int Count(ComparedPair pair, Verdict verdict) => pair.Differences.Count(difference => difference.Verdict == verdict);

    static Html Side(string letter, string name, TrainerResult side)
    {
        (string Name, string Value)[] options = [.. side.Options.Where(option => option.Value.Length > 0).Select(option => (option.Key, option.Value))];
        return Html.Of($"""<div class="card"><h3>{letter}: {name}</h3><p><b>{side.Trainer}</b></p>{(options.Length == 0 ? Html.Empty : Table.OfFacts($"Options of {letter}", options))}</div>""");
    }
}
